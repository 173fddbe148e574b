import { describe, expect, test } from "vitest";
import { type DraftTemplate, finished } from "./draft-template";
import { changedSince, piecesOf, upToDate, withWords } from "./translation";

const written: DraftTemplate = {
  channel: "email",
  content: {
    subject: "Invoice {{ data.number }}",
    body: "Please pay.\n\n---\n\n## Why\n\nWe need it.",
    actions: [{ id: "paid", label: "Paid", kind: "complete" }],
  },
  locales: {
    de: {
      subject: "Rechnung {{ data.number }}",
      body: "Bitte zahlen.\n\n---\n\n## Warum\n\nWir brauchen es.",
      actions: [{ id: "paid", label: "Bezahlt", kind: "complete" }],
    },
  },
};
const places = (draft: DraftTemplate) => changedSince(draft, "de")?.map(({ place }) => place);
const own = (draft: DraftTemplate, change: object) =>
  withWords(draft, null, { ...draft.content, ...change });
const german = (draft: DraftTemplate, change: object) =>
  withWords(draft, "de", { ...(draft.locales?.de ?? { body: "" }), ...change });

describe("what a translation was made from", () => {
  test("is not known of one that nobody said it of", () => {
    expect(changedSince(written, "de")).toBeNull();
  });

  test("is known from the first change of the template's own words on, piece by piece", () => {
    const changed = own(written, { body: "Please pay today.\n\n---\n\n## Why\n\nWe need it." });
    expect(places(changed)).toEqual(["body.0"]);
    expect(places(own(changed, { subject: "Bill" }))).toEqual(["subject", "body.0"]);
  });

  test("is still the same when blocks only move, and again when a change is taken back", () => {
    const moved = own(written, { body: "## Why\n\nWe need it.\n\n---\n\nPlease pay." });
    expect(places(moved)).toEqual([]);
    const there = own(written, { subject: "Bill" });
    expect(places(own(there, { subject: written.content.subject }))).toEqual([]);
  });

  test("is still the same when a value is only waited for", () => {
    const changed = own(written, { subject: "Bill {{ data.number }}" });
    const waits = own(upToDate(changed, "de"), { subject: "Bill {{ data.number | hold }}" });
    expect(places(waits)).toEqual([]);
  });

  test("is what stands there now for a piece that is written anew, and for no other", () => {
    const changed = own(written, { subject: "Bill", body: "Pay.\n\n---\n\n## Why\n\nWe need it." });
    expect(places(german(changed, { subject: "Beleg" }))).toEqual(["body.0"]);
  });

  test("is not guessed when blocks of a translation come or go", () => {
    const changed = own(written, { body: "Pay.\n\n---\n\n## Why\n\nWe need it." });
    expect(places(german(changed, { body: "Bitte zahlen." }))).toEqual(["body.0"]);
  });

  test("can be confirmed for one piece or for all", () => {
    const changed = own(written, { subject: "Bill", body: "Pay." });
    const [subject] = changedSince(changed, "de") ?? [];
    expect(places(upToDate(changed, "de", subject))).toEqual(["body.0"]);
    expect(places(upToDate(changed, "de"))).toEqual([]);
  });

  test("is saved with the template", () => {
    const saved = finished(own(written, { subject: "Bill" }));
    expect(saved.ok && saved.template.locales?.de?.translatedFrom?.length).toBe(5);
  });
});

test("dividers, addresses and bare values are nothing to translate", () => {
  const body = "---\n\n{{ data.text }}\n\n![](https://example.com/a.png)\n\nWords";
  const email = piecesOf({ subject: "{{ data.x }}", body }, "email");
  expect(email.map(({ place }) => place)).toEqual(["body.3"]);
  expect(piecesOf({ body }, "sms")).toHaveLength(1);
});
