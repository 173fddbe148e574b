import { expect, it } from "vitest";
import { leavesFor } from "./leaves-page";

const HERE = "https://console.test/demo/content/invoice?view=write";
const plain = { button: 0, metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
const link = (href: string, more: { target?: string; download?: string } = {}) => ({
  href: new URL(href, HERE).href,
  target: "",
  download: "",
  ...more,
});

it("a link to another page of the console leaves this one", () => {
  expect(leavesFor(plain, link("/demo/people?q=a#x"), HERE)).toBe("/demo/people?q=a#x");
  expect(leavesFor(plain, link("/demo/content", { target: "_self" }), HERE)).toBe("/demo/content");
});

it("what opens elsewhere, or stays on the page, leaves nothing", () => {
  expect(leavesFor({ ...plain, ctrlKey: true }, link("/demo/people"), HERE)).toBeNull();
  expect(leavesFor({ ...plain, button: 1 }, link("/demo/people"), HERE)).toBeNull();
  expect(leavesFor(plain, link("/demo/people", { target: "_blank" }), HERE)).toBeNull();
  expect(leavesFor(plain, link("/demo/a.csv", { download: "a.csv" }), HERE)).toBeNull();
  expect(leavesFor(plain, link("?view=preview"), HERE)).toBeNull();
  expect(leavesFor(plain, link("#words"), HERE)).toBeNull();
});

it("another site is the browser's own question", () => {
  expect(leavesFor(plain, link("https://elsewhere.test/"), HERE)).toBeNull();
});
