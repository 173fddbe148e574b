import { describe, expect, test } from "vitest";
import {
  ACTIONS_MAX,
  BODY_CHARS_MAX,
  Content,
  pickContent,
  Template,
} from "@/core/template/content";

const issuesOf = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.path.join("."));

describe("Template", () => {
  test("an email without a subject is refused at the subject, in each language", () => {
    const content = { body: "x" };
    const result = Template.safeParse({ channel: "email", content, locales: { de: content } });
    expect(issuesOf(result)).toEqual(["content.subject", "locales.de.subject"]);
  });

  test("an SMS needs no subject", () => {
    expect(Template.safeParse({ channel: "sms", content: { body: "x" } }).success).toBe(true);
  });

  test("a field nobody knows is refused", () => {
    expect(Template.safeParse({ channel: "sms", content: { body: "x", html: "y" } }).success).toBe(
      false,
    );
  });
});

describe("Content", () => {
  const action = { id: "a", label: "Pay", kind: "complete" };
  test.each([
    [{ ...action, kind: "link" }, "actions.0.url"],
    [{ ...action, kind: "choice" }, "actions.0.choices"],
    [{ ...action, label: " " }, "actions.0.label"],
    [{ ...action, kind: "dance" }, "actions.0.kind"],
  ])("the action %j is refused at %s", (given, path) => {
    expect(issuesOf(Content.safeParse({ body: "x", actions: [given] }))).toEqual([path]);
  });

  test("limits hold", () => {
    const actions = Array.from({ length: ACTIONS_MAX + 1 }, (_, i) => ({ ...action, id: `a${i}` }));
    expect(Content.safeParse({ body: "x", actions }).success).toBe(false);
    expect(Content.safeParse({ body: "x".repeat(BODY_CHARS_MAX + 1) }).success).toBe(false);
    expect(Content.safeParse({ body: "x", actions: [action, action] }).success).toBe(false);
  });
});

test("pickContent goes from the exact locale to its language, to the workspace's, to the template's own", () => {
  const template = {
    content: { body: "en" },
    locales: { de: { body: "de" }, "pt-BR": { body: "pt-BR" } },
  };
  expect(pickContent(template, "de-AT", "en").body).toBe("de");
  expect(pickContent(template, "pt-br", "en").body).toBe("pt-BR");
  expect(pickContent(template, "fr-CA", "de-CH").body).toBe("de");
  expect(pickContent(template, "fr", "pt-BR").body).toBe("pt-BR");
  expect(pickContent(template, "pt", "en").body).toBe("en");
  expect(pickContent({ content: { body: "en" } }, "fr", "de").body).toBe("en");
});
