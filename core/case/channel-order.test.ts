import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { DAY_MS } from "@/core/time";
import { ana, messages, open, START, wait } from "./example-case";
import { exampleFacts, examplePerson } from "./example-facts";
import type { Matter } from "./matter";
import { happen, tick } from "./memory-engine";
import { plan } from "./plan";

const channel = fc.constantFrom("email", "sms", "push", "in_app", "webhook");
const channels = fc.uniqueArray(channel, { minLength: 1, maxLength: 5 });
const preferred = fc.option(fc.constantFrom(...PreferredChannel.options), { nil: null });
const stepOf = (list: readonly string[], key: "anyOf" | "channels" = "anyOf") => ({
  id: "s",
  kind: "send",
  [key]: list.map((name) => ({ [name]: `t-${name}` })),
});

const factsOf = (first: PreferredChannel | null, isReached = true) =>
  exampleFacts({
    person: examplePerson("mara", { managerId: "lena", preferredChannel: first }),
    reaches: () => isReached,
  });
const prefer = (matter: Matter, first: PreferredChannel | null) => {
  matter.facts = factsOf(first);
  happen(matter, { type: "facts_changed", at: matter.now, what: "preferences" });
};
const tried = (matter: Matter) => messages(matter).map((message) => message.channel);

describe("the channel that a person prefers", () => {
  it("goes first where it reaches them, and the others follow in the step's order, each once", () => {
    fc.assert(
      fc.property(
        channels,
        preferred,
        fc.boolean(),
        fc.array(preferred, { maxLength: 5 }),
        (list, first, isReached, later) => {
          const facts = factsOf(first, isReached);
          const matter = open({ steps: [stepOf(list), wait("w", "P1D")], facts });
          // What they prefer meanwhile neither repeats a channel nor loses one.
          for (const one of [...later, null, null, null, null]) {
            tick(matter, () => "not_sent");
            prefer(matter, one);
          }
          const isTaken = isReached && first !== null && list.includes(first);
          const rest = list.filter((name) => !isTaken || name !== first);
          expect(tried(matter)).toEqual(isTaken ? [first, ...rest] : list);
        },
      ),
    );
  });

  it("changes nothing where a step sends on all of its channels", () => {
    fc.assert(
      fc.property(channels, preferred, (list, first) => {
        const facts = factsOf(first);
        const matter = open({ steps: [stepOf(list, "channels"), wait("w", "P1D")], facts });
        expect(tried(matter)).toEqual(list);
        expect(messages(matter).every(({ request }) => request.preferred === undefined)).toBe(true);
      }),
    );
  });

  it("is not asked whether it reaches them where the step does not name it, or names it first", () => {
    const reaches = () => {
      throw new Error("asked");
    };
    const facts = { ...factsOf("sms"), reaches };
    const steps = [stepOf(["email", "push"]), stepOf(["sms", "email"])];
    for (const step of steps) {
      const matter = open({ steps: [step, wait("w", "P1D")], facts });
      expect(messages(matter)).toHaveLength(1);
    }
  });

  it("is each recipient's own", () => {
    const facts = factsOf("sms");
    const people = new Map(facts.people).set(
      "max",
      examplePerson("max", { preferredChannel: "push" }),
    );
    const step = { ...stepOf(["email", "sms", "push"]), to: { team: "billing", role: "members" } };
    const matter = open({ steps: [step, wait("w", "P1D")], facts: { ...facts, people } });
    expect(messages(matter).map((m) => [m.personId, m.channel])).toEqual([
      ["lena", "email"],
      ["max", "push"],
      ["olga", "email"],
    ]);
  });

  it("is the reason of its message, beside what led to it; a refusal is the reason of the next", () => {
    const steps = [wait("w0", "P1D"), stepOf(["email", "sms"]), wait("w", "P1D")];
    const matter = open({ steps, facts: factsOf("sms") });
    tick(matter);
    tick(matter, () => "not_sent");
    const [sms, email] = messages(matter);
    const because = { code: "wait.ended", params: expect.anything() };
    expect(sms?.request.because).toEqual({
      code: "send.preferred",
      params: { channel: "sms", personId: "mara", because },
    });
    expect(email?.request.because).toEqual({
      code: "send.next_channel",
      params: { channel: "sms" },
    });
  });

  it("is in the plan, also after it changed, and in the line about what was taken out", () => {
    const steps = [wait("w0", "P1D"), stepOf(["email", "sms"]), wait("w", "P1D")];
    const matter = open({ steps, facts: factsOf(null) });
    const planned = () => {
      const { program, state, facts, now } = matter;
      return plan(program, state, facts, now).flatMap(({ kind, channel: by, at }) =>
        kind === "send" ? [`${by} ${at}`] : [],
      );
    };
    expect(planned()).toEqual([`email ${START + DAY_MS}`]);
    prefer(matter, "sms");
    expect(planned()).toEqual([`sms ${START + DAY_MS}`]);
    happen(matter, {
      type: "planned_taken_out",
      at: matter.now,
      by: ana,
      reason: "Enough",
      step: "s",
    });
    expect(matter.codes.at(-1)).toMatchObject({
      code: "planned.taken_out",
      params: { channel: "sms", template: "t-sms" },
    });
  });

  it("stays that of a message that waits already", () => {
    const matter = open({
      steps: [stepOf(["email", "sms"]), wait("w", "P1D")],
      facts: factsOf(null),
    });
    prefer(matter, "sms");
    tick(matter);
    expect(messages(matter).map((m) => [m.channel, m.status])).toEqual([["email", "sent"]]);
  });
});
