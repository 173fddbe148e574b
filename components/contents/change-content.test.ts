import { describe, expect, test } from "vitest";
import type { Template } from "@/core/template/content";
import type { DraftTemplate } from "@/core/template/draft-template";
import { withWords } from "@/core/template/translation";
import {
  changesBehind,
  confirmed,
  languagesMissing,
  newAction,
  ofKind,
  withLanguage,
  withLine,
  withoutLanguage,
} from "./change-content";

const live: Template = {
  channel: "email",
  content: { subject: "Invoice", body: "Pay." },
  locales: { de: { subject: "Rechnung", body: "Zahlen." } },
};

describe("a language", () => {
  const behind = (draft: DraftTemplate, published: Template | null) =>
    changesBehind(draft, "de", published).map(({ place }) => place);

  test("is behind when only the template's own words changed since they are live", () => {
    const changed: DraftTemplate = { ...live, content: { subject: "Invoice", body: "Pay today." } };
    expect(behind(live, live)).toEqual([]);
    expect(behind(changed, live)).toEqual(["body.0"]);
    const followed = {
      ...changed,
      locales: { de: { subject: "Rechnung", body: "Heute zahlen." } },
    };
    expect(behind(followed, live)).toEqual([]);
    expect(behind(changed, null)).toEqual([]);
  });

  test("is behind also after a change is live, until somebody says it is not", () => {
    const changed = withWords(live, null, { subject: "Bill", body: "Pay today." });
    expect(behind(changed, changed as Template)).toEqual(["subject", "body.0"]);
    const [subject] = changesBehind(changed, "de", live);
    expect(behind(confirmed(changed, "de", live, subject), live)).toEqual(["body.0"]);
    expect(behind(confirmed(changed, "de", live), live)).toEqual([]);
  });

  test("of which only one piece is confirmed stays behind in the others", () => {
    const changed: DraftTemplate = { ...live, content: { subject: "Bill", body: "Pay today." } };
    const [subject] = changesBehind(changed, "de", live);
    expect(behind(confirmed(changed, "de", live, subject), live)).toEqual(["body.0"]);
  });

  test("that was only opened is not changed", () => {
    const same: DraftTemplate = { ...live, content: { body: "Pay.", subject: "Invoice" } };
    expect(behind(same, live)).toEqual([]);
  });

  test("that was just added is still to be translated", () => {
    expect(changesBehind(withLanguage(live, "fr"), "fr", null)).toHaveLength(2);
  });

  test("is missing when people read it and nothing is written in it", () => {
    expect(languagesMissing(live, ["de-AT", "en-GB", "fr", "fr-CA", null], "en")).toEqual(["fr"]);
  });

  test("can be added and taken away again without a trace", () => {
    const { locales: _, ...alone } = live;
    expect(withoutLanguage(withLanguage(alone, "fr"), "fr")).toEqual(alone);
  });
});

test("an emptied line is gone, not empty", () => {
  expect(withLine({ body: "", title: "x" }, "title", "")).toEqual({ body: "" });
});

describe("a button", () => {
  test("gets a name that no other has", () => {
    const first = newAction([], "link", "Pay");
    const second = newAction([first], "link", "See");
    expect([first.id, second.id]).toEqual(["link", "link-2"]);
    expect(second.url).toBe("");
  });

  test("of another kind loses what only the old one had", () => {
    const link = { id: "a", label: "Pay", kind: "link" as const, url: "https://x.example" };
    expect(ofKind(link, "complete")).toEqual({ id: "a", label: "Pay", kind: "complete" });
    expect(ofKind(link, "choice").choices).toHaveLength(2);
  });
});
