import { endOfQuiet } from "@/core/calendar/windows";
import { DAY_MS, type Instant } from "@/core/time";
import { cappedUntil, dueSoonFrom, isCounted } from "./caps";
import { isChannelOn } from "./channel-on";
import { digestMoment } from "./digest";
import type { AddressFacts, GateInput, ReachInput } from "./gate-input";
import { gapHolds } from "./helper-gap";
import { nextSmsMoment, SMS_WINDOW, smsZones } from "./sms-zones";

type Values = Record<string, unknown>;

export type Verdict =
  | { kind: "send"; to: string; evidence: Values }
  | { kind: "hold"; until: Instant; code: string; params: Values; evidence: Values }
  | { kind: "not_sent"; code: string; params: Values; evidence: Values };

/** A closed gate, or null for an open one. */
type Closed =
  | { kind: "hold"; until: Instant; code: string; params: Values; evidence: Values }
  | { kind: "not_sent"; code: string; params: Values; evidence: Values };
type Gate = { name: string; look: (input: GateInput) => Closed | null };

/** Quiet hours without an end are looked at again after this long: the person may have changed them. */
const ENDLESS_QUIET_MS = DAY_MS;

const HANDED_OVER: readonly string[] = ["sending", "sent", "delivered", "unknown"];

const hold = (code: string, until: Instant, params: Values, evidence: Values): Closed => ({
  kind: "hold",
  until,
  code,
  params,
  evidence,
});
const skip = (code: string, params: Values, evidence: Values): Closed => ({
  kind: "not_sent",
  code,
  params,
  evidence,
});

/**
 * Whether the person's own choice of topics and channels can stop this message. It can for what is
 * written to the person the case is about, and not required; nobody has to take advertising, whatever
 * its topic says. It cannot for people brought in because of their duty
 * (escalation, team, owner, named, involved): a supervisor's preferences do not silence an escalation.
 */
export const isOptional = (input: Pick<ReachInput, "message" | "topic">): boolean =>
  input.topic !== null && isPausable(input);

/**
 * Whether a pause of the person holds this message: it holds what they could switch off, and what
 * belongs to no topic that is known.
 */
function isPausable({ message, topic }: Pick<ReachInput, "message" | "topic">): boolean {
  const { audience, class: messageClass } = message.request;
  if (audience !== "person" && audience !== "tell") return false;
  return topic?.required !== true || messageClass === "promotional";
}

function caseOpen({ case: matter, message, now }: GateInput): Closed | null {
  const ending = message.request.ending === true;
  const evidence = { status: matter.status, ending };
  if (matter.status !== "open" && !ending) {
    const { outcome, closedAt, closedBy } = matter;
    return skip("skip.case_closed", { outcome, at: closedAt, by: closedBy }, evidence);
  }
  if (!ending && matter.snoozedUntil !== null && matter.snoozedUntil > now) {
    const until = matter.snoozedUntil;
    return hold("held.snoozed", until, { until }, { ...evidence, snoozedUntil: until });
  }
  return null;
}

/** Whoever was to be told of an escalation that somebody has taken on since is not called in for it. */
function notTaken({ case: matter, message }: GateInput): Closed | null {
  const { acknowledgedAt: at, acknowledgedBy: by } = matter;
  if (message.request.audience !== "escalation" || at === null || at <= message.plannedAt) {
    return null;
  }
  return skip("skip.acknowledged", { by, at }, { acknowledgedAt: at, acknowledgedBy: by });
}

function personReachable(input: GateInput): Closed | null {
  const { person, message, now } = input;
  const { personId } = message;
  if (person === null || person.erased) {
    return skip("skip.no_person", { personId }, { exists: person !== null });
  }
  const until = person.pausedUntil;
  if (until === null || until <= now || !isPausable(input)) return null;
  return hold("held.paused_person", until, { personId, until }, { pausedUntil: until });
}

