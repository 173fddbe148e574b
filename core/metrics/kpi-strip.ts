import { opensOf, percentileOf, RATIO_MIN, ratioOf } from "./kpis";
import type { Measure } from "./measure";
import type { Observed } from "./risk-set";
import type { TallySum } from "./tally-sums";
import { totalsOf } from "./total-of";

/** What the strip is summed from, but for what is due. */
export const STRIP_MEASURES = [
  "opened",
  "reached",
  "dead_end",
  "responded",
  "promised",
  "resolved",
  "open",
  "escalated",
  "escalation_decided",
  "sent",
  "delivered",
  "tracked",
  "opened_human",
  "opened_machine",
  "clicked",
  "opted_out",
] as const satisfies Measure[];

/** How long it took, and how long it has not yet. */
export type Durations = {
  response: readonly Observed[];
  responseWorking: readonly Observed[];
  resolution: readonly Observed[];
};

/** The numbers at a glance, from the sums of `STRIP_MEASURES` and those of `DUE_MEASURES` up to now. */
export function kpiStrip(sums: readonly TallySum[], observed: Durations) {
  const n = totalsOf(sums);
  const [messages, resolved] = [n("delivered"), n("resolved")];
  return {
    opened: n("opened"),
    open: n("open"),
    onTime: ratioOf(n("due_met"), n("due_met") + n("due_missed")),
    response: ratioOf(n("responded"), n("reached")),
    medianToResponse: percentileOf(observed.response, 0.5),
    medianToResponseWorking: percentileOf(observed.responseWorking, 0.5),
    medianToResolution: percentileOf(observed.resolution, 0.5),
    resolution: ratioOf(resolved, n("opened")),
    promised: ratioOf(n("promised"), n("opened")),
    escalation: ratioOf(n("escalated"), n("escalation_decided")),
    messagesPerResolved: perResolved(messages, resolved),
    delivery: ratioOf(messages, n("sent")),
    opens: opensOf({
      tracked: n("tracked"),
      human: n("opened_human"),
      machine: n("opened_machine"),
    }),
    clicks: ratioOf(n("clicked"), messages),
    optOuts: ratioOf(n("opted_out"), messages),
    reach: ratioOf(n("reached"), n("opened")),
    deadEnd: ratioOf(n("dead_end"), n("opened")),
  };
}

const perResolved = (messages: number, resolved: number) => ({
  messages,
  resolved,
  value: resolved < RATIO_MIN ? null : messages / resolved,
});
