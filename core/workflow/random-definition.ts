import fc from "fast-check";
import { Definition, STEPS_MAX } from "./definition";
import type { Step } from "./step";

/** Lists inside lists inside lists, as rule tests ask for. */
export const DEPTH_MAX = 3;

type Raw = { kind: string } & Record<string, unknown>;
type Lists = fc.Arbitrary<Raw[]>;

const span = fc.oneof(
  fc.constantFrom("PT1H", "PT4H", "P1D", "P3D", "P1W"),
  fc.record({ businessDays: fc.integer({ min: 1, max: 5 }) }),
);
const length = fc.constantFrom("PT30M", "PT4H", "P1D", "P2D");
const offset = fc.oneof(
  fc.constantFrom("-P3D", "-P1D", "P0D", "PT6H", "P2D"),
  fc.record({ businessDays: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ fraction: fc.constantFrom(0, 0.25, 0.5, 1) }),
);
const channel = fc.constantFrom("email", "sms", "push", "in_app");
const uses = fc
  .uniqueArray(channel, { minLength: 1, maxLength: 3 })
  .map((channels) => channels.map((name) => ({ [name]: `t-${name}` })));

const audience = fc.constantFrom(
  "person",
  "owner",
  "involved",
  { team: "billing" },
  { team: "billing", role: "members" },
  { team: "empty" },
  { person: "max" },
);
const target = fc.constantFrom(
  { person: "max" },
  { person: "paula" },
  { person: "nobody" },
  { person: "mara" },
  { manager: "person" },
  { manager: "person", nth: 2 },
  { manager: "owner" },
  { team: "billing" },
  { team: "billing", role: "members" },
  { team: "billing", role: "round_robin" },
  { team: "empty" },
  { rota: "night" },
  { rota: "gone" },
  { webhook: "https://chat.example.com/in" },
);

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const send = fc
  .record({
    to: optional(audience),
    uses,
    first: fc.boolean(),
    fallback: fc.boolean(),
    after: length,
  })
  .map(({ to, uses: list, first, fallback, after }) => ({
    kind: "send",
    to,
    ...(first ? { anyOf: list } : { channels: list }),
    ...(fallback && { fallback: { webhook: "t-webhook", after, unless: "opened" } }),
  }));

const when = {
  at: optional(fc.constantFrom("09:00", "02:30", "17:45")),
  days: optional(fc.constantFrom("any", "business")),
};
const wait = fc.oneof(
  fc.record({ kind: fc.constant("wait"), for: span, ...when }),
  fc
    .record({
      kind: fc.constant("wait"),
      anchor: fc.constantFrom("due", "opened", "lastMessage", "data.starts_at"),
      offset,
      ifPassed: optional(fc.constantFrom("send_now", "next", "skip")),
      zone: optional(fc.constantFrom("person", "team", "workspace")),
      ...when,
    })
    .map(({ anchor, offset: by, ...rest }) => ({ ...rest, until: { [anchor]: by } })),
);

const matches = fc.uniqueArray(
  fc.constantFrom<unknown>("any", "reply", { event: "form.sent" }, { action: "done" }),
  { minLength: 1, maxLength: 2 },
);
const awaitAnswer = (lists: Lists) =>
  fc.record({
    kind: fc.constant("wait_for_response"),
    for: span,
    from: optional(fc.constantFrom("now", "due")),
    what: optional(matches),
    responded: optional(lists),
    noAnswer: optional(lists),
  });

const condition = fc.constantFrom(
  "data.amount > 100",
  "data.missing == 1",
  'case.priority == "high"',
  "case.answered",
  "open.count > 2",
);
const branch = (lists: Lists) =>
  fc.record({
    kind: fc.constant("branch"),
    paths: fc.array(fc.record({ name: fc.constantFrom("A", "B"), when: condition, steps: lists }), {
      minLength: 1,
      maxLength: 2,
    }),
    otherwise: lists,
  });
const split = (lists: Lists) =>
  fc.record({
    kind: fc.constant("split"),
    arms: fc.tuple(lists, lists).map(([a, b]) => [
      { name: "A", weight: 50, steps: a },
      { name: "B", weight: 40, steps: b },
    ]),
    holdout: optional(fc.constant(10)),
  });
const repeat = (lists: Lists) =>
  fc.record({
    kind: fc.constant("repeat"),
    every: span,
    timesMax: fc.integer({ min: 1, max: 3 }),
    steps: lists,
  });

