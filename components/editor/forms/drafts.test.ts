import fc from "fast-check";
import { expect, it } from "vitest";
import { walk } from "@/core/workflow/definition";
import { randomDefinition } from "@/core/workflow/random-definition";
import { Escalate, TargetRole } from "@/core/workflow/steps/escalate";
import { Recipient } from "@/core/workflow/steps/shared";
import { lengthDraft, lengthOf } from "./length-draft";
import { offsetDraft, offsetOf, onSide } from "./offset-draft";
import { partyDraft, partyOf } from "./party-draft";

it.each(["PT30M", "PT4H", "P3D", "P2W", "P1M", "P1DT4H", { businessDays: 3 }])(
  "the length %j reads back as it was",
  (length) => {
    expect(lengthOf(lengthDraft(length))).toEqual(length);
  },
);

it("a length without a whole number is unfinished", () => {
  expect(["", "x", "1.5", "-2"].map((n) => lengthOf({ n, unit: "day" }))).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it.each([
  { due: "-P2D" },
  { due: "P0D" },
  { opened: "PT6H" },
  { lastMessage: { businessDays: 2 } },
  { "data.starts_at": { businessDays: -2 } },
  { due: { fraction: 0.5 } },
])("the moment %j reads back as it was", (until) => {
  expect(offsetOf(offsetDraft(until))).toEqual(until);
});

it("a moment in a field is unfinished until the field is named", () => {
  const draft = { ...offsetDraft({ due: "-P2D" }), anchor: "path" as const };
  expect(offsetOf(draft)).toBeNull();
  expect(offsetOf({ ...draft, path: "data.at" })).toEqual({ "data.at": "-P2D" });
});

it.each([
  "person",
  "involved",
  { person: "p_1" },
  { team: "billing" },
  { team: "billing", role: "lead" as const },
  { team: "billing", role: "round_robin" as const },
  { manager: "owner" as const },
  { manager: "person" as const, nth: 2 },
  { rota: "night" },
  { webhook: "https://chat.example.com/in" },
] as const)("the party %j reads back as it was", (party) => {
  expect(partyOf(partyDraft(party))).toEqual(party);
});

it("whatever an escalation brings in, and every length it has, reads back as it was", () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      for (const { step } of walk(definition)) {
        if (step.kind !== "escalate") continue;
        expect(Escalate.parse(throughForms(step))).toEqual(step);
      }
    }),
  );
});

/** The step as its drafts mean it. */
function throughForms(step: Escalate): unknown {
  const { levels, fallback, acknowledgementTimeout: timeout, announce } = step;
  const length = (text: string) => lengthOf(lengthDraft(text));
  return {
    ...step,
    ...(levels && {
      levels: levels.map((level) => ({
        ...level,
        targets: level.targets.map((target) => partyOf(partyDraft(target))),
        acknowledgeWithin: length(level.acknowledgeWithin),
      })),
    }),
    ...(fallback && { fallback: partyOf(partyDraft(fallback)) }),
    ...(timeout && { acknowledgementTimeout: { ...timeout, after: length(timeout.after) } }),
    ...(announce && { announce: { ...announce, before: length(announce.before) } }),
  };
}

it("a message goes to nobody in turn", () => {
  const takes = (role: TargetRole) => Recipient.safeParse({ team: "billing", role }).success;
  expect(TargetRole.options.filter(takes)).toEqual(["lead", "members", "on_call"]);
});

it("half of the way is half of the way to the due date, and back again a day", () => {
  const half = onSide(offsetDraft({ "data.at": "-P3D" }), "fraction");
  expect(offsetOf(half)).toEqual({ due: { fraction: 0.5 } });
  expect(offsetOf(onSide(half, "before"))).toEqual({ due: "-P1D" });
});
