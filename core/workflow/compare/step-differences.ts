import type { SentenceOptions } from "@/core/sentence/names";
import { clauseOf } from "@/core/sentence/param-text";
import { flag, render } from "@/core/sentence/render";
import { stepSentence } from "@/core/sentence/step-sentence";
import type { Definition } from "../definition";
import type { Step } from "../step";
import { alsoOf } from "./also";
import type { Difference, DifferenceGroup } from "./difference";
import { isSame, own } from "./own";
import { movedSteps, placesOf, type StepPlace, stageName } from "./places";

/** Which steps came, went, moved, or are themselves different. */
export function stepDifferences(
  from: Definition | null,
  to: Definition,
  options: SentenceOptions,
): Difference[] {
  const { locale } = options;
  const before = placesOf(from);
  const after = placesOf(to);
  const moved = from ? movedSteps(before, after) : new Set<string>();
  const found: Difference[] = [];
  for (const [what, place] of after) {
    const { step } = place;
    const old = before.get(what);
    const shared = { what, group: groupOf(step), stage: stageName(to, place.stage, locale) };
    if (!old) {
      found.push({ ...shared, kind: "added", before: null, after: say(step, options), also: null });
      continue;
    }
    if (!isSame(own(old.step), own(step))) {
      const [was, is] = [say(old.step, options), say(step, options)];
      const also = alsoOf(unsaid(old.step, step, was === is), locale);
      found.push({ ...shared, kind: "changed", before: was, after: is, also });
    }
    if (moved.has(what)) {
      const places = { before: sayPlace(from, old, options), after: sayPlace(to, place, options) };
      found.push({ ...shared, kind: "moved", ...places, also: clauseOf(say(step, options)) });
    }
  }
  for (const [what, { step, stage }] of before) {
    if (after.has(what)) continue;
    const shared = { what, group: groupOf(step), stage: stageName(from, stage, locale) };
    found.push({ ...shared, kind: "removed", before: say(step, options), after: null, also: null });
  }
  return found;
}

/** A step's title and sentence, as the document shows them. */
function say(step: Step, options: SentenceOptions): string {
  const sentence = stepSentence(step, options);
  const titled = step.title ? `${step.title}: ${sentence}` : sentence;
  return step.disabled ? render("setting.off", options.locale, { sentence: titled }) : titled;
}

function sayPlace(definition: Definition | null, place: StepPlace, options: SentenceOptions) {
  const short = (step: Step | null) =>
    step ? (step.title ?? clauseOf(stepSentence(step, options)) ?? "") : "";
  return render("setting.place", options.locale, {
    stage: stageName(definition, place.stage, options.locale) ?? "",
    hasInside: flag(place.parent !== null),
    inside: short(place.parent),
    hasAfter: flag(place.before !== null),
    after: short(place.before),
  });
}

/** The fields that the sentence of a step never says. */
const UNSAID: readonly string[] = ["note", "body", "headers", "timeoutMs"];

/** Names of fields that changed without the sentence saying so. */
function unsaid(old: Step, now: Step, isSameSentence: boolean): string[] {
  const [was, is] = [own(old), own(now)];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].filter(
    (name) => !isSame(was[name], is[name]) && (isSameSentence || UNSAID.includes(name)),
  );
}

function groupOf(step: Step): DifferenceGroup {
  switch (step.kind) {
    case "send":
      return "messages";
    case "wait":
    case "wait_for_response":
    case "repeat":
      return "timing";
    case "escalate":
      return "people";
    case "update":
      return step.set.owner === undefined ? "settings" : "people";
    case "close":
      return "stops";
    case "branch":
    case "split":
    case "call":
      return "settings";
  }
}
