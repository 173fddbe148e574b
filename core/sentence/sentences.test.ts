import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MESSAGE_STATUSES } from "@/core/delivery/message-status";
import { becauseOf } from "./because";
import { BECAUSE_NEEDS, DECISION_CODES, PARAMS } from "./codes";
import { decisionSentence } from "./decision-sentence";
import { LANGUAGES } from "./locale";
import { messageSentence } from "./message-sentence";
import { de } from "./messages/de";
import { en } from "./messages/en";
import { whySentences } from "./why-sentences";

const AT = Date.UTC(2025, 11, 10, 8);
const FULL: Record<string, unknown> = {
  text: "Some text",
  texts: ["data.a", "data.b"],
  condition: "data.amount > 5",
  topic: "billing",
  moment: AT,
  logged: AT,
  length: "P3D",
  number: 2,
  count: 3,
  actor: { kind: "operator", id: "1", name: "Ana" },
  party: { team: "billing", role: "lead" },
  owner: { team: "billing" },
  rule: { until: { due: "-P2D" }, at: "09:00", zone: "person", days: "business" },
  reason: { code: "await.timed_out", params: { after: "P3D" } },
  channel: "email",
  template: "reminder",
  priority: "high",
  outcome: "resolved",
  choice: "event",
  field: "priority",
  value: "high",
  set: { priority: "high", "person.attributes.vip": true },
};
const fullParams = (code: (typeof DECISION_CODES)[number]) =>
  Object.fromEntries(
    Object.entries(PARAMS[code] as Record<string, string>).map(([name, spec]) => [
      name,
      FULL[spec.replace("?", "")],
    ]),
  );

const options = (locale: string) => ({ locale, zone: "Europe/Berlin", viewerZone: "UTC" });
const UNFIT = /undefined|null|NaN|\[object|[{}]|\s{2}|\s[.,;:]|\.\.|^\s|\s$/;

/** Text without anything that only a broken sentence may hold. */
const plainText = fc.stringMatching(/^[A-Za-z0-9äöü]{1,12}$/);
const json = fc.oneof(
  plainText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(plainText, { maxLength: 3 }),
  fc.dictionary(
    fc.constantFrom("name", "kind", "id", "team", "until", "businessDays", "for"),
    plainText,
  ),
);

describe.each(LANGUAGES)("in %s", (locale) => {
  test.each(DECISION_CODES)("%s reads as a sentence with all its params and with none", (code) => {
    for (const params of [fullParams(code), {}, undefined]) {
      const line = decisionSentence({ code, params }, options(locale));
      expect(line.sentence).not.toMatch(UNFIT);
      expect(line.sentence.length).toBeGreaterThan(4);
      expect(line.because ?? "").not.toMatch(UNFIT);
    }
  });

  test.each(DECISION_CODES)("“why?” has its three lines for %s", (code) => {
    for (const params of [fullParams(code), {}]) {
      const lines = Object.values(whySentences({ code, params }, options(locale)));
      expect(lines).toHaveLength(3);
      for (const line of lines) {
        expect(line).not.toMatch(UNFIT);
        expect(line.length).toBeGreaterThan(4);
      }
    }
  });

  test("full params show every value that the code requires", () => {
    for (const code of DECISION_CODES) {
      const { sentence } = decisionSentence({ code, params: fullParams(code) }, options(locale));
      expect(sentence, code).not.toMatch(/unknown|unbekannt/);
    }
  });

  test("whatever JSON the database holds, no sentence shows a hole", () => {
    const any = fc.constantFrom(...DECISION_CODES).chain((code) =>
      fc.record({
        code: fc.constant(code),
        params: fc.record(
          Object.fromEntries([...Object.keys(PARAMS[code]), "because"].map((name) => [name, json])),
          { requiredKeys: [] },
        ),
      }),
    );
    fc.assert(
      fc.property(any, ({ code, params }) => {
        const line = decisionSentence({ code, params }, options(locale));
        expect(line.sentence).not.toMatch(UNFIT);
        expect(line.because ?? "").not.toMatch(UNFIT);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a because clause is whole, or there is none", () => {
    for (const code of Object.keys(BECAUSE_NEEDS) as (keyof typeof BECAUSE_NEEDS)[]) {
      const full = becauseOf({ code, params: fullParams(code) }, options(locale));
      expect(full, code).not.toMatch(UNFIT);
      expect(becauseOf({ code }, options(locale)) ?? "", code).not.toMatch(/unknown|unbekannt/);
    }
  });

  test("every status of a message has its line", () => {
    for (const status of MESSAGE_STATUSES) {
      const empty = { code: null, params: null, subject: null, personName: null, deliverAt: null };
      const message = { ...empty, status, channel: "email" as const, sentAt: null, because: null };
      const full = { ...message, subject: "S", personName: "Maria", deliverAt: AT, sentAt: AT };
      for (const line of [message, full]) {
        expect(messageSentence(line, options(locale)).sentence).not.toMatch(UNFIT);
      }
    }
  });
});

test("both languages have the same sentences", () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
});

test("the word “skipped” stands nowhere", () => {
  expect(Object.values(en).filter((text) => /skipped/i.test(text))).toEqual([]);
  expect(Object.values(de).filter((text) => /übersprungen/i.test(text))).toEqual([]);
});

describe("an answer is called what it is", () => {
  const names = { action: (id: string) => (id === "paid" ? "I have paid" : undefined) };
  const say = (code: string, params: Record<string, unknown>, locale = "en") => ({
    line: decisionSentence({ code, params }, { ...options(locale), names }).sentence,
    because: becauseOf({ code, params }, { ...options(locale), names }),
  });

  test("a reply is a reply, by no name of ours, at the person's own time", () => {
    const params = { kind: "reply", name: "reply", at: AT };
    expect(say("await.answered", params)).toEqual({
      line: "Answered by a reply on Wed 10 Dec, 09:00 Berlin.",
      because: "Because a reply came in.",
    });
    const { line, because } = say("await.answered", params, "de");
    expect(line).toMatch(/^Beantwortet durch eine Antwort am /);
    expect(because).toBe("Weil eine Antwort eingegangen ist.");
  });

  test("a button is called by its label where that is known, else by its name in quotes", () => {
    const pressed = (name: string) => say("await.answered", { kind: "action", name });
    expect(pressed("paid").line).toBe("Answered by “I have paid”.");
    expect(pressed("paid").because).toBe("Because “I have paid” was pressed.");
    expect(pressed("late").because).toBe("Because “late” was pressed.");
  });

  test("what was written is not said to be pressed", () => {
    const params = { kind: "action", name: "paid", written: true };
    for (const code of ["await.answered", "response.received"]) {
      expect(say(code, params).because).toBe("Because an answer counted as “I have paid”.");
      expect(say(code, params, "de").because).toBe("Weil eine Antwort als „I have paid“ zählte.");
    }
    expect(say("response.received", { ...params, by: "Maria" }).line).toBe(
      "The answer of Maria counts as “I have paid”.",
    );
    const ending = { how: "action", answer: "paid", written: true };
    expect(say("case.resolved", ending).line).toBe("Resolved: an answer counted as “I have paid”.");
  });
});
