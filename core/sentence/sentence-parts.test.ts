import fc from "fast-check";
import { expect, it } from "vitest";
import { walk } from "@/core/workflow/definition";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { randomDefinition } from "@/core/workflow/random-definition";
import type { Step } from "@/core/workflow/step";
import { startSentence, startSentenceParts } from "./document-sentence";
import type { SentencePart } from "./sentence-parts";
import { stepSentence, stepSentenceParts } from "./step-sentence";

const joined = (parts: SentencePart[]) => parts.map(({ text }) => text).join("");
const slotsIn = (parts: SentencePart[]) =>
  parts.flatMap((part) => ("slot" in part ? [`${part.slot}: ${part.text}`] : []));
const ofStep = (step: Step) => slotsIn(stepSentenceParts(step, { locale: "en" }));

it("the parts of every sentence joined are the sentence, in both languages", () => {
  fc.assert(
    fc.property(randomDefinition, fc.constantFrom("en", "de"), (definition, locale) => {
      for (const { step } of walk(definition)) {
        const parts = stepSentenceParts(step, { locale });
        expect(joined(parts)).toBe(stepSentence(step, { locale }));
        expect(parts.some((part) => "slot" in part)).toBe(
          step.kind !== "update" || Object.values(step.set).some((value) => value !== undefined),
        );
      }
      const start = startSentenceParts(definition, { locale });
      expect(joined(start)).toBe(startSentence(definition, { locale }));
    }),
    { numRuns: 60 },
  );
});

it("each slot of a wait names the field it shows", () => {
  const step: Step = {
    id: "w",
    kind: "wait",
    until: { due: "-P2D" },
    at: "09:00",
    zone: "person",
    days: "business",
    ifPassed: "send_now",
  };
  expect(ofStep(step)).toEqual([
    "until: 2 days before the due date",
    "at: 09:00",
    "zone: the recipient’s time zone",
    "days: business days",
    "ifPassed: send now",
  ]);
});

it("slots inside of lists name their place in them", () => {
  const level = (name: string) => ({
    targets: [{ team: name }],
    channels: [{ email: "esc" }],
    acknowledgeWithin: "PT4H",
  });
  expect(ofStep({ id: "e", kind: "escalate", levels: [level("a"), level("b")] })).toEqual([
    "levels.0.targets: team “a”",
    "levels.0.channels: email",
    "levels.0.until: nobody acknowledges",
    "levels.0.acknowledgeWithin: 4 hours",
    "levels.1.targets: team “b”",
    "levels.1.channels: email",
    "levels.1.acknowledgeWithin: 4 hours",
    "levels.1.until: acknowledge",
  ]);
  expect(
    ofStep({
      id: "e",
      kind: "escalate",
      levels: [{ ...level("a"), everyone: true }],
      acknowledgementTimeout: { after: "P1D" },
      announce: { before: "PT1H", channels: [{ sms: "soon" }] },
    }),
  ).toEqual([
    "announce.channels: SMS",
    "announce.before: 1 hour",
    "levels.0.targets: team “a”",
    "levels.0.channels: email",
    "levels.0.acknowledgeWithin: 4 hours",
    "levels.0.everyone: everyone to acknowledge",
    "acknowledgementTimeout.after: 1 day",
  ]);
  expect(
    ofStep({
      id: "b",
      kind: "branch",
      paths: [{ name: "High", when: "data.amount > 5", steps: [] }],
      otherwise: [],
    }),
  ).toEqual(["paths.0.when: data.amount > 5", "paths.0.name: High"]);
});

it("the start names the event, the person, the subject, the due rule and the key", () => {
  const parts = startSentenceParts(exampleDefinition(), { locale: "en" });
  const fields = parts.flatMap((part) => ("slot" in part ? [part.slot] : []));
  expect(fields).toEqual(expect.arrayContaining(["start.event", "person", "subject", "due"]));
});
