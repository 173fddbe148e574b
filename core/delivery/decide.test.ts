import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, toRfc3339 } from "@/core/time";
import { decide, GATES } from "./decide";
import type { AddressFacts, GateInput, SiblingFacts } from "./gate-input";
import type { MessageRequest } from "./request";

const NOW = Date.parse("2026-03-03T12:00:00Z");
const address = (over: Partial<AddressFacts> = {}): AddressFacts => ({
  address: "ana@example.com",
  verified: true,
  suppressed: null,
  ...over,
});

type Over = Partial<Omit<GateInput, "message" | "case" | "person">> & {
  request?: Partial<MessageRequest>;
  message?: Partial<GateInput["message"]>;
  case?: Partial<GateInput["case"]>;
  person?: Partial<NonNullable<GateInput["person"]>> | null;
};

function input({ request, message, case: matter, person, ...rest }: Over = {}): GateInput {
  return {
    now: NOW,
    message: {
      id: "m1",
      step: "s1",
      visit: 0,
      personId: "ana",
      channel: "email",
      template: "first",
      plannedAt: NOW,
      request: { audience: "person", ...request },
      ...message,
    },
    case: {
      status: "open",
      outcome: null,
      closedAt: null,
      closedBy: null,
      snoozedUntil: null,
      firstResponseAt: null,
      dueAt: null,
      acknowledgedAt: null,
      acknowledgedBy: null,
      ...matter,
    },
    person:
      person === null
        ? null
        : {
            erased: false,
            zone: "Europe/Berlin",
            ownZone: "Europe/Berlin",
            location: null,
            pausedUntil: null,
            quietHours: null,
            ...person,
          },
    topic: { key: "billing", required: false, defaultChannels: ["email", "sms", "in_app"] },
    preference: null,
    isLastReminder: false,
    consent: null,
    addresses: [address()],
    caps: null,
    helper: null,
    siblings: [],
    ...rest,
  };
}

const sibling = (over: Partial<SiblingFacts> = {}): SiblingFacts => ({
  id: "m0",
  step: "s1",
  visit: 0,
  channel: "email",
  personId: "ana",
  template: "first",
  status: "sent",
  to: "ana@example.com",
  sentAt: NOW - HOUR_MS,
  deliveredAt: null,
  openedAt: null,
  clickedAt: null,
  repliedAt: null,
  ...over,
});

const codeOf = (over: Over) => {
  const verdict = decide(input(over));
  return verdict.kind === "send" ? "send" : verdict.code;
};
const preference = (frequency: "as_it_happens" | "daily" | "weekly" | "last_reminder" | "off") => ({
  channels: {},
  frequency,
  digestAt: null,
});
function heldUntil(over: Over): [string, string] {
  const verdict = decide(input(over));
  return verdict.kind === "hold" ? [verdict.code, toRfc3339(verdict.until)] : [verdict.kind, ""];
}

test("a message nothing speaks against goes to the newest usable address", () => {
  const addresses = [
    address({ address: "new@example.com", suppressed: { reason: "bounced", at: 1 } }),
    address({ address: "next@example.com", verified: false }),
    address({ address: "old@example.com" }),
  ];
  expect(decide(input({ addresses }))).toMatchObject({ kind: "send", to: "old@example.com" });
});

describe("the case", () => {
  test("a closed case lets only the messages of its ending through", () => {
    const matter = { status: "resolved" as const };
    expect(codeOf({ case: matter })).toBe("skip.case_closed");
    expect(codeOf({ case: matter, request: { ending: true } })).toBe("send");
  });

  test("a snooze holds a message until it ends, but not the ending's", () => {
    const matter = { snoozedUntil: NOW + DAY_MS };
    expect(heldUntil({ case: matter })).toEqual(["held.snoozed", "2026-03-04T12:00:00.000Z"]);
    expect(codeOf({ case: matter, request: { ending: true } })).toBe("send");
    expect(codeOf({ case: { snoozedUntil: NOW } })).toBe("send");
  });
});

