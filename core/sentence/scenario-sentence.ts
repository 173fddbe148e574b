import type { ScenarioFailure } from "@/core/case/check-expectation";
import type { Behaviour } from "@/core/case/scenario";
import type { PresetKey } from "@/core/case/scenario-presets";
import { lengthWords, offsetSlots } from "./duration-words";
import { formatDay, formatLocal } from "./format-moment";
import type { SentenceOptions } from "./names";
import { flag, render } from "./render";

/** What somebody does in a scenario and when: “5 days after the start, invoice.paid arrives.” */
export function behaviourSentence(behaviour: Behaviour, options: SentenceOptions): string {
  const { locale, names } = options;
  const it = flag("message" in behaviour.at);
  const slots = { when: whenWords(behaviour.at, locale), it };
  const code = `behaviour.${behaviour.do}` as const;
  switch (behaviour.do) {
    case "open":
    case "click":
      return render(code, locale, { ...slots, human: flag(behaviour.human ?? true) });
    case "reply": {
      const { text = "" } = behaviour;
      return render(code, locale, { ...slots, hasText: flag(text !== ""), text });
    }
    case "action": {
      const action = names?.action?.(behaviour.action) ?? behaviour.action;
      const pause = lengthWords(behaviour.for, locale) ?? "";
      return render(code, locale, { ...slots, action, hasLength: flag(pause !== ""), pause });
    }
    case "event":
      return render(code, locale, { ...slots, event: behaviour.event });
    case "acknowledge": {
      const { personId } = behaviour;
      const person = personId === undefined ? "" : (names?.person?.(personId) ?? personId);
      return render(code, locale, { ...slots, hasPerson: flag(person !== ""), person });
    }
    case "move_due":
      return render(code, locale, { ...slots, ...whereTo(behaviour, locale) });
    case "holiday": {
      const { on } = behaviour;
      const day = on === undefined ? "" : dayText(on, locale);
      return render(code, locale, { ...slots, hasDay: flag(day !== ""), day });
    }
    case "bounce":
    case "unsubscribe":
    case "nothing":
      return render(code, locale, slots);
  }
}

/** What a preset is called. */
export const presetName = (key: PresetKey, { locale }: SentenceOptions): string =>
  render(`preset.${key}`, locale);

function whenWords(at: Behaviour["at"], locale: string): string {
  const [from, n] =
    "message" in at ? ["message", at.message] : "level" in at ? ["level", at.level] : ["start", 0];
  return render("behaviour.when", locale, { from, n, length: lengthWords(at.after, locale) ?? "" });
}

function whereTo({ dueAt, by }: Extract<Behaviour, { do: "move_due" }>, locale: string) {
  if (dueAt !== undefined) return { to: "moment", moment: dayText(dueAt, locale), distance: "" };
  const distance = offsetSlots(by, locale);
  return { to: distance?.direction ?? "nowhere", moment: "", distance: distance?.length ?? "" };
}

const IN_ANOTHER_YEAR = 0;

/** A date or moment as it was written, with the date in words. */
function dayText(text: string, locale: string): string {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(text) ?? [];
  if (date === undefined) return text;
  if (time !== undefined) return formatLocal(`${date}T${time}`, locale);
  const at = Date.parse(date);
  return Number.isNaN(at) ? text : formatDay(at, "UTC", locale, IN_ANOTHER_YEAR);
}

type FailureOptions = {
  locale: string;
  /** What a step is called; default: its id. */
  step?: ((id: string) => string | undefined) | undefined;
};

/** What came otherwise than a scenario expects, in one sentence. */
export function failureSentence(
  failure: ScenarioFailure,
  { locale, step }: FailureOptions,
): string {
  const code = `scenario.${failure.code}` as const;
  const place = (params: { n: number; step: string; channel: string }) => ({
    n: params.n,
    step: step?.(params.step) ?? params.step,
    channelTitle: render("word.channel_title", locale, { channel: params.channel }),
  });
  switch (failure.code) {
    case "message_extra": {
      const { params } = failure;
      const at = formatLocal(params.at, locale);
      return render(code, locale, { ...place(params), actual: params.actual, at });
    }
    case "time_other": {
      const { params } = failure;
      const [expected, actual] = [params.expected, params.actual].map((at) =>
        formatLocal(at, locale),
      );
      return render(code, locale, {
        ...place(params),
        expected: expected ?? "",
        actual: actual ?? "",
      });
    }
    case "message_missing":
    case "outcome_other":
    case "reason_other":
      return render(code, locale, { ...failure.params, ...place(failure.params) });
    case "person_unknown":
    case "end_other":
    case "cut_off":
      return render(code, locale, failure.params);
  }
}
