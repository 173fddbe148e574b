import { describe, expect, test } from "vitest";
import { Definition } from "../definition";
import { contentDifferences } from "./content-differences";
import type { Difference } from "./difference";
import { differencesOf } from "./differences";
import { outOfOrder } from "./places";

const first = { id: "first", kind: "send", channels: [{ email: "invoice-first" }] };
const before2 = { id: "before", kind: "wait", until: { due: "-P2D" }, at: "09:00" };
const remind = { id: "remind", kind: "send", channels: [{ email: "invoice-reminder" }] };
const last = { id: "last", kind: "wait_for_response", for: "P3D" };

const documentOf = (change: Record<string, unknown> = {}) =>
  Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "billing",
    start: { event: "invoice.created" },
    subject: "Invoice {{ data.number }}",
    stopsWhen: [{ event: "invoice.paid" }],
    stages: [
      { id: "initial", name: "Initial", steps: [first] },
      { id: "reminder", name: "Reminder", steps: [before2, remind, last] },
    ],
    ...change,
  });
const stages = (steps: unknown[], name = "Reminder") => ({
  stages: [
    { id: "initial", name: "Initial", steps: [first] },
    { id: "reminder", name, steps },
  ],
});
const between = (change: Record<string, unknown>, locale = "en") =>
  differencesOf(documentOf(), documentOf(change), { locale });
const brief = (found: readonly Difference[]) =>
  found.map(({ group, kind, what }) => `${group}: ${kind} ${what}`);

describe("what differs between two versions", () => {
  test("is nothing for the same document, whatever the order of its keys", () => {
    const same = Object.fromEntries(Object.entries(before2).toReversed());
    expect(between(stages([same, remind, last]))).toEqual([]);
  });

  test("is said in sentences, also for settings", () => {
    const found = between({
      ...stages([{ ...before2, until: { due: "-P3D" } }, remind, last]),
      topic: "dunning",
      due: { from: "data.due_date" },
      stopsWhen: [{ event: "invoice.paid", when: "data.open == 0" }, { action: "paid" }],
    });
    expect(found.map(({ group, before, after }) => [group, before, after])).toEqual([
      [
        "stops",
        "Stops when invoice.paid arrives.",
        "Stops when invoice.paid arrives and data.open == 0.",
      ],
      ["stops", null, "Stops when the button “paid” is pressed."],
      ["timing", "Without a due date.", "Due at the moment in data.due_date."],
      [
        "timing",
        "Wait until 2 days before the due date, 09:00.",
        "Wait until 3 days before the due date, 09:00.",
      ],
      [
        "messages",
        "Its messages belong to the topic billing.",
        "Its messages belong to the topic dunning.",
      ],
    ]);
  });

  test("is said in German", () => {
    const [found] = between({ expiry: { after: "P30D" } }, "de");
    expect(found?.after).toBe("Ohne Antwort läuft der Fall 30 Tage nach dem letzten Schritt ab.");
  });

  test("tells a step that went to the front as one move, with its new place", () => {
    const found = between(stages([last, before2, remind]));
    expect(brief(found)).toEqual(["timing: moved last"]);
    expect(found[0]?.before).toBe("In “Reminder”, after “Email the person: “invoice-reminder””.");
    expect(found[0]?.after).toBe("In “Reminder”, as the first step.");
  });

  test("tells a step that went to another stage as moved, not as removed and added", () => {
    const found = between({
      stages: [
        { id: "initial", name: "Initial", steps: [first, remind] },
        { id: "reminder", name: "Reminder", steps: [before2, last] },
      ],
    });
    expect(brief(found)).toEqual(["messages: moved remind"]);
  });

  test("tells a renamed stage, a new one and the order of stages", () => {
    expect(brief(between(stages([before2, remind, last], "Second reminder")))).toEqual([
      "settings: changed reminder",
    ]);
    const turned = documentOf().stages.toReversed();
    expect(brief(between({ stages: turned }))).toEqual(["settings: moved initial"]);
    const more = [...documentOf().stages, { id: "final", name: "Final", steps: [] }];
    expect(brief(between({ stages: more }))).toEqual(["settings: added final"]);
  });

  test("tells what a sentence leaves out", () => {
    const [found] = between(stages([before2, { ...remind, note: "Ask Ana first" }, last]));
    expect(found).toMatchObject({ kind: "changed", also: "Also changed: the note." });
    expect(found?.before).toBe(found?.after);
  });

  test("does not tell a branch as changed because a step inside it is", () => {
    const branch = (steps: unknown[]) => ({
      id: "branch",
      kind: "branch",
      paths: [{ name: "Large", when: "data.amount > 100", steps }],
      otherwise: [],
    });
    const from = documentOf(stages([branch([remind])]));
    const to = documentOf(stages([branch([remind, last])]));
    expect(brief(differencesOf(from, to, { locale: "en" }))).toEqual(["timing: added last"]);
  });

  test("of a first version is its steps", () => {
    const found = differencesOf(null, documentOf(), { locale: "en" });
    expect(found.map(({ kind }) => kind)).toEqual(["added", "added", "added", "added"]);
  });
});

test("as few names as possible are out of order", () => {
  expect(outOfOrder(["a", "b", "c", "d"], ["d", "a", "b", "c"])).toEqual(["d"]);
  expect(outOfOrder(["a", "b"], ["a", "b"])).toEqual([]);
});

test("a message differs by its texts, language by language", () => {
  const content = { subject: "Your invoice", body: "Please pay." };
  const before = { channel: "email" as const, content, locales: { de: content } };
  const after = {
    ...before,
    content: {
      ...content,
      body: "Please pay today.",
      actions: [{ id: "paid", label: "I have paid", kind: "complete" as const }],
    },
  };
  expect(contentDifferences("invoice-first", before, after)).toEqual([
    {
      template: "invoice-first",
      channel: "email",
      locale: null,
      kind: "changed",
      fields: [
        { field: "body", before: "Please pay.", after: "Please pay today." },
        { field: "buttons", before: null, after: "I have paid (paid, complete)" },
      ],
    },
  ]);
  expect(contentDifferences("invoice-first", before, before)).toEqual([]);
});

test("another layout of a template is a difference of its own words", () => {
  const before = { channel: "email" as const, content: { subject: "S", body: "B" } };
  expect(contentDifferences("t", before, { ...before, layout: "quiet" })).toMatchObject([
    { locale: null, kind: "changed", fields: [{ field: "layout", before: null, after: "quiet" }] },
  ]);
});
