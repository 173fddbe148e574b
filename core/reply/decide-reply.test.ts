import fc from "fast-check";
import { expect, it } from "vitest";
import { decideReply, type ReplyFacts } from "./decide-reply";
import { INTENTS, type Intent } from "./intent";

const intent = fc
  .constantFrom(...INTENTS)
  .map((kind): Intent => (kind === "by" ? { kind, day: "friday" } : { kind }));
const facts: fc.Arbitrary<ReplyFacts> = fc.record({
  channel: fc.constantFrom("email" as const, "sms" as const),
  intent,
  machine: fc.constantFrom("away" as const, "automatic" as const, null),
  isTheirs: fc.boolean(),
  isOpen: fc.boolean(),
  isList: fc.boolean(),
  fits: fc.boolean(),
  hasDay: fc.boolean(),
  mayStop: fc.boolean(),
});
const always = (holds: (facts: ReplyFacts, decision: ReturnType<typeof decideReply>) => unknown) =>
  fc.assert(
    fc.property(facts, (given) => void holds(given, decideReply(given))),
    { numRuns: 2_000 },
  );

const ANSWERS = ["action", "response"];

it("what machines and others write is never an answer, and never stops or snoozes anything", () => {
  always(({ machine, isTheirs }, { handled }) => {
    if (machine === null && isTheirs) return;
    expect(["away", "automatic", "other"]).toContain(handled);
  });
});

it("an answer to a list of matters moves none of them, and is read by a person", () => {
  always(({ isList, isTheirs, machine, intent }, { handled, needsReading }) => {
    if (!isList || !isTheirs || machine !== null) return;
    if (["stop", "start", "help"].includes(intent.kind)) return;
    expect([handled, needsReading]).toEqual(["of_several", true]);
  });
});

it("a stop by SMS always holds, whatever the case's state and the topic", () => {
  always(({ channel, intent, machine, isTheirs }, { handled }) => {
    if (channel === "sms" && intent.kind === "stop" && machine === null && isTheirs)
      expect(handled).toBe("stopped");
  });
});

it("a closed case gets no answer and no promise", () => {
  always(({ isOpen }, { handled }) => {
    if (!isOpen) expect([...ANSWERS, "promised", "not_me"]).not.toContain(handled);
  });
});

it("what is not understood goes to a person, unless a machine wrote it or a button stands for it", () => {
  always(({ intent, machine, fits, isList, isTheirs }, { needsReading }) => {
    if (intent.kind !== "unclear" || machine !== null) return;
    expect(needsReading).toBe(!isTheirs || isList || !fits);
  });
});

it("a promise without a day that is understood is a reply somebody reads", () => {
  always((given, decision) => {
    const { intent, machine, isTheirs, isOpen, isList, fits, hasDay } = given;
    if (isList || intent.kind !== "by" || machine !== null || !isTheirs || !isOpen || fits) return;
    if (hasDay) expect(decision.handled).toBe("promised");
    else expect(decision).toMatchObject({ handled: "response", needsReading: true });
  });
});
