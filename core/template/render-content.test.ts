import { describe, expect, test } from "vitest";
import type { Content } from "@/core/template/content";
import { contentProblems, variablesOfContent } from "@/core/template/content-problems";
import { renderContent } from "@/core/template/render-content";

const settings = { locale: "en", zone: "UTC", now: 0 };
const scope = {
  data: {
    number: "2041",
    url: "https://pay.example/i/2041?x=1",
    q: "a/b?c&d #",
    bad: "javascript:x",
  },
};

const content = (more: Partial<Content>): Content => ({
  body: "Invoice {{ data.number }}",
  ...more,
});
const link = (url: string): Partial<Content> => ({
  actions: [{ id: "pay", label: "Pay {{ data.number }}", kind: "link", url }],
});

test("every field is rendered, absent ones are null", () => {
  expect(
    renderContent(content({ subject: "No. {{ data.number }}", preheader: " " }), scope, settings),
  ).toEqual({
    ok: true,
    rendered: {
      subject: "No. 2041",
      preheader: null,
      title: null,
      body: "Invoice 2041",
      actions: [],
    },
  });
});

describe("an action's url", () => {
  test.each([
    ["{{ data.url }}", "https://pay.example/i/2041?x=1"],
    ["{{ data.url }}&q={{ data.q }}", "https://pay.example/i/2041?x=1&q=a%2Fb%3Fc%26d%20%23"],
    ["https://x.example/{{ data.q }}", "https://x.example/a%2Fb%3Fc%26d%20%23"],
    [
      "https://x.example/?to={{ data.url }}",
      "https://x.example/?to=https%3A%2F%2Fpay.example%2Fi%2F2041%3Fx%3D1",
    ],
    ["mailto:a@b.example", "mailto:a@b.example"],
  ])("%s becomes %s", (url, expected) => {
    const result = renderContent(content(link(url)), scope, settings);
    expect(result.ok && result.rendered.actions[0]).toMatchObject({
      url: expected,
      label: "Pay 2041",
    });
  });

  test.each([
    "{{ data.bad }}",
    "javascript:alert(1)",
    "/relative",
    "data:text/html,x",
    "https://a:b@x.example/",
  ])("%s is refused at its field", (url) => {
    expect(renderContent(content(link(url)), scope, settings)).toMatchObject({
      ok: false,
      field: "actions.0.url",
    });
  });
});

test("the first field that cannot be rendered is named with its place", () => {
  const result = renderContent(content({ title: "ok\n{{ data.absent }}" }), scope, settings);
  expect(result).toMatchObject({ ok: false, field: "title", line: 2, column: 4 });
});

test("contentProblems finds what does not parse and names nothing stands behind", () => {
  const problems = contentProblems(
    content({ subject: "{{ nobody.name }}", title: "{% if %}" }),
    null,
  );
  expect(problems.map(({ field, line, column }) => [field, line, column])).toEqual([
    ["subject", 1, 4],
    ["title", 1, 6],
  ]);
  expect(problems[0]?.message).toContain("nobody.name");
});

test("variablesOfContent lists each path once over all fields", () => {
  const given = content({ subject: "{{ data.number }}", ...link("{{ data.url }}") });
  expect(variablesOfContent(given)).toEqual(["data.number", "data.url"]);
});
