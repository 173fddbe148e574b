"use client";

import { useText } from "@/components/text/text-provider";
import { type KeyWords, keyNames } from "./key-names";
import { useIsMac } from "./platform";

/** A shortcut as it stands on this platform's keyboard: `⌘K` or `Ctrl+K`. */
export function Keys({ keys }: { keys: string }) {
  const t = useText();
  const words: KeyWords = {
    mod: t("shortcuts.keyCtrl"),
    shift: t("shortcuts.keyShift"),
    alt: t("shortcuts.keyAlt"),
    enter: t("shortcuts.keyEnter"),
    escape: t("shortcuts.keyEscape"),
    space: t("shortcuts.keySpace"),
    backspace: t("shortcuts.keyBackspace"),
    delete: t("shortcuts.keyDelete"),
  };
  const strokes = keyNames(keys, words, useIsMac());
  return (
    <span className="ft-keys">
      {strokes.map((stroke, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no identity but their place.
        <kbd key={i} className="ft-kbd">
          {stroke}
        </kbd>
      ))}
    </span>
  );
}
