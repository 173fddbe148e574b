"use client";

import { Check, CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ChipText } from "./chip-text";
import { useContent } from "./editor-context";

/**
 * A field of a translation: beside the default words it comes from, where both languages are shown, and
 * with a mark where those changed since.
 */
export function Translated({
  place,
  name,
  children,
}: {
  /** As `textsIn` calls it. */
  place: string;
  name: string;
  children: ReactNode;
}) {
  const t = useText();
  const { source } = useContent();
  if (source === null) return children;
  const text = source.texts.get(place) ?? "";
  if (!source.sideBySide) {
    return (
      <div className="grid gap-1">
        {children}
        <Behind place={place} name={name} />
      </div>
    );
  }
  return (
    <div className="grid items-start gap-2 border-t border-ft-subtle pt-3 @2xl:grid-cols-2 @2xl:gap-4">
      <section
        aria-label={t("contents.sourceOf", { name, language: source.language })}
        className="grid min-w-0 gap-1"
      >
        <p className="ft-label">{t("contents.sourceOf", { name, language: source.language })}</p>
        {text.trim() === "" ? (
          <p className="ft-hint">{t("contents.sourceEmpty")}</p>
        ) : (
          <SourceText text={text} />
        )}
        <Behind place={place} name={name} />
      </section>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

function SourceText({ text }: { text: string }) {
  const { source, variables } = useContent();
  return (
    <p
      dir="auto"
      lang={source?.locale}
      className="rounded-md border border-ft-subtle bg-ft-surface px-2.5 py-2 break-words whitespace-pre-wrap"
    >
      <ChipText text={text} variables={variables} />
    </p>
  );
}

/** The default words changed since this was translated, or it never was; and a way to say that it is right. */
function Behind({ place, name }: { place: string; name: string }) {
  const t = useText();
  const { source, readOnly } = useContent();
  const piece = source?.changes.get(place);
  if (!source || !piece) return null;
  const isSame = source.untranslated.has(place);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-(--ft-due)">
      <span className="flex items-center gap-1">
        <CircleAlert aria-hidden="true" size={14} />
        {t(isSame ? "contents.notTranslated" : "contents.changedSince")}
      </span>
      {readOnly ? null : (
        <Button
          size="sm"
          look="tertiary"
          aria-label={t("contents.markThisUpToDate", { name })}
          onPress={() => source.confirm(piece)}
        >
          <Check aria-hidden="true" />
          {t("contents.markUpToDate")}
        </Button>
      )}
    </p>
  );
}

/** Default words that have no counterpart in the translation: seen only where both languages are shown. */
export function Untaken({
  place,
  name,
  onAdd,
}: {
  place: string;
  name: string;
  onAdd: () => void;
}) {
  const t = useText();
  const { source, readOnly } = useContent();
  if (!source?.sideBySide) return null;
  return (
    <Translated place={place} name={name}>
      <p className="ft-hint">{t("contents.notThere")}</p>
      {readOnly ? null : (
        <Button size="sm" aria-label={t("contents.addThisHere", { name })} onPress={onAdd}>
          {t("contents.addHere")}
        </Button>
      )}
    </Translated>
  );
}
