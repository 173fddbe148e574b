import { stopSentence } from "@/core/sentence/document-sentence";
import type { SentenceOptions } from "@/core/sentence/names";
import { clauseOf } from "@/core/sentence/param-text";
import { flag, joinList, render } from "@/core/sentence/render";
import { SETTINGS, type Setting, settingSentence } from "@/core/sentence/setting-sentences";
import { stepSentence } from "@/core/sentence/step-sentence";
import type { Definition, StopRule } from "../definition";
import { canonicalText } from "../edit/document";
import type { Step } from "../step";
import { movedSteps, outOfOrder, placesOf, type StepPlace, stageName } from "./places";

/** What a difference is about, in the order it is told. */
export const DIFFERENCE_GROUPS = ["stops", "timing", "messages", "people", "settings"] as const;
export type DifferenceGroup = (typeof DIFFERENCE_GROUPS)[number];

/** One difference between two documents, in sentences. */
export type Difference = {
  kind: "added" | "removed" | "changed" | "moved" | "setting";
  /** Id of a step or a stage, or the name of the setting. */
  what: string;
  before: string | null;
  after: string | null;
  group: DifferenceGroup;
  /** The stage it happens in; null for what stands outside. */
  stage: string | null;
  /** What changed beside the sentence: “Also changed: the note.” */
  also: string | null;
};

/** What differs, in the order of the groups. `from` null: everything is new, and only its steps are told. */
export function differencesOf(
  from: Definition | null,
  to: Definition,
  options: SentenceOptions,
): Difference[] {
  const found = [
    ...(from ? settingDifferences(from, to, options) : []),
    ...(from ? stopDifferences(from, to, options) : []),
    ...(from ? stageDifferences(from, to, options) : []),
    ...stepDifferences(from, to, options),
  ];
  return DIFFERENCE_GROUPS.flatMap((group) => found.filter((one) => one.group === group));
}

const GROUP_OF_SETTING: Record<Setting, DifferenceGroup> = {
  purpose: "settings",
  topic: "messages",
  start: "people",
  person: "people",
  subject: "settings",
  key: "settings",
  data: "settings",
  due: "timing",
  earlyAnswer: "stops",
  expiry: "timing",
  messagesMax: "messages",
  daysMax: "timing",
};

function settingDifferences(
  from: Definition,
  to: Definition,
  options: SentenceOptions,
): Difference[] {
  return SETTINGS.flatMap((what) => {
    if (isSame(settingOf(from, what), settingOf(to, what))) return [];
    const before = settingSentence(what, from, options);
    const after = settingSentence(what, to, options);
    const also = before === after ? alsoOf([what], options.locale) : null;
    const group = GROUP_OF_SETTING[what];
    return { kind: "setting" as const, what, before, after, group, stage: null, also };
  });
}

function settingOf(definition: Definition, what: Setting): unknown {
  if (what === "expiry") return definition.expiry?.after;
  if (what === "messagesMax" || what === "daysMax") return definition.limits?.[what];
  return definition[what];
}

function stopDifferences(from: Definition, to: Definition, options: SentenceOptions): Difference[] {
  const changed = (rules: readonly StopRule[], others: readonly StopRule[]) =>
    rules.filter((rule) => !others.some((other) => isSame(rule, other)));
  const gone = changed(from.stopsWhen, to.stopsWhen);
  const come = changed(to.stopsWhen, from.stopsWhen);
  const say = (rule: StopRule) => stopSentence(rule, options);
  const difference = (before: string | null, after: string | null): Difference => ({
    kind: "setting",
    what: "stopsWhen",
    before,
    after,
    group: "stops",
    stage: null,
    also: before === after ? alsoOf(["stopsWhen"], options.locale) : null,
  });
  const pairs = come.map((rule) => {
    const place = gone.findIndex((old) => nameOf(old) === nameOf(rule));
    const [old] = place < 0 ? [] : gone.splice(place, 1);
    return difference(old ? say(old) : null, say(rule));
  });
  return [...pairs, ...gone.map((rule) => difference(say(rule), null))];
}

const nameOf = (rule: StopRule): string =>
  "event" in rule ? `event ${rule.event}` : "action" in rule ? `action ${rule.action}` : "reply";

function stageDifferences(
  from: Definition,
  to: Definition,
  { locale }: SentenceOptions,
): Difference[] {
  const say = (name: string | undefined) =>
    name === undefined ? null : render("setting.stage", locale, { name });
  const of = (
    kind: Difference["kind"],
    what: string,
    before: string | null,
    after: string | null,
  ) => ({
    ...{ kind, what, before, after },
    group: "settings" as const,
    stage: null,
    also: null,
  });
  const old = new Map(from.stages.map(({ id, name }) => [id, name]));
  const now = new Map(to.stages.map(({ id, name }) => [id, name]));
  const named = [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [before, after] = [say(old.get(id)), say(now.get(id))];
    if (before === after) return [];
    return of(
      before === null ? "added" : after === null ? "removed" : "changed",
      id,
      before,
      after,
    );
  });
  const stayed = (ids: Iterable<string>) => [...ids].filter((id) => old.has(id) && now.has(id));
  const moved = outOfOrder(stayed(old.keys()), stayed(now.keys()));
  if (moved.length === 0) return named;
  const order = (stages: Definition["stages"]) =>
    render("setting.stage_order", locale, {
      names: joinList(
        stages.map(({ name }) => name),
        locale,
      ),
    });
  return [...named, of("moved", moved[0] ?? "", order(from.stages), order(to.stages))];
}

function stepDifferences(
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

function alsoOf(fields: readonly string[], locale: string): string | null {
  if (fields.length === 0) return null;
  const names = fields.map((field) => render("setting.field", locale, { field }));
  return render("setting.also", locale, { fields: joinList(names, locale) });
}

/** A step without the steps inside it: those are told by themselves. */
function own(step: Step): Record<string, unknown> {
  switch (step.kind) {
    case "wait_for_response":
      return { ...step, responded: undefined, noAnswer: undefined };
    case "branch": {
      const paths = step.paths.map(({ steps: _, ...path }) => path);
      return { ...step, paths, otherwise: undefined };
    }
    case "split":
      return { ...step, arms: step.arms.map(({ steps: _, ...arm }) => arm) };
    case "repeat":
      return { ...step, steps: undefined };
    default:
      return { ...step };
  }
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

/** Whether two JSON values are the same; the order of an object's keys says nothing. */
const isSame = (a: unknown, b: unknown): boolean =>
  canonicalText(a ?? null) === canonicalText(b ?? null);
