import { toCivil } from "@/core/calendar/zone-offset";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Expectation, ExpectedMessage } from "./scenario-test";
import type { SimulatedMessage, Simulation } from "./simulation";

type Outcome = ExpectedMessage["outcome"];
type Place = { n: number; step: string; channel: Channel };

/** What came otherwise than a scenario expects. `n` counts the expected messages, or those that came, from 1. */
export type ScenarioFailure =
  | { code: "person_unknown"; params: { person: string } }
  | { code: "message_missing"; params: Place & { expected: Outcome } }
  | { code: "message_extra"; params: Place & { actual: Outcome; at: string } }
  | {
      code: "outcome_other";
      params: Place & { expected: Outcome; actual: Outcome; reason: string };
    }
  | { code: "time_other"; params: Place & { expected: string; actual: string } }
  | { code: "reason_other"; params: Place & { expected: string; actual: string } }
  | { code: "end_other"; params: { expected: string; actual: string } }
  | { code: "cut_off"; params: { cut: "events" | "days" } };

/** A message with its outcome, as an expectation speaks of it: `at` is local to its reader. */
export type SettledMessage = {
  step: string;
  channel: Channel;
  outcome: Outcome;
  code: string;
  at: string;
};

/** Whom an expectation speaks of, and whose clock its times are read by. */
type Reader = { id: string; zone: string };

/**
 * The messages to the person of the case that have an outcome, in the order in which they got one. What
 * goes to colleagues depends on who is on duty where the scenario runs, so expectations leave it out.
 */
export function settledMessages(
  { messages, entries }: Simulation,
  reader: Reader,
): SettledMessage[] {
  const settledAt = new Map<string, Instant>();
  for (const entry of entries) {
    if (entry.kind !== "message" || entry.message.status === "held") continue;
    if (!settledAt.has(entry.message.id)) settledAt.set(entry.message.id, entry.at);
  }
  return messages
    .filter(({ personId }) => personId === reader.id)
    .flatMap((message) => {
      const outcome = outcomeOf(message);
      const at = settledAt.get(message.id);
      return outcome === null || at === undefined ? [] : [{ message, outcome, at }];
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ message: { step, channel, code }, outcome, at }) => {
      const local = new Date(toCivil(at, reader.zone)).toISOString().slice(0, 16);
      return { step, channel, outcome, code, at: local };
    });
}

const outcomeOf = ({ status }: SimulatedMessage): Outcome | null =>
  status === "planned" || status === "held" ? null : status;

/** Everything that differs from what is expected; nothing where nothing is. A simulation that was cut off never passes. */
export function checkExpectation(
  simulation: Simulation,
  expects: Expectation | undefined,
  reader: Reader,
): ScenarioFailure[] {
  if (!expects) return [];
  const { end } = simulation;
  const failures: ScenarioFailure[] = [];
  if (end.cut !== null) failures.push({ code: "cut_off", params: { cut: end.cut } });
  if (expects.messages) {
    failures.push(...compare(expects.messages, settledMessages(simulation, reader)));
  }
  const expected = expects.end?.status;
  if (expected !== undefined && expected !== end.status) {
    failures.push({ code: "end_other", params: { expected, actual: end.status } });
  }
  return failures;
}

function compare(
  expected: readonly ExpectedMessage[],
  actual: readonly SettledMessage[],
): ScenarioFailure[] {
  const failures: ScenarioFailure[] = [];
  for (const { e, a } of aligned(expected, actual)) {
    const wanted = expected[e ?? -1];
    const came = actual[a ?? -1];
    if (wanted && came)
      failures.push(...differences({ ...placeOf(came), n: (a ?? 0) + 1 }, wanted, came));
    else if (wanted) {
      const params = { ...placeOf(wanted), n: (e ?? 0) + 1, expected: wanted.outcome };
      failures.push({ code: "message_missing", params });
    } else if (came) {
      const { outcome, at } = came;
      const params = { ...placeOf(came), n: (a ?? 0) + 1, actual: outcome, at };
      failures.push({ code: "message_extra", params });
    }
  }
  return failures;
}

const placeOf = ({ step, channel }: ExpectedMessage | SettledMessage) => ({ step, channel });

function differences(
  place: Place,
  wanted: ExpectedMessage,
  came: SettledMessage,
): ScenarioFailure[] {
  const { outcome: actual, code: reason } = came;
  if (wanted.outcome !== actual) {
    return [
      { code: "outcome_other", params: { ...place, expected: wanted.outcome, actual, reason } },
    ];
  }
  const failures: ScenarioFailure[] = [];
  if (wanted.at !== undefined && wanted.at !== came.at) {
    const params = { ...place, expected: wanted.at, actual: came.at };
    failures.push({ code: "time_other", params });
  }
  if (wanted.code !== undefined && wanted.code !== reason) {
    const params = { ...place, expected: wanted.code, actual: reason };
    failures.push({ code: "reason_other", params });
  }
  return failures;
}

/**
 * Pairs what is expected with what came by step and channel, in order and as many as possible
 * (longest common subsequence), so that one message more does not make all behind it wrong.
 */
function aligned(expected: readonly ExpectedMessage[], actual: readonly SettledMessage[]) {
  const width = actual.length + 1;
  const lengths = new Uint16Array((expected.length + 1) * width);
  const isSame = (e: number, a: number) =>
    expected[e]?.step === actual[a]?.step && expected[e]?.channel === actual[a]?.channel;
  const at = (e: number, a: number) => lengths[e * width + a] ?? 0;
  for (let e = expected.length - 1; e >= 0; e--) {
    for (let a = actual.length - 1; a >= 0; a--) {
      lengths[e * width + a] = isSame(e, a)
        ? at(e + 1, a + 1) + 1
        : Math.max(at(e + 1, a), at(e, a + 1));
    }
  }
  const pairs: { e?: number; a?: number }[] = [];
  for (let e = 0, a = 0; e < expected.length || a < actual.length; ) {
    if (e < expected.length && a < actual.length && isSame(e, a)) pairs.push({ e: e++, a: a++ });
    else if (a >= actual.length || (e < expected.length && at(e + 1, a) >= at(e, a + 1))) {
      pairs.push({ e: e++ });
    } else pairs.push({ a: a++ });
  }
  return pairs;
}
