import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { Intent } from "./intent";
import { plainLine, plainText } from "./plain-line";

type Action = RenderedContent["actions"][number];
export type Fitting = { action: Action; choice?: string };

const PAYS = /\b(?:pay|paid|payment|settled?|bezahl|zahl|ueberwies|beglich|beglei)/;
const FINISHES = /\b(?:done|complet|finish|erledig|fertig|gemacht|abgeschlossen)/;
/** A button that says no is not what “done” means. */
const REFUSES =
  /\b(?:not|no|can't|cannot|won't|declin|reject|refus|cancel|dismiss|skip|nicht|kein|ablehn|absag|abbrech|storn)/;
const ENDS = /^[\s"'.!]+|[\s"'.!]+$/g;

/**
 * The button that an answer in words stands for: one whose choice or label it is, else the only one
 * that its meaning fits. Null where none does, or more than one.
 */
export function fittingAction(
  text: string,
  intent: Intent,
  actions: readonly Action[],
  name: string | null = null,
): Fitting | null {
  const line = plainLine(text, name)?.replace(ENDS, "");
  if (line) {
    const named = actions.flatMap((action): Fitting[] => {
      if (action.kind === "complete") return plain(action.label) === line ? [{ action }] : [];
      if (action.kind !== "choice") return [];
      return action.choices
        .filter((choice) => plain(choice) === line)
        .map((choice) => ({ action, choice }));
    });
    if (named.length > 0) return only(named);
  }
  if (intent.kind !== "done" && intent.kind !== "paid") return null;
  const completes = actions.filter(
    ({ kind, label }) => kind === "complete" && !REFUSES.test(plain(label)),
  );
  const says = (words: RegExp) =>
    completes.filter(({ id, label }) => words.test(plain(label)) || words.test(plain(id)));
  if (intent.kind === "paid") return only(says(PAYS).map((action) => ({ action })));
  const [first, ...more] = completes;
  if (first && more.length === 0) return { action: first };
  return only(says(FINISHES).map((action) => ({ action })));
}

const plain = (text: string): string => plainText(text).trim().replace(ENDS, "");

const only = (found: readonly Fitting[]): Fitting | null =>
  found.length === 1 ? (found[0] ?? null) : null;
