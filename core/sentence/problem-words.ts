import { CHANNEL_LABELS, Channel } from "@/core/template/channel";
import type { CopyAdvice } from "@/core/template/copy-checks";
import type { ProblemCode } from "@/core/workflow/problems/codes";
import type { Remedy } from "@/core/workflow/problems/remedy";
import type { Problem } from "@/core/workflow/validate";
import { offsetSlots } from "./duration-words";
import { textOf } from "./param-text";
import { flag, render, type Slots } from "./render";

type Worded = Exclude<ProblemCode, `copy.${string}`> | "copy";
export type ProblemSentence = `problem.${Worded}.${"message" | "why" | "fix"}`;

type ProblemWords = { message: string; why: string; fix: string };
/** A problem with its words in one language, as the API and lists show it. */
export type SaidProblem = Problem & ProblemWords;

/** What is wrong in a sentence, why that matters, and what to do about it. */
export function problemWords(problem: Problem, locale: string): ProblemWords {
  const { code } = problem;
  const copy = code.startsWith("copy.");
  const slots = slotsOf(problem.params, locale);
  if (copy) slots.advice = render(code as `copy.${CopyAdvice["code"]}`, locale, slots);
  const worded = (copy ? "copy" : code) as Worded;
  return {
    message: render(`problem.${worded}.message`, locale, slots),
    why: render(`problem.${worded}.why`, locale, slots),
    fix: render(`problem.${worded}.fix`, locale, slots),
  };
}

export const saidProblem = (problem: Problem, locale: string): SaidProblem => ({
  ...problem,
  ...problemWords(problem, locale),
});

/** What stands on the button that mends a problem. */
export const remedyWords = ({ label }: Remedy, locale: string): string =>
  render(`remedy.${label.code}`, locale, slotsOf(label.params, locale));

const FORMATTED = new Set(["missing", "of", "n", "max", "messages", "hours", "scenarios"]);

/** Every param as a slot, with `has…` for those that may be null, and words for channels and offsets. */
function slotsOf(params: Record<string, unknown>, locale: string): Slots {
  const slots: Slots = {};
  for (const [name, value] of Object.entries(params)) {
    const isNumber = typeof value === "number";
    const text = isNumber && FORMATTED.has(name) ? value : (textOf(value) ?? "");
    slots[name] = text;
    slots[`has${name.charAt(0).toUpperCase()}${name.slice(1)}`] = flag(text !== "");
  }
  for (const name of ["channel", "other"]) {
    const channel = Channel.safeParse(params[name]);
    slots[`${name}Name`] = channel.success ? channelName(channel.data, locale) : "";
  }
  for (const name of ["offset", "before"]) {
    const words = offsetSlots(params[name], locale);
    const anchor = textOf(params.anchor) ?? "";
    slots[`${name}Words`] =
      words === null ? "" : render("word.offset", locale, { ...words, anchor, path: anchor });
  }
  slots.tag = `{{ ${slots.name ?? ""} }}`;
  return slots;
}

const channelName = (channel: Channel, locale: string): string =>
  render("word.channel_name", locale, { channel, name: CHANNEL_LABELS[channel] });