export function topicWanted(input: ReachInput): Closed | null {
  const { message, topic, preference } = input;
  if (topic === null || !isOptional(input)) return null;
  const { personId, channel } = message;
  const evidence = { topic: topic.key, preference, defaultChannels: topic.defaultChannels };
  const params = { personId, topic: topic.key };
  const frequency = preference?.frequency ?? "as_it_happens";
  if (frequency === "off") return skip("skip.pref_topic", params, evidence);
  if (frequency === "last_reminder" && !input.isLastReminder && !message.request.ending) {
    return skip("skip.pref_topic", { ...params, frequency }, evidence);
  }
  if (isChannelOn(topic, preference?.channels, channel)) return null;
  return skip("skip.pref_channel", { ...params, channel }, evidence);
}

/** An address given by the API or an operator stands for consent until it is withdrawn. */
export function consentGiven({ message, consent }: ReachInput): Closed | null {
  const { personId, channel } = message;
  if (channel !== "sms" || consent !== false) return null;
  return skip("skip.no_consent", { personId, channel }, { consent });
}

const isUsable = (a: AddressFacts) => a.verified && a.suppressed === null;

export function addressUsable({ message, addresses }: ReachInput): Closed | null {
  const { personId, channel } = message;
  if (channel === "in_app" || addresses.some(isUsable)) return null;
  const evidence = { addresses };
  const suppressed = addresses.find((a) => a.verified)?.suppressed;
  if (suppressed) {
    return skip("skip.suppressed", { personId, channel, ...suppressed }, evidence);
  }
  const unverified = addresses.length > 0;
  return skip("skip.no_address", { personId, channel, unverified }, evidence);
}

/** In-app messages need no address: they lie in the person's own inbox. */
const addressOf = ({ message, addresses }: GateInput): string | null =>
  message.channel === "in_app" ? message.personId : (addresses.find(isUsable)?.address ?? null);

function notQuiet(input: GateInput): Closed | null {
  const { message, person, now } = input;
  if (person === null || message.request.ignoreQuietHours) return null;
  const { quietHours, zone } = person;
  const { personId, channel } = message;
  if (quietHours !== null) {
    const until = endOfQuiet(now, quietHours, zone) ?? now + ENDLESS_QUIET_MS;
    if (until <= now) return null;
    return hold("held.quiet_hours", until, { personId, until }, { quietHours, zone });
  }
  if (channel !== "sms") return null;
  const { ownZone: timeZone, location } = person;
  const known = smsZones({ timeZone, location, number: addressOf(input), fallbackZone: zone });
  const until = nextSmsMoment(now, known.zones);
  if (until <= now) return null;
  return hold("held.send_window", until, { channel, until }, { window: SMS_WINDOW, ...known });
}

/** What is due within a day, or was due already, waits for no cap and no digest. */
function waitsUntil({ case: matter, now }: GateInput, until: Instant) {
  const soon = dueSoonFrom(matter.dueAt);
  if (soon === null || soon >= until) return { until, isDue: false };
  return { until: Math.max(soon, now), isDue: true };
}

/** More than a person wants to get is held, and leaves together when there is room. */
function capFree(input: GateInput): Closed | null {
  const { caps, message, now } = input;
  if (caps === null || caps.joins || !isCounted(input)) return null;
  const capped = cappedUntil(caps, message.channel, now);
  if (capped === null) return null;
  const { until, isDue } = waitsUntil(input, capped.until);
  if (until <= now) return null;
  const { n, cap } = capped;
  const params = {
    personId: message.personId,
    n,
    until,
    ...(cap !== null && { cap }),
    ...(isDue && { isDue }),
  };
  return hold("held.cap", until, params, { limits: caps.limits, free: capped.until });
}

/** Collected until the digest's moment; then one message lists what is still open. */
function digestDue(input: GateInput): Closed | null {
  const { preference, person, message, topic, now } = input;
  const frequency = preference?.frequency;
  if (frequency !== "daily" && frequency !== "weekly") return null;
  if (person === null || topic === null || !isOptional(input)) return null;
  const digestAt = preference?.digestAt ?? null;
  const moment = digestMoment(message.plannedAt, frequency, digestAt, person.zone);
  const { until, isDue } = waitsUntil(input, moment);
  if (until <= now) return null;
  const { personId } = message;
  const params = { personId, topic: topic.key, frequency, until, ...(isDue && { isDue }) };
  return hold("held.digest", until, params, { preference, plannedAt: message.plannedAt });
}

