import { usesIn } from "@/core/template/variable-uses";
import { isKnown, type Variable } from "@/core/template/variables";

/** A part of a text as a writer sees it: words, a value that stands there, or what decides about words. */
type Chip = { kind: "words" | "value" | "unknown" | "logic"; text: string };

/** Parts shown apart; the rest of a longer text is words. */
const CHIPS_MAX = 500;

const LIQUID = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g;

/** A text cut into its parts. Together they are the text again, character by character. */
export function chipsIn(text: string, variables: readonly Variable[]): Chip[] {
  const unknown = usesIn(text).filter(({ path }) => !isKnown(path, variables));
  const isUnknown = (at: number) => unknown.some(({ from, to }) => from <= at && at < to);
  const chips: Chip[] = [];
  let from = 0;
  const until = (to: number) => {
    if (to > from) chips.push({ kind: "words", text: text.slice(from, to) });
  };
  for (const { 0: written, index } of text.matchAll(LIQUID)) {
    if (chips.length >= CHIPS_MAX) break;
    until(index);
    const value = isUnknown(index) ? "unknown" : "value";
    chips.push({ kind: written.startsWith("{%") ? "logic" : value, text: written });
    from = index + written.length;
  }
  until(text.length);
  return chips;
}
