/** One stroke: `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export type Chord = { key: string; mod: boolean; shift: boolean; alt: boolean };

/** What a keyboard event says; `mac` tells which key `mod` is. */
export type Press = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
};

const MODIFIERS = ["mod", "shift", "alt"];
const NAMED = new Set([
  "enter",
  "escape",
  "space",
  "backspace",
  "delete",
  "tab",
  "home",
  "end",
  "arrowup",
  "arrowdown",
  "arrowleft",
  "arrowright",
]);
const FUNCTION_KEY = /^f([1-9]|1[0-2])$/;
const isNamed = (key: string): boolean => NAMED.has(key) || FUNCTION_KEY.test(key);
const SHORT: Record<string, string> = {
  esc: "escape",
  up: "arrowup",
  down: "arrowdown",
  left: "arrowleft",
  right: "arrowright",
  " ": "space",
};
const CODE_MARKS: Record<string, string> = {
  Comma: ",",
  Period: ".",
  Slash: "/",
  Semicolon: ";",
  Space: "space",
};

const named = (key: string): string => SHORT[key.toLowerCase()] ?? key.toLowerCase();

/** `mod+shift+,` is one chord, `g t` two in a row. Key names as the browser has them, or esc, up, space. */
export function parseKeys(keys: string): Chord[] {
  return keys
    .trim()
    .split(/\s+/)
    .map((stroke) => {
      const parts = stroke.toLowerCase().split("+");
      return {
        key: named(parts.at(-1) ?? ""),
        mod: parts.includes("mod"),
        shift: parts.includes("shift"),
        alt: parts.includes("alt"),
      };
    });
}

/** A letter, mark or figure without ⌘ or Ctrl: what speech input and slips may type (WCAG 2.1.4). */
export const isSingle = (chord: Chord): boolean => !chord.mod && !chord.alt && !isNamed(chord.key);

/** What writes nothing and moves no cursor: it works in a text field too. */
export const isBesideTyping = (chord: Chord): boolean => chord.mod || FUNCTION_KEY.test(chord.key);

export const isModifierKey = (key: string): boolean =>
  [...MODIFIERS, "control", "meta", "altgraph", "capslock", "dead"].includes(key.toLowerCase());

/** The same key on a keyboard of another script or with another mark on it. */
function keyOfCode(code: string): string {
  return CODE_MARKS[code] ?? code.replace(/^(Key|Digit)/, "").toLowerCase();
}

const isLetter = (key: string): boolean => /^[a-z]$/.test(key);

/**
 * Letters and named keys want exactly their modifiers. A mark is where its keyboard has it, behind
 * Shift, Option or AltGr (`[` and `?` on a German one), so those do not count for it.
 */
export function matches(chord: Chord, press: Press, mac: boolean): boolean {
  const produced = named(press.key);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const isMark = !isLetter(chord.key) && !isNamed(chord.key);
  if (isMark && !chord.mod) {
    const byAltGr = press.altKey && press.ctrlKey;
    return produced === chord.key && !other && (!mod || byAltGr);
  }
  if (mod !== chord.mod || other) return false;
  if (press.altKey !== chord.alt || press.shiftKey !== chord.shift) return false;
  const isForeign = !/^[\x20-\x7e]+$/.test(press.key);
  const byCode = isForeign || chord.alt || (isMark && chord.shift);
  return produced === chord.key || (byCode && keyOfCode(press.code) === chord.key);
}
