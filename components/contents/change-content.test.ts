import { describe, expect, test } from "vitest";
import type { Template } from "@/core/template/content";
import type { DraftTemplate } from "@/core/template/draft-template";
import {
  languagesBehind,
  languagesMissing,
  moved,
  newAction,
  ofKind,
  withContent,
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
  test("is behind when only the template's own words changed since they are live", () => {
    const changed = withContent(live, null, { subject: "Invoice", body: "Pay today." });
    expect(languagesBehind(live, live)).toEqual([]);
    expect(languagesBehind(changed, live)).toEqual(["de"]);
    const followed = withContent(changed, "de", { subject: "Rechnung", body: "Heute zahlen." });
    expect(languagesBehind(followed, live)).toEqual([]);
    expect(languagesBehind(changed, null)).toEqual([]);
  });

  test("that was only opened is not changed", () => {
    const same: DraftTemplate = { ...live, content: { body: "Pay.", subject: "Invoice" } };
    expect(languagesBehind(same, live)).toEqual([]);
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

test("moving past an end changes nothing", () => {
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 0, 1)).toEqual(["b", "a"]);
});
