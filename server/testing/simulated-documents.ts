import fc from "fast-check";
import { Scenario } from "@/core/case/scenario";
import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { DAY_MS, toRfc3339 } from "@/core/time";
import { Definition } from "@/core/workflow/definition";
import { randomDefinition } from "@/core/workflow/random-definition";
import { inCompany, nameIn, type Primary } from "./companies";

/** When every simulated case opens. */
export const SIMULATED_FROM = Date.UTC(2026, 10, 24, 9, 12);

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const days = ["mon" as const, "tue" as const, "fri" as const, "sun" as const];
const primary: fc.Arbitrary<Primary> = fc.record({
  timeZone: optional(fc.constantFrom("America/New_York", "Asia/Kolkata", "Pacific/Auckland")),
  phone: fc.boolean(),
  push: fc.boolean(),
  tracked: fc.boolean(),
  smsConsent: optional(fc.boolean()),
  quietHours: optional(fc.constantFrom([], [{ days, from: "18:00", to: "07:30" }])),
  frequency: optional(fc.constantFrom("as_it_happens", "daily", "weekly", "last_reminder", "off")),
  channels: fc.constantFrom({}, {}, { sms: false }, { email: false }, { in_app: false }),
  preferred: optional(fc.constantFrom(...PreferredChannel.options)),
});

// Every behaviour has seconds of its own: two things at one moment have no order in the world.
const after = (base: string, i: number) => `${base.includes("T") ? base : `${base}T`}${10 + i}S`;
const at = fc.oneof(
  fc.record({ after: fc.constantFrom("PT1H", "P1D", "P5D", "P20D") }),
  fc.record({
    message: fc.integer({ min: 1, max: 5 }),
    after: fc.constantFrom("PT1M", "PT3H", "P1D"),
  }),
  fc.record({ level: fc.integer({ min: 1, max: 2 }), after: fc.constant("PT2H") }),
);
const human = fc.boolean();
const what = fc.oneof(
  ...["open", "click"].map((word) => fc.record({ do: fc.constant(word), human })),
  ...["reply", "acknowledge", "bounce", "unsubscribe"].map((word) =>
    fc.record({ do: fc.constant(word) }),
  ),
  fc.record({
    do: fc.constant("action"),
    action: fc.constantFrom("done", "sure", "other", "later", "mine", "nothing"),
    for: fc.constantFrom("PT5H", "P2D"),
  }),
  fc.record({
    do: fc.constant("event"),
    event: fc.constantFrom("form.sent", "done", "seen", "pause"),
  }),
  fc.record({
    do: fc.constant("move_due"),
    by: fc.constantFrom("P3D", "-P2D", { businessDays: 2 }),
  }),
  fc.record({
    do: fc.constant("move_due"),
    dueAt: fc.constantFrom("2026-12-04", "2026-12-20T15:00:00Z", "2027-01-02"),
  }),
);
const behaviours = fc.array(fc.record({ at, what }), { maxLength: 6 });
const document = fc.record({
  definition: randomDefinition,
  primary,
  behaviours,
  isDue: fc.boolean(),
  nickname: fc.boolean(),
});

export type SimulatedDocument = Omit<
  typeof document extends fc.Arbitrary<infer D> ? D : never,
  "behaviours"
> & {
  n: number;
  scenario: Scenario;
  data: Record<string, unknown>;
};

const withFallback = (wait: string) =>
  Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "tasks",
    subject: "A matter",
    stages: [
      {
        id: "a",
        name: "A",
        steps: [
          {
            id: "s1",
            kind: "send",
            channels: [{ email: "t-email" }],
            fallback: { webhook: "t-webhook", after: "PT24H", unless: "opened" },
          },
          { id: "s2", kind: "wait", for: wait },
          { id: "s3", kind: "close", outcome: "resolved" },
        ],
      },
    ],
  });
export const PLAIN: Primary = {
  timeZone: null,
  phone: true,
  push: true,
  tracked: true,
  smsConsent: null,
  quietHours: null,
  frequency: null,
  channels: {},
  preferred: null,
};

/** What chance seldom finds: a message and the end of its case at one moment, a fallback not needed. */
const CHOSEN = [
  { definition: withFallback("PT24H"), primary: PLAIN, behaviours: [] },
  {
    definition: withFallback("P3D"),
    primary: PLAIN,
    behaviours: [{ at: { message: 1, after: "PT1M" }, what: { do: "open", human: true } }],
  },
];

/** Random documents of a seed, each with its person, behaviours and data; the first ones are always the same. */
export function documentsOf(seed: number, count: number): SimulatedDocument[] {
  return fc.sample(document, { numRuns: count, seed }).map((random, n) => {
    const drawn = { ...random, ...CHOSEN[n] };
    const { definition, isDue, nickname } = drawn;
    const due = isDue ? { due_date: toRfc3339(SIMULATED_FROM + 18 * DAY_MS) } : {};
    const called = nickname ? { nickname: "M" } : {};
    const list = drawn.behaviours.map(({ at: moment, what: deed }, i) => ({
      at: { ...moment, after: after(moment.after, i) },
      ...deed,
      ...("event" in deed && {
        event: nameIn(n, deed.event),
        data: { until: "2026-12-15T10:00:00Z" },
      }),
    }));
    return {
      ...drawn,
      n,
      definition: inCompany(n, definition),
      scenario: Scenario.parse({ behaviours: list }),
      data: { amount: 120, starts_at: "2026-12-01T09:00:00Z", ...due, ...called },
    };
  });
}
