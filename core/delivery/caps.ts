import { z } from "zod";
import type { Channel } from "@/core/template/channel";
import { DAY_MS, type Instant, MINUTE_MS } from "@/core/time";
import type { GateInput } from "./gate-input";

export const CAP_MAX = { perDay: 100, perWeek: 500, gapMinutes: 7 * 24 * 60 } as const;
export const HELPER_GAP_MINUTES_MAX = 24 * 60;
export const WEEK_MS = 7 * DAY_MS;
/** Who is due this soon is not made to wait, neither for a cap nor for a digest. */
const DUE_SOON_MS = DAY_MS;

const Cap = z.strictObject({
  perDay: z.int().min(1).max(CAP_MAX.perDay).optional(),
  perWeek: z.int().min(1).max(CAP_MAX.perWeek).optional(),
});

export const CAPPED_CHANNELS = [
  "email",
  "sms",
  "push",
  "in_app",
] as const satisfies readonly Channel[];

/**
 * How much a person gets over all workflows: at most so many messages in any 24 hours and in any 7
 * days, together and by channel, and a pause after each. What is absent is off. In-app messages
 * count only against a limit of their own. `helpers` is for those who are told because of their duty:
 * the minutes between two messages on a channel, 5 when absent, 0 for none.
 */
export const FrequencyLimits = z.strictObject({
  ...Cap.shape,
  gapMinutes: z.int().min(1).max(CAP_MAX.gapMinutes).optional(),
  channels: z.strictObject({ email: Cap, sms: Cap, push: Cap, in_app: Cap }).partial().optional(),
  helpers: z.strictObject({ gapMinutes: z.int().min(0).max(HELPER_GAP_MINUTES_MAX) }).optional(),
});
export type FrequencyLimits = z.infer<typeof FrequencyLimits>;

/** A message that counts, with when it was handed over. */
export type CountedMessage = { at: Instant; channel: Channel };

/** What the cap looks at beside the message. */
export type CapFacts = {
  limits: FrequencyLimits;
  /** What the person got in the last 7 days, in any order. */
  counted: readonly CountedMessage[];
  /** It leaves as part of a message that has passed. */
  joins: boolean;
};

export const hasLimits = ({ perDay, perWeek, gapMinutes, channels }: FrequencyLimits): boolean =>
  [perDay, perWeek, gapMinutes].some((limit) => limit !== undefined) ||
  Object.values(channels ?? {}).some(
    (cap) => cap?.perDay !== undefined || cap?.perWeek !== undefined,
  );

/**
 * Whether a message counts against the caps and can be held by them: what is written to the person
 * the case is about, while it is open and its topic not required. What is owed to them, and who is on
 * duty, is never kept waiting.
 */
export const isCounted = ({ message, topic }: Pick<GateInput, "message" | "topic">): boolean => {
  const { audience, ending, ghost, class: messageClass } = message.request;
  return (
    (audience === "person" || audience === "tell") &&
    ending !== true &&
    ghost !== true &&
    messageClass !== "transactional" &&
    topic?.required !== true
  );
};

/** From when on a case that is due then is not made to wait. Null: it is never due. */
export const dueSoonFrom = (dueAt: Instant | null): Instant | null =>
  dueAt === null ? null : dueAt - DUE_SOON_MS;

type Capped = { until: Instant; n: number; cap: number | null };

/** Until when the caps hold a message on a channel, and by which of them; null: they let it pass now. */
export function cappedUntil(
  { limits, counted }: Pick<CapFacts, "limits" | "counted">,
  channel: Channel,
  now: Instant,
): Capped | null {
  const inApp = (c: CountedMessage) => c.channel === "in_app";
  const own = counted.filter((c) => c.channel === channel);
  const all = channel === "in_app" ? [] : counted.filter((c) => !inApp(c));
  const cap = channel === "webhook" ? undefined : limits.channels?.[channel];
  const { perDay, perWeek, gapMinutes } = channel === "in_app" ? {} : limits;
  const closed = [
    fullUntil(all, perDay, DAY_MS, now),
    fullUntil(all, perWeek, WEEK_MS, now),
    fullUntil(own, cap?.perDay, DAY_MS, now),
    fullUntil(own, cap?.perWeek, WEEK_MS, now),
    gapUntil(all, gapMinutes, now),
  ].filter((one) => one !== null);
  return closed.reduce<Capped | null>(
    (last, one) => (last === null || one.until > last.until ? one : last),
    null,
  );
}

/** With `cap` messages in the window, the next one passes when the oldest of them has left it. */
function fullUntil(
  messages: readonly CountedMessage[],
  cap: number | undefined,
  windowMs: number,
  now: Instant,
): Capped | null {
  if (cap === undefined) return null;
  const inWindow = messages.map(({ at }) => at).filter((at) => at + windowMs > now);
  if (inWindow.length < cap) return null;
  const oldestFirst = inWindow.toSorted((a, b) => a - b);
  const leaves = oldestFirst[inWindow.length - cap] ?? now;
  return { until: leaves + windowMs, n: inWindow.length, cap };
}

function gapUntil(
  messages: readonly CountedMessage[],
  gapMinutes: number | undefined,
  now: Instant,
): Capped | null {
  if (gapMinutes === undefined || messages.length === 0) return null;
  const until = Math.max(...messages.map(({ at }) => at)) + gapMinutes * MINUTE_MS;
  return until > now ? { until, n: 1, cap: null } : null;
}

const PRIORITIES = ["urgent", "high", "normal", "low"];

export type Urgency = {
  id: string;
  priority: string;
  dueAt: Instant | null;
  plannedAt: Instant;
};

/** Most urgent first: by the case's priority, then what is due first, then what waits longest. */
export const byUrgency = (a: Urgency, b: Urgency): number =>
  rankOf(a) - rankOf(b) ||
  (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER) ||
  a.plannedAt - b.plannedAt ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

function rankOf({ priority }: Urgency): number {
  const place = PRIORITIES.indexOf(priority);
  return place < 0 ? PRIORITIES.indexOf("normal") : place;
}
