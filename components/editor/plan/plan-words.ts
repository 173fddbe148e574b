import type { Text } from "@/components/text/text";
import { startSentence, stopSentence } from "@/core/sentence/document-sentence";
import type { Names } from "@/core/sentence/names";
import { problemWords } from "@/core/sentence/problem-words";
import { stepSentence } from "@/core/sentence/step-sentence";
import type { Definition } from "@/core/workflow/definition";
import type { GapPlace } from "@/core/workflow/edit/gaps";
import type { OutlineNode, StageNode, StepNode, WayNode } from "@/core/workflow/edit/outline";
import type { Step } from "@/core/workflow/step";
import { channelOf } from "@/core/workflow/steps/shared";
import type { Problem } from "@/core/workflow/validate";

export type Reader = { t: Text; locale: string; names: Names };

/** “Email” for a step that sends nothing else, else the kind's own word. */
export function kindWord(step: Step, { t }: Pick<Reader, "t">): string {
  if (step.kind !== "send") return t("editor.kind", { kind: step.kind });
  const channels = (step.channels ?? step.anyOf ?? []).map((entry) => channelOf(entry).channel);
  const [only] = channels;
  return t("editor.kind", { kind: channels.length === 1 && only ? only : "send" });
}

/** What a step is called in menus and announcements: “2.1 Wait”. */
export const shortName = ({ number, step }: StepNode, reader: Reader): string =>
  reader.t("editor.stepShort", { number, kind: kindWord(step, reader) });

/** A step as it is read out: the same on the canvas and in the outline. */
export function stepName({ number, step }: StepNode, reader: Reader): string {
  const { t, locale, names } = reader;
  const sentence = stepSentence(step, { locale, names });
  const kind = kindWord(step, reader);
  const name = step.title
    ? t("editor.stepTitled", { number, kind, sentence, title: step.title })
    : t("editor.stepName", { number, kind, sentence });
  return step.disabled ? `${name} ${t("editor.off")}` : name;
}

export function stageName({ number, name, ending }: StageNode, { t }: Pick<Reader, "t">): string {
  return t("editor.stageLabel", { number, name: ending ? endingName(ending, t) : name });
}

export const endingName = (ending: "resolution" | "expiry", t: Text): string =>
  t(ending === "resolution" ? "editor.resolution" : "editor.expiry");

/** The ways that every step of a kind has are named by us, the others by whoever wrote them. */
export function wayWord({ kind, name }: WayNode, { t }: Pick<Reader, "t">): string {
  switch (kind) {
    case "responded":
      return t("editor.wayResponded");
    case "no_answer":
      return t("editor.wayNoAnswer");
    case "otherwise":
      return t("editor.wayOtherwise");
    case "round":
      return t("editor.wayRound");
    default:
      return name;
  }
}

export const wayName = (way: WayNode, reader: Pick<Reader, "t">): string =>
  reader.t("editor.wayName", { name: wayWord(way, reader), number: way.number });

export const startName = (definition: Definition, { t, locale, names }: Reader): string =>
  t("editor.startName", { sentence: startSentence(definition, { locale, names }) });

/** “Stops when invoice.paid arrives. Stops when the button “paid” is pressed.” */
export function stopsName({ stopsWhen }: Definition, { t, locale, names }: Reader): string {
  if (stopsWhen.length === 0) return t("editor.neverStops");
  return stopsWhen.map((rule) => stopSentence(rule, { locale, names })).join(" ");
}

/** Where a gap is, in words: “after 2.1 Wait, in Reminder”. */
export function gapWords({ after, stage, way }: GapPlace, reader: Reader): string {
  const { t } = reader;
  const name = stage.ending ? endingName(stage.ending, t) : stage.name;
  if (after) return t("editor.gapAfter", { step: shortName(after, reader), stage: name });
  return t("editor.gapFirst", { list: way ?? name, stage: name });
}

/** A node as both views read it out: its sentence, who waits at it, how much is wrong with it. */
export function nodeWords(
  node: OutlineNode,
  { found, cases }: { found: readonly { severity: "problem" | "check" }[]; cases: number },
  reader: Reader,
): string {
  const { t } = reader;
  if (node.type === "stage") return stageName(node, reader);
  if (node.type === "way") return wayName(node, reader);
  const problems = found.filter(({ severity }) => severity === "problem").length;
  return [
    stepName(node, reader),
    cases > 0 ? t("editor.caseCount", { n: cases }) : "",
    problems > 0 ? t("editor.problemNote", { n: problems }) : "",
    found.length > problems ? t("editor.checkNote", { n: found.length - problems }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** “Check: no wait between two messages to the same person.” */
export function foundWords(problem: Problem, { t, locale }: Pick<Reader, "t" | "locale">): string {
  const { message } = problemWords(problem, locale);
  const isProblem = problem.severity === "problem";
  return t(isProblem ? "editor.problemLine" : "editor.checkLine", { message });
}