describe("the person", () => {
  test("nobody and an erased person get nothing", () => {
    expect(codeOf({ person: null })).toBe("skip.no_person");
    expect(codeOf({ person: { erased: true } })).toBe("skip.no_person");
  });

  test("a pause holds until it ends", () => {
    const person = { pausedUntil: NOW + HOUR_MS };
    expect(heldUntil({ person })).toEqual(["held.paused_person", "2026-03-03T13:00:00.000Z"]);
  });

  test("a pause holds only what the person could switch off", () => {
    const person = { pausedUntil: NOW + HOUR_MS };
    const required = { key: "billing", required: true, defaultChannels: [] };
    expect(codeOf({ person, topic: required })).toBe("send");
    const promotional = { class: "promotional" } as const;
    expect(codeOf({ person, topic: required, request: promotional })).toBe("held.paused_person");
    expect(codeOf({ person, topic: null })).toBe("held.paused_person");
    expect(codeOf({ person, request: { audience: "tell" } })).toBe("held.paused_person");
    for (const audience of ["escalation", "owner", "team", "named", "involved"] as const) {
      const siblings = [sibling()];
      expect(codeOf({ person, siblings, request: { audience }, message: { step: "s2" } })).toBe(
        "send",
      );
    }
  });
});

describe("topic and channel", () => {
  test("a topic that was turned off is silent, unless it is required", () => {
    const off = { preference: preference("off") };
    expect(codeOf(off)).toBe("skip.pref_topic");
    const topic = { key: "billing", required: true, defaultChannels: [] };
    expect(codeOf({ ...off, topic })).toBe("send");
  });

  test("a supervisor's preferences do not silence an escalation", () => {
    const off = { preference: preference("off") };
    for (const audience of ["escalation", "owner", "team", "named"] as const) {
      expect(codeOf({ ...off, request: { audience } })).toBe("send");
    }
  });

  test("the person's choice of channels wins over the topic's defaults", () => {
    const topic = { key: "billing", required: false, defaultChannels: ["in_app"] };
    expect(codeOf({ topic })).toBe("skip.pref_channel");
    const chosen = { ...preference("as_it_happens"), channels: { email: true } };
    expect(codeOf({ topic, preference: chosen })).toBe("send");
    const refused = { ...preference("as_it_happens"), channels: { email: false } };
    expect(codeOf({ preference: refused })).toBe("skip.pref_channel");
  });

  test("who wants the last reminder only gets that one and the ending", () => {
    const over = { preference: preference("last_reminder") };
    expect(codeOf(over)).toBe("skip.pref_topic");
    expect(codeOf({ ...over, isLastReminder: true })).toBe("send");
    expect(codeOf({ ...over, request: { ending: true } })).toBe("send");
  });
});

describe("the address", () => {
  test("without an address there is a reason, and in-app needs none", () => {
    expect(codeOf({ addresses: [] })).toBe("skip.no_address");
    expect(codeOf({ addresses: [address({ verified: false })] })).toBe("skip.no_address");
    const verdict = decide(input({ addresses: [], message: { channel: "in_app" } }));
    expect(verdict).toMatchObject({ kind: "send", to: "ana" });
  });

  test("a suppressed address says why", () => {
    const suppressed = { reason: "complained", at: NOW - DAY_MS };
    const verdict = decide(input({ addresses: [address({ suppressed })] }));
    expect(verdict).toMatchObject({ code: "skip.suppressed", params: suppressed });
  });

  test("an SMS goes out without asked-for consent, not against a withdrawn one", () => {
    const sms = { message: { channel: "sms" as const } };
    expect(codeOf(sms)).toBe("send");
    expect(codeOf({ ...sms, consent: false })).toBe("skip.no_consent");
    expect(codeOf({ consent: false })).toBe("send");
  });
});

