import type { Chord } from "./keys";
import { parseKeys } from "./keys";

/** What the keys with words on them are called in the reader's language. */
export type KeyWords = Readonly<
  Record<"mod" | "shift" | "alt" | "enter" | "escape" | "space" | "backspace" | "delete", string>
>;

const MAC: Record<string, string> = {
  mod: "⌘",
  shift: "⇧",
  alt: "⌥",
  enter: "↵",
  backspace: "⌫",
  delete: "⌦",
};
const ARROWS: Record<string, string> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

function nameOf(key: string, words: KeyWords, mac: boolean): string {
  const sign = mac ? MAC[key] : undefined;
  const word = (words as Readonly<Record<string, string>>)[key];
  return sign ?? ARROWS[key] ?? word ?? key.toUpperCase();
}

function chordName(chord: Chord, words: KeyWords, mac: boolean): string {
  const held = (["mod", "alt", "shift"] as const).filter((modifier) => chord[modifier]);
  return [...held, chord.key].map((key) => nameOf(key, words, mac)).join(mac ? "" : "+");
}

/** What stands on the keys, a text per stroke: `⌘K` or `Ctrl+K`; `G` and `T` for `g t`. */
export function keyNames(keys: string, words: KeyWords, mac: boolean): string[] {
  return parseKeys(keys).map((chord) => chordName(chord, words, mac));
}

/** For `aria-keyshortcuts`; a sequence has no notation there. */
export function ariaKeys(keys: string, mac: boolean): string | undefined {
  const [chord, ...more] = parseKeys(keys);
  if (!chord || more.length > 0) return undefined;
  const held = [
    chord.mod ? (mac ? "Meta" : "Control") : "",
    chord.alt ? "Alt" : "",
    chord.shift ? "Shift" : "",
  ];
  return [...held, chord.key.toUpperCase()].filter(Boolean).join("+");
}
