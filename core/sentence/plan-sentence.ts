import type { PlanEntry } from "@/core/case/plan";
import type { Instant } from "@/core/time";
import { formatMoment, isMoment } from "./format-moment";
import type { SentenceOptions } from "./names";
import { textOf } from "./param-text";
import { flag, render } from "./render";

export type PlanOptions = SentenceOptions & {
  zone: string;
  now?: Instant | undefined;
  /** For places that show the moment beside it. */
  withoutMoment?: boolean | undefined;
};

/** An entry of the plan, or a hold without a moment (`due_date`, `operator`). */
export type PlannedThing = Omit<PlanEntry, "at" | "kind" | "because"> & {
  at: Instant | null;
  kind: PlanEntry["kind"] | "due_date" | "operator";
};

/** What will happen and when: “Email “invoice-reminder” to Maria on Wed 10 Dec, 09:00 Berlin”. */
export function planSentence(entry: PlannedThing, options: PlanOptions): string {
  const { locale, zone, now } = options;
  const { kind, at, level } = entry;
  const person =
    entry.personId === null ? null : (options.names?.person?.(entry.personId) ?? entry.personId);
  const template =
    entry.template === null ? null : (options.names?.template?.(entry.template) ?? entry.template);
  const isHold = kind === "due_date" || kind === "operator";
  return render("word.plan", locale, {
    kind,
    channelTitle: render("word.channel_title", locale, { channel: entry.channel ?? "" }),
    hasTemplate: flag(template !== null),
    template: textOf(template) ?? "",
    hasPerson: flag(person !== null),
    person: textOf(person) ?? "",
    hasLevel: flag(level !== null),
    level: level ?? 0,
    hasAt: flag(!isHold && !options.withoutMoment && isMoment(at)),
    at: isMoment(at) ? formatMoment(at, zone, locale, now) : "",
  });
}