describe("time", () => {
  const night = Date.parse("2026-03-03T22:30:00Z");
  const quietHours = [
    { days: ["mon", "tue", "wed", "thu", "fri"] as const, from: "22:00", to: "07:00" },
  ].map((window) => ({ ...window, days: [...window.days] }));

  test("quiet hours hold until they end in the person's zone", () => {
    const over = { now: night, person: { quietHours } };
    expect(heldUntil(over)).toEqual(["held.quiet_hours", "2026-03-04T06:00:00.000Z"]);
    expect(codeOf({ ...over, request: { ignoreQuietHours: true } })).toBe("send");
  });

  test("an SMS at night waits for eight, an email does not", () => {
    const over = { now: night, message: { channel: "sms" as const } };
    expect(heldUntil(over)).toEqual(["held.send_window", "2026-03-04T07:00:00.000Z"]);
    expect(codeOf({ now: night })).toBe("send");
  });

  test("quiet hours without an end are looked at again instead of held forever", () => {
    const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
    const person = { quietHours: [{ days: [...days], from: "00:00", to: "24:00" }] };
    expect(heldUntil({ person })).toEqual(["held.quiet_hours", "2026-03-04T12:00:00.000Z"]);
  });

  test("an SMS to a number of another coast waits for the stricter of both zones, and says which", () => {
    const over = {
      now: Date.parse("2026-03-03T14:30:00Z"),
      message: { channel: "sms" as const },
      addresses: [address({ address: "+12135550123" })],
      person: { zone: "America/New_York", ownZone: "America/New_York" },
    };
    expect(heldUntil(over)).toEqual(["held.send_window", "2026-03-03T16:00:00.000Z"]);
    expect(decide(input(over))).toMatchObject({
      evidence: {
        zones: ["America/New_York", "America/Los_Angeles"],
        from: ["profile", "area_code"],
      },
    });
  });

  test("what is due within a day does not wait for a digest, and no digest waits past that", () => {
    const weekly = { preference: preference("weekly") };
    const dueIn = (ms: number) => ({ ...weekly, case: { dueAt: NOW + ms } });
    expect(codeOf(dueIn(DAY_MS))).toBe("send");
    expect(codeOf(dueIn(-DAY_MS))).toBe("send");
    expect(heldUntil(dueIn(3 * DAY_MS))).toEqual(["held.digest", "2026-03-05T12:00:00.000Z"]);
    expect(heldUntil(dueIn(30 * DAY_MS))).toEqual(["held.digest", "2026-03-09T08:00:00.000Z"]);
  });

  test("a daily digest collects until its time, then lets go", () => {
    const over = { preference: { ...preference("daily"), digestAt: "17:30" } };
    expect(heldUntil(over)).toEqual(["held.digest", "2026-03-03T16:30:00.000Z"]);
    const later = Date.parse("2026-03-03T16:30:00Z");
    expect(codeOf({ ...over, now: later })).toBe("send");
  });

  test("a weekly digest goes out on Monday", () => {
    const over = { preference: preference("weekly") };
    expect(heldUntil(over)).toEqual(["held.digest", "2026-03-09T08:00:00.000Z"]);
  });
});

