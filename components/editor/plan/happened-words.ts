import type { Done } from "@/core/workflow/edit/edit";
import { present } from "@/core/workflow/edit/history";
import { outlineOf, stepsInOrder } from "@/core/workflow/edit/outline";
import type { EditorState, Happened } from "../editor-store";
import type { Reader } from "./plan-words";

/** “Wait and 2 steps”. */
export function whatWords({ kind, steps, name }: Done, { t }: Pick<Reader, "t">): string {
  if (kind === null) return name;
  const word = t("editor.kind", { kind });
  return steps > 1 ? t("editor.whatMore", { kind: word, n: steps - 1 }) : word;
}

/** “Deleted Wait and 2 steps.” */
export const doneWords = (done: Done, reader: Pick<Reader, "t">): string =>
  reader.t("editor.done", { do: done.do, name: done.name, what: whatWords(done, reader) });

/** Why an edit was refused. */
export function refusedWords(
  { why, issues: [first] }: { why: string; issues: readonly { path: string; message: string }[] },
  { t }: Pick<Reader, "t">,
): string {
  return t("editor.refused", { why, detail: first ? `${first.path}: ${first.message}` : "" });
}

/** What is read out after something happened, with where one is now. */
export function happenedWords(happened: Happened, state: EditorState, reader: Reader): string {
  const { t } = reader;
  if (happened.type === "said") return happened.words;
  if (happened.type === "refused") return refusedWords(happened, reader);
  const done = doneWords(happened.edited, reader);
  if (happened.type === "undone") return t("editor.undone", { done });
  if (happened.type === "redone") return t("editor.redone", { done });
  const steps = stepsInOrder(outlineOf(present(state.history).document.definition));
  const here = steps.find(({ key }) => key === state.current);
  if (!here || happened.edited.kind === null) return done;
  return `${done} ${t("editor.stepPlace", { number: here.number, total: steps.length })}`;
}
