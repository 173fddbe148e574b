import { unreachable } from "@/core/assert";
import type { Step } from "@/core/workflow/step";
import { everyWords, lengthWords } from "./duration-words";
import { escalateSentence } from "./escalate-sentence";
import { languageOf } from "./locale";
import { fieldsFor, label, type SentenceOptions } from "./names";
import { clauseOf, textOf } from "./param-text";
import { flag, joinList, render } from "./render";
import { sendSentence } from "./send-sentence";
import { type SentencePart, sentenceParts } from "./sentence-parts";
import { updateSentence } from "./update-sentence";
import { waitSlots } from "./wait-rule";

/** `stepSentence` cut at its slots, each with the path of the field in the step that it shows. */
export const stepSentenceParts = (step: Step, options: SentenceOptions): SentencePart[] =>
  sentenceParts(stepSentence(step, { ...options, marks: true }));

/**
 * A step in one human sentence, plain text. Reads the step alone: what its inner lists do is said
 * by their own steps.
 */
export function stepSentence(step: Step, options: SentenceOptions): string {
  const { locale } = options;
  switch (step.kind) {
    case "send":
      return sendSentence(step, options);
    case "wait":
      return render("step.wait", locale, waitSlots(step, locale) ?? {}, fieldsFor(options));
    case "wait_for_response":
      return render(
        "step.wait_for_response",
        locale,
        {
          from: step.from ?? "now",
          length: lengthWords(step.for, locale) ?? render("word.unknown", locale),
          what: matchWords(step.what ?? ["any"], options),
        },
        fieldsFor(options),
      );
    case "branch":
      return branchSentence(step, options);
    case "split":
      return splitSentence(step, options);
    case "repeat":
      return render(
        "step.repeat",
        locale,
        {
          every: everyWords(step.every, locale),
          timesMax: step.timesMax,
          steps: step.steps.length,
        },
        fieldsFor(options),
      );
    case "escalate":
      return escalateSentence(step, options);
    case "update":
      return updateSentence(step, options);
    case "call":
      return render(
        "step.call",
        locale,
        {
          method: step.method ?? "POST",
          url: label("endpoint", textOf(step.url) ?? "", options, languageOf(locale)),
          hasSaveAs: flag(step.saveAs !== undefined),
          saveAs: step.saveAs ?? "",
        },
        fieldsFor(options),
      );
    case "close": {
      const note = clauseOf(step.note);
      const outcome = render("word.outcome", locale, { outcome: step.outcome });
      return render(
        "step.close",
        locale,
        { outcome, hasNote: flag(note !== null), note: note ?? "" },
        fieldsFor(options),
      );
    }
    default:
      return unreachable(step);
  }
}

function matchWords(
  what: NonNullable<Extract<Step, { kind: "wait_for_response" }>["what"]>,
  { locale }: SentenceOptions,
): string {
  const words = what.map((match) => {
    if (typeof match === "string") return render("word.match", locale, { kind: match, name: "" });
    return "event" in match
      ? render("word.match", locale, { kind: "event", name: match.event })
      : render("word.match", locale, { kind: "action", name: match.action });
  });
  return joinList(words, locale, "disjunction");
}

function branchSentence(step: Extract<Step, { kind: "branch" }>, options: SentenceOptions): string {
  const rows = step.paths.map(({ name, when }, i) =>
    render(
      "step.branch.row",
      options.locale,
      {
        place: i === 0 ? "first" : "later",
        when: options.names?.condition?.(when) ?? textOf(when) ?? "",
        name: textOf(name) ?? "",
      },
      fieldsFor(options, { when: `paths.${i}.when`, name: `paths.${i}.name` }),
    ),
  );
  return render("step.branch", options.locale, {
    rows: rows.join("; "),
    others: step.otherwise.length,
  });
}

function splitSentence(step: Extract<Step, { kind: "split" }>, options: SentenceOptions): string {
  const { locale } = options;
  const holdout = step.holdout ?? 0;
  const sum = step.arms.reduce((total, arm) => total + arm.weight, holdout);
  const share = (weight: number) =>
    `${Number(((100 * weight) / (sum || 1)).toFixed(1)).toLocaleString(languageOf(locale))} %`;
  const arms = step.arms.map(({ name, weight }, i) =>
    render(
      "step.split.arm",
      locale,
      { name: textOf(name) ?? "", share: share(weight) },
      fieldsFor(options, { name: `arms.${i}.name`, weight: `arms.${i}.weight` }),
    ),
  );
  return render(
    "step.split",
    locale,
    {
      count: arms.length,
      arms: joinList(arms, locale),
      first: arms[0] ?? "",
      second: arms[1] ?? "",
      hasHoldout: flag(holdout > 0),
      holdout: share(holdout),
    },
    fieldsFor(options),
  );
}