describe("what was before", () => {
  const fallback = { unless: "opened" as const, unlessChannel: "email" };
  const sms = { id: "m1", channel: "sms" as const };

  test("a fallback is not needed when a human opened the first message", () => {
    const message = { ...sms, request: { audience: "person" as const, ...fallback } };
    expect(codeOf({ message, siblings: [sibling()] })).toBe("send");
    expect(codeOf({ message, siblings: [sibling({ openedAt: NOW - 1 })] })).toBe(
      "skip.fallback_unneeded",
    );
    expect(codeOf({ message, siblings: [sibling({ step: "s0", openedAt: NOW - 1 })] })).toBe(
      "send",
    );
  });

  test("who was never told of the case is not told that it is over", () => {
    const over = { request: { audience: "involved" as const, ending: true } };
    expect(codeOf(over)).toBe("skip.not_told");
    const told = sibling({ step: "e1" });
    expect(codeOf({ ...over, siblings: [told] })).toBe("send");
    expect(codeOf({ ...over, siblings: [{ ...told, status: "not_sent" }] })).toBe("skip.not_told");
  });

  test("two people who share an address get the same words once", () => {
    const twin = sibling({ personId: "bo" });
    expect(codeOf({ siblings: [twin] })).toBe("skip.duplicate");
    expect(codeOf({ siblings: [{ ...twin, to: "bo@example.com" }] })).toBe("send");
  });

  test("a member of a holdout gets nothing but what is owed to them", () => {
    expect(codeOf({ request: { ghost: true } })).toBe("skip.holdout");
    const topic = { key: "law", required: true, defaultChannels: [] };
    expect(codeOf({ topic, request: { ghost: true } })).toBe("send");
    const offer = { ghost: true, class: "promotional" } as const;
    expect(codeOf({ topic, request: offer })).toBe("skip.holdout");
  });
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const near = fc.integer({ min: NOW - DAY_MS, max: NOW + DAY_MS }) as fc.Arbitrary<Instant>;
const anyInput = fc
  .record({
    channel: fc.constantFrom("email", "sms", "push", "in_app", "webhook"),
    audience: fc.constantFrom("person", "involved", "escalation", "tell", "team"),
    ending: fc.boolean(),
    ghost: fc.boolean(),
    status: fc.constantFrom("open", "resolved", "expired", "canceled"),
    snoozedUntil: maybe(near),
    pausedUntil: maybe(near),
    exists: fc.boolean(),
    required: fc.boolean(),
    frequency: fc.constantFrom("as_it_happens", "daily", "weekly", "last_reminder", "off"),
    consent: fc.constantFrom(true, false, null),
    verified: fc.boolean(),
    suppressed: fc.boolean(),
    quiet: fc.boolean(),
    now: near,
    told: fc.boolean(),
  })
  .map((r) =>
    input({
      now: r.now,
      message: {
        channel: r.channel,
        request: { audience: r.audience, ending: r.ending, ghost: r.ghost },
      },
      case: { status: r.status, snoozedUntil: r.snoozedUntil },
      person: r.exists
        ? {
            pausedUntil: r.pausedUntil,
            quietHours: r.quiet ? [{ days: ["tue"], from: "10:00", to: "16:00" }] : null,
          }
        : null,
      topic: { key: "t", required: r.required, defaultChannels: [] },
      preference: preference(r.frequency),
      consent: r.consent,
      addresses: [
        address({
          verified: r.verified,
          suppressed: r.suppressed ? { reason: "bounced", at: 0 } : null,
        }),
      ],
      siblings: r.told ? [sibling({ step: "e1" })] : [],
    }),
  );

test("every input has exactly one verdict: that of its first closed gate, and a hold ends later", () => {
  fc.assert(
    fc.property(anyInput, (given) => {
      const verdict = decide(given);
      const closed = GATES.filter((gate) => gate.look(given) !== null).map((gate) => gate.name);
      if (closed.length === 0) return verdict.kind === "send" && verdict.to !== "";
      if (verdict.kind === "send") return false;
      if (verdict.kind === "hold" && verdict.until <= given.now) return false;
      return verdict.evidence.gate === closed[0];
    }),
    { numRuns: 2_000 },
  );
});

describe("somebody on duty", () => {
  const request = { audience: "escalation" as const };

  test("is not called in for what was taken on after the message was planned", () => {
    const taken = (at: number) => ({ acknowledgedAt: at, acknowledgedBy: "ben" });
    const message = { plannedAt: NOW - HOUR_MS };
    expect(codeOf({ request, message, case: taken(NOW - 1) })).toBe("skip.acknowledged");
    // A level after the acknowledgement, since it was not resolved in time.
    expect(codeOf({ request, message, case: taken(NOW - 2 * HOUR_MS) })).toBe("send");
    const involved = { request: { audience: "tell" as const }, message };
    expect(codeOf({ ...involved, case: taken(NOW - 1) })).toBe("send");
  });

  test("waits for a list soon after another message, when nothing else stops it", () => {
    const helper = { gapMs: HOUR_MS, escalatedAt: NOW - 1, closedAt: NOW - 1, joins: false };
    expect(heldUntil({ request, helper })).toEqual(["held.helper", toRfc3339(NOW - 1 + HOUR_MS)]);
    expect(codeOf({ request, helper: { ...helper, joins: true } })).toBe("send");
    expect(codeOf({ request: { audience: "involved", ending: true }, helper })).toBe(
      "skip.not_told",
    );
  });
});