const level = fc.record({
  targets: fc.array(target, { minLength: 1, maxLength: 2 }),
  channels: uses,
  acknowledgeWithin: length,
  clock: optional(fc.constantFrom("wall", "working_hours")),
  until: optional(fc.constantFrom("acknowledged", "resolved")),
  everyone: optional(fc.boolean()),
});
const announce = optional(fc.record({ before: length, channels: uses }));
const acknowledgementTimeout = optional(
  fc.record({ after: length, clock: optional(fc.constantFrom("wall", "working_hours")) }),
);
const escalate = fc.oneof(
  fc.record({
    kind: fc.constant("escalate"),
    policy: fc.constantFrom("billing-leads", "takers", "gone"),
    tell: optional(uses),
    announce,
  }),
  fc.record({
    kind: fc.constant("escalate"),
    levels: fc.array(level, { minLength: 1, maxLength: 3 }),
    repeat: optional(
      fc.record({ toLevel: fc.constant(1), timesMax: fc.integer({ min: 1, max: 2 }) }),
    ),
    fallback: optional(target),
    priority: optional(fc.constantFrom("high", "urgent")),
    tell: optional(uses),
    announce,
    acknowledgementTimeout,
  }),
);

const update = fc
  .record({
    priority: optional(fc.constantFrom("low", "urgent")),
    owner: optional(fc.constantFrom({ personId: "max" }, { team: "billing" }, null)),
    dueAt: optional(fc.constantFrom("2026-12-20T10:00:00Z", { from: "data.starts_at" })),
    "person.attributes.seen": optional(fc.boolean()),
  })
  .map((set) => ({ kind: "update", set }));
const call = fc.record({
  kind: fc.constant("call"),
  url: fc.constant("https://crm.example.com/notes"),
  saveAs: optional(fc.constant("crm")),
});
const close = fc.record({
  kind: fc.constant("close"),
  outcome: fc.constantFrom("resolved", "expired", "canceled"),
});

const simple = fc.oneof(
  { weight: 4, arbitrary: send },
  { weight: 3, arbitrary: wait },
  { weight: 2, arbitrary: escalate },
  { weight: 1, arbitrary: update },
  { weight: 1, arbitrary: call },
);

/** Steps of every kind; those with steps inside down to `depth`. */
function stepsOf(depth: number): Lists {
  const here: fc.WeightedArbitrary<Raw>[] = [
    { weight: 10, arbitrary: simple },
    { weight: 1, arbitrary: close },
  ];
  if (depth > 0) {
    const inner = stepsOf(depth - 1);
    for (const holder of [awaitAnswer, branch, split, repeat]) {
      here.push({ weight: 3, arbitrary: holder(inner) });
    }
  }
  return fc.array(fc.oneof(...here), { minLength: depth === DEPTH_MAX ? 1 : 0, maxLength: 4 });
}

const ending = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: send },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait"), for: span }) },
    { weight: 1, arbitrary: update },
    { weight: 1, arbitrary: call },
  ),
  { maxLength: 3 },
);

/** Any definition that the schema takes: every step kind, nested `DEPTH_MAX` deep. */
export const randomDefinition: fc.Arbitrary<Definition> = fc
  .record({
    stages: fc.array(stepsOf(DEPTH_MAX), { minLength: 1, maxLength: 3 }),
    resolution: ending,
    expiry: ending,
    limits: optional(
      fc.record({
        messagesMax: optional(fc.constantFrom(3, 50)),
        daysMax: optional(fc.constantFrom(10, 365)),
      }),
    ),
  })
  .filter((lists) => (JSON.stringify(lists).match(/"kind":/g) ?? []).length <= STEPS_MAX)
  .map(({ stages, resolution, expiry, limits }) =>
    Definition.parse(
      numbered({
        schema: 1,
        purpose: "reminder",
        topic: "tasks",
        subject: "A matter",
        due: { from: "data.due_date" },
        stopsWhen: [{ action: "done" }, { reply: true }],
        stages: stages.map((steps, i) => ({
          id: `stage${i}`,
          name: `Stage ${i}`,
          ...(i > 0 && { class: i === 1 ? ("promotional" as const) : ("transactional" as const) }),
          steps,
        })),
        resolution: { steps: resolution },
        expiry: { steps: expiry },
        limits,
      }),
    ),
  );

/** Gives every step an id in reading order and leaves out what is undefined. */
function numbered<T>(document: T): T {
  let n = 0;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== "object" || value === null) return value;
    const isStep = "kind" in value;
    const id = isStep ? { id: `s${++n}` } : {};
    const fields = Object.entries(value).filter(([, held]) => held !== undefined);
    return { ...id, ...Object.fromEntries(fields.map(([name, held]) => [name, visit(held)])) };
  };
  return visit(document) as T;
}

/** Kinds found at each depth of some definitions: proof that the generator covers them. */
export const STEP_KINDS = [
  "send",
  "wait",
  "wait_for_response",
  "branch",
  "split",
  "repeat",
  "escalate",
  "update",
  "call",
  "close",
] as const satisfies Step["kind"][];
