import fc from "fast-check";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/core/time";
import { type CaseFacts, factsOf } from "./case-facts";
import { readTallyKey } from "./measure";
import type { RawCase, RawHit, RawMessage, RawTurn } from "./raw-case";

/** A Monday, 09:00 in UTC. */
export const MONDAY = Date.parse("2026-11-02T09:00:00Z");

/** A case that has just been opened, with a stage of two steps and another of one. */
export const rawCase = (given: Partial<RawCase> = {}): RawCase => ({
  id: "case",
  workflow: "renewal",
  version: 1,
  personId: "ada",
  status: "open",
  openedAt: MONDAY,
  firstResponseAt: null,
  closedAt: null,
  closedByHuman: false,
  dueAt: null,
  stage: "first",
  ownerTeam: null,
  arms: {},
  holdout: false,
  promisedAt: null,
  trail: null,
  stages: [
    { id: "first", steps: ["s1", "w1"] },
    { id: "second", steps: ["s2"] },
  ],
  messages: [],
  turns: [],
  ...given,
});

/** An email of the first stage to the person of the case, planned and not yet sent. */
export const rawMessage = (given: Partial<RawMessage> = {}): RawMessage => ({
  id: "m1",
  stage: "first",
  step: "s1",
  visit: 0,
  channel: "email",
  personId: "ada",
  topic: "renewals",
  status: "planned",
  code: null,
  request: { audience: "person" },
  tracked: false,
  plannedAt: MONDAY,
  decidedAt: null,
  sentAt: null,
  deliveredAt: null,
  openedAt: null,
  openedBy: null,
  clickedAt: null,
  repliedAt: null,
  readAt: null,
  hits: [],
  optedOut: false,
  ...given,
});

export const sentMessage = (at: number, given: Partial<RawMessage> = {}): RawMessage =>
  rawMessage({ status: "sent", plannedAt: at, decidedAt: at, sentAt: at, ...given });

export const pressOf = (at: number, action = "done"): RawHit => ({
  id: `action:${action}:0000`,
  type: "clicked",
  by: "human",
  action,
  at,
});

export const rawTurn = (at: number, given: Partial<RawTurn> = {}): RawTurn => ({
  level: 1,
  at,
  byHand: false,
  told: true,
  acknowledgedAt: null,
  ...given,
});

/** Within three weeks, often at one moment with others. */
const moment = fc.oneof(
  fc.integer({ min: 0, max: 21 * 24 }).map((hours) => MONDAY + hours * HOUR_MS),
  fc.integer({ min: 0, max: 21 * DAY_MS }).map((ms) => MONDAY + ms),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const opener = fc.constantFrom("human", "proxy", "scanner", "unknown");
const stage = fc.constantFrom("first", "second", "gone", "resolution");

const hit: fc.Arbitrary<RawHit> = fc.record({
  id: fc.oneof(fc.constant("action:done:0000"), fc.string({ minLength: 1, maxLength: 5 })),
  type: fc.constantFrom("opened", "clicked", "replied", "complained", "bounced", "viewed"),
  by: maybe(opener),
  action: fc.constant(null),
  at: moment,
});

const code = fc.constantFrom("skip.no_address", "skip.responded", "skip.holdout", "fail.bounced");

const message = fc.record({
  stage: maybe(stage),
  step: fc.constantFrom("s1", "s2"),
  visit: fc.constant(0),
  channel: fc.constantFrom("email", "sms", "push", "in_app", "webhook"),
  personId: fc.constantFrom("ada", "ada", "bob"),
  topic: maybe(fc.constantFrom("renewals", "news")),
  status: fc.constantFrom(
    "planned",
    "held",
    "sending",
    "sent",
    "sent",
    "delivered",
    "not_sent",
    "failed",
    "unknown",
  ),
  code: maybe(code),
  request: fc.record(
    {
      audience: fc.constantFrom("person", "person", "owner", "escalation", "tell"),
      ghost: fc.boolean(),
      ending: fc.boolean(),
      unless: fc.constantFrom("opened", "responded"),
    },
    { requiredKeys: ["audience"] },
  ),
  tracked: fc.boolean(),
  plannedAt: moment,
  decidedAt: maybe(moment),
  sentAt: maybe(moment),
  deliveredAt: maybe(moment),
  openedAt: maybe(moment),
  openedBy: maybe(opener),
  clickedAt: maybe(moment),
  repliedAt: maybe(moment),
  readAt: maybe(moment),
  hits: fc.array(hit, { maxLength: 3 }),
  optedOut: fc.boolean(),
}) as fc.Arbitrary<Omit<RawMessage, "id">>;

const day = Math.floor(MONDAY / DAY_MS);
const left = fc
  .tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 160 }),
    fc.constantFrom(
      "on",
      "responded",
      "no_answer",
      "moved",
      "path:a",
      "end:resolved",
      "end:expired",
    ),
  )
  .map(([later, bucket, way]) => `1/${day + later}/${bucket}/${way}`);
const visit = fc.oneof(
  left,
  moment.map((at) => `1@${at}`),
);
const trail = fc.dictionary(fc.constantFrom("s1", "w1", "s2", "other"), visit, { maxKeys: 4 });

const turn: fc.Arbitrary<RawTurn> = fc.record({
  level: fc.integer({ min: 0, max: 2 }),
  at: moment,
  byHand: fc.boolean(),
  told: fc.boolean(),
  acknowledgedAt: maybe(moment),
});

/** Anything that could be stored, and much that could not. */
export const anyRawCase: fc.Arbitrary<RawCase> = fc
  .record({
    status: fc.constantFrom("open", "resolved", "expired", "canceled"),
    firstResponseAt: maybe(moment),
    closedAt: moment,
    closedByHuman: fc.boolean(),
    dueAt: maybe(moment),
    stage: maybe(stage),
    arms: fc.dictionary(fc.constantFrom("w1", "s2", "other"), fc.constantFrom("a", "b")),
    holdout: fc.boolean(),
    promisedAt: maybe(moment),
    trail: maybe(trail),
    messages: fc
      .array(message, { maxLength: 8 })
      .map((all) => all.map((each, i) => ({ ...each, id: `m${i}` }))),
    turns: fc.array(turn, { maxLength: 4 }),
  })
  .map((given) =>
    rawCase({
      ...given,
      openedAt: MONDAY - MINUTE_MS,
      closedAt: given.status === "open" ? null : given.closedAt,
    } as Partial<RawCase>),
  );

const wallClock = (from: number, to: number): number => to - from;

/** The facts of such a case, of a person in `zone` who works around the clock. */
export const factsIn = (given: Partial<RawCase>, zone = "UTC") =>
  factsOf(rawCase(given), { zone, workingMs: wallClock });

/** What a case counts in a measure, over all stages, channels and buckets; `where` is a key's rest. */
export function countOf(facts: CaseFacts, measure: string, where?: string): number {
  let n = 0;
  for (const [key, value] of Object.entries(facts.tallies)) {
    const bar = key.indexOf("|");
    const isMeant = key.slice(0, bar) === measure;
    if (isMeant && (where === undefined || key.slice(bar + 1) === where)) n += value;
  }
  return n;
}

/** Its sums, as a source of one case gives them. */
export const sumsOf = ({ tallies }: CaseFacts) =>
  Object.entries(tallies).map(([key, n]) => ({ ...readTallyKey(key), n }));
