import { describe, expect, test } from "vitest";
import type { DraftContent } from "./draft-template";
import { emailDocument } from "./email-html";
import { markHtml, plainMarks, previewContent, splitMarks } from "./preview-content";

const settings = { locale: "en", zone: "UTC", now: 0 };
const scope = { data: { number: "2041", amount: "many" }, due: null };
const preview = (content: Partial<DraftContent>) =>
  previewContent({ body: "", ...content }, scope, settings);

describe("a place without a value", () => {
  test("is named, and the rest is written", () => {
    const { rendered, missing } = preview({
      subject: "Invoice {{ data.number }} for {{ data.customer }}",
      body: "{{ data.a }} and {{ data.b | upcase }}",
    });
    expect(missing.map(({ field, path }) => [field, path])).toEqual([
      ["subject", "data.customer"],
      ["body", "data.a"],
      ["body", "data.b"],
    ]);
    expect(plainMarks(rendered.subject ?? "", missing)).toBe("Invoice 2041 for [data.customer]");
    expect(splitMarks(rendered.body)).toEqual([{ missing: 1 }, " and ", { missing: 2 }]);
  });

  test("with words of its own is not missing", () => {
    const { rendered, missing } = preview({
      body: 'Dear {{ data.name | default: "customer" }}{% if data.note %}: {{ data.note }}{% endif %}',
    });
    expect(missing).toEqual([]);
    expect(rendered.body).toBe("Dear customer");
  });

  test("takes its whole loop with it", () => {
    const { rendered, missing } = preview({
      body: "A {% for i in data.items %}{% if i %}{{ i }}{% endif %}{% endfor %} Z",
    });
    expect(missing).toMatchObject([{ path: "data.items" }]);
    expect(plainMarks(rendered.body, missing)).toBe("A [data.items] Z");
  });

  test("leaves an address that can be followed", () => {
    const { rendered, missing } = preview({
      actions: [
        { id: "a", label: "Pay", kind: "link", url: "{{ data.url }}" },
        { id: "b", label: "See", kind: "link", url: "https://x.example/{{ data.id }}" },
        { id: "c", label: "", kind: "link", url: "" },
      ],
    });
    expect(rendered.actions.map(({ url }) => url)).toEqual([
      "https://missing.invalid/",
      "https://x.example/missing",
      "https://missing.invalid/",
    ]);
    expect(missing.map(({ field }) => field)).toEqual([
      "actions.0.url",
      "actions.1.url",
      "actions.2.url",
    ]);
  });
});

test("a filter that cannot write its value and a text that cannot be read are shown in their place", () => {
  const { rendered, missing } = preview({
    title: 'Sum {{ data.amount | money: "EUR" }}.',
    body: "One {% if data.number %} two",
  });
  expect(missing[0]?.message).toContain("not a number");
  expect(missing.map(({ isAbsent }) => isAbsent)).toEqual([false, false]);
  expect(preview({ body: "{{ data.x }}" }).missing[0]?.isAbsent).toBe(true);
  expect(preview({ body: "{{ data.x }}" }).missing[0]?.isAwaited).toBe(false);
  expect(preview({ body: "{{ data.x | hold }}" }).missing[0]).toMatchObject({
    path: "data.x",
    isAbsent: true,
    isAwaited: true,
  });
  expect(plainMarks(rendered.title ?? "", missing)).toBe("Sum [data.amount].");
  expect(missing).toHaveLength(2);
});

test("marks are words in HTML, and never break a tag", () => {
  const { rendered, missing } = preview({
    subject: "{{ data.x }}",
    body: "Hi {{ data.y }} ![{{ data.z }}](https://x.example/a.png)",
  });
  const { html } = emailDocument({
    content: rendered,
    brand: { name: "Acme" },
    links: {
      action: () => "#",
      view: "#",
      unsubscribe: "#",
      preferences: "#",
      click: (url) => url,
      openPixel: null,
    },
    locale: "en",
    footerText: "",
  });
  const marked = markHtml(html, missing);
  expect(marked).toContain("<title>[data.x]</title>");
  expect(marked).toMatch(/Hi <mark [^>]*>data\.y<\/mark>/);
  expect(marked).toContain('alt="[data.z]"');
});
