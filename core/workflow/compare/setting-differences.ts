import { stopSentence } from "@/core/sentence/document-sentence";
import type { SentenceOptions } from "@/core/sentence/names";
import { SETTINGS, type Setting, settingSentence } from "@/core/sentence/setting-sentences";
import type { Definition, StopRule } from "../definition";
import { alsoOf } from "./also";
import type { Difference, DifferenceGroup } from "./difference";
import { isSame } from "./own";

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

/** What differs in the settings of two documents. */
export function settingDifferences(
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

/** Which stop rules came, went, or say something else of the same answer. */
export function stopDifferences(
  from: Definition,
  to: Definition,
  options: SentenceOptions,
): Difference[] {
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