/** What is owed to people leaves although its case is in a holdout: its topic may have become required since. */
function notGhost({ message, topic }: GateInput): Closed | null {
  const { ghost, class: messageClass } = message.request;
  if (!ghost || (topic?.required === true && messageClass !== "promotional")) return null;
  return skip("skip.holdout", {}, { holdout: true });
}

/** Only what a human did counts, and only from the earlier messages of the same step and turn. */
function fallbackNeeded({ message, siblings, case: matter }: GateInput): Closed | null {
  const { unless, unlessChannel } = message.request;
  if (unless === undefined) return null;
  const earlier = siblings.filter(
    (s) =>
      s.step === message.step &&
      s.visit === message.visit &&
      s.personId === message.personId &&
      s.id !== message.id &&
      (unlessChannel === undefined || s.channel === unlessChannel),
  );
  const moments = earlier.map((s) => {
    if (unless === "opened") return s.openedAt ?? s.clickedAt ?? s.repliedAt;
    if (unless === "clicked") return s.clickedAt;
    if (unless === "delivered") return s.deliveredAt;
    return s.repliedAt ?? matter.firstResponseAt;
  });
  const at = moments.find((moment) => moment !== null) ?? null;
  if (at === null) return null;
  const params = { channel: unlessChannel ?? null, unless, at };
  return skip("skip.fallback_unneeded", params, { earlier: earlier.map((s) => s.id), at });
}

function toldBefore({ message, siblings }: GateInput): Closed | null {
  if (message.request.audience !== "involved") return null;
  const told = siblings.some(
    (s) => s.personId === message.personId && s.id !== message.id && HANDED_OVER.includes(s.status),
  );
  return told ? null : skip("skip.not_told", { personId: message.personId }, { told });
}

/** The same words to the same address: two people of one step who share it get it once. */
function notDuplicate(input: GateInput): Closed | null {
  const { message, siblings } = input;
  const to = addressOf(input);
  const twin = siblings.find(
    (s) =>
      s.id !== message.id &&
      s.step === message.step &&
      s.visit === message.visit &&
      s.channel === message.channel &&
      s.template === message.template &&
      s.to === to &&
      HANDED_OVER.includes(s.status),
  );
  if (!twin) return null;
  return skip("skip.duplicate", { messageId: twin.id, at: twin.sentAt }, { to });
}

/** Last of all: nobody waits for a list they will not stand in. */
function helperFree({ helper, message, now }: GateInput): Closed | null {
  if (helper === null) return null;
  const until = gapHolds(helper, message.request, now);
  if (until === null) return null;
  return hold("held.helper", until, { personId: message.personId, until }, { ...helper });
}

/** In this order; the first closed gate decides. */
export const GATES: readonly Gate[] = [
  { name: "case", look: (input) => caseOpen(input) ?? notTaken(input) },
  { name: "person", look: personReachable },
  { name: "topic", look: topicWanted },
  { name: "consent", look: consentGiven },
  { name: "address", look: addressUsable },
  { name: "quiet_hours", look: notQuiet },
  { name: "cap", look: capFree },
  { name: "digest", look: digestDue },
  { name: "holdout", look: notGhost },
  { name: "fallback", look: fallbackNeeded },
  { name: "told", look: toldBefore },
  { name: "duplicate", look: notDuplicate },
  { name: "helper", look: helperFree },
];

/**
 * What becomes of a planned message at `input.now`: exactly one verdict, from the first closed gate.
 *
 * `hold` always names a later moment at which to look again. `evidence` is what the deciding gate
 * saw, `gate` among it. The same function decides in the worker, the simulation and the preview.
 */
export function decide(input: GateInput): Verdict {
  for (const gate of GATES) {
    const closed = gate.look(input);
    if (closed) return { ...closed, evidence: { gate: gate.name, ...closed.evidence } };
  }
  const to = addressOf(input) ?? input.message.personId;
  const { preference, topic, person } = input;
  return {
    kind: "send",
    to,
    evidence: {
      case: input.case.status,
      ...(topic && { topic: topic.key, required: topic.required }),
      ...(preference && { preference }),
      ...(person && { zone: person.zone }),
    },
  };
}
