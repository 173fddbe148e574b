import { expect, test } from "vitest";
import { accentReading } from "./accent";
import {
  curlCode,
  inboxElements,
  pageCode,
  reactCode,
  serverCode,
  styleSheetCode,
} from "./embed-code";
import { inboxLookOf } from "./inbox-look";

const place = { appUrl: "https://notify.example.com", kind: "live" } as const;

test("without a choice it is the script and one element that says where tokens are", () => {
  expect(pageCode(inboxLookOf({}), place).split("\n")).toEqual([
    '<script type="module" src="https://notify.example.com/w/v1.js"></script>',
    '<followthrough-inbox token-url="/api/inbox-token"></followthrough-inbox>',
  ]);
});

test("each choice is an attribute of every element, or stands in the style sheet", () => {
  const look = inboxLookOf({
    mode: "panel",
    language: "ar",
    direction: "rtl",
    scheme: "dark",
    accent: "#0a66c2",
    radius: "0",
    density: "compact",
    toasts: "on",
    offline: "off",
  });
  const shared =
    'token-url="/api/inbox-token" lang="ar" dir="rtl" data-density="compact" keep="off"';
  expect(inboxElements(look)).toEqual([
    `<followthrough-inbox mode="panel" ${shared}></followthrough-inbox>`,
    `<followthrough-toasts placement="bottom-end" ${shared}></followthrough-toasts>`,
  ]);
  expect(styleSheetCode(look).split("\n")[1]).toBe(
    "followthrough-inbox, followthrough-toasts { color-scheme: dark; --fu-accent: #0a66c2; --fu-radius: 0px }",
  );
});

test("React gets the same choices as properties", () => {
  const look = inboxLookOf({ scheme: "dark", radius: "4", offline: "off", banner: "on" });
  const code = reactCode(look, place);
  expect(code).toContain('import { Inbox, Banner } from "./followthrough.js";');
  for (const property of [
    'baseUrl="https://notify.example.com"',
    'tokenUrl="/api/inbox-token"',
    "keep={false}",
    'placement="top"',
    'style={{ "colorScheme": "dark", "--fu-radius": "4px" }}',
  ]) {
    expect(code).toContain(property);
  }
});

test("no element has a style of its own, which a strict content policy would refuse", () => {
  const look = inboxLookOf({ accent: "#a500fa", scheme: "dark", radius: "4" });
  expect(pageCode(look, place)).not.toContain("style=");
  expect(inboxElements(look, true)[0]).toContain('style="color-scheme: dark; --fu-accent');
});

test("the sample asks nobody for a token", () => {
  expect(inboxElements(inboxLookOf({}), true)).toEqual([
    "<followthrough-inbox demo></followthrough-inbox>",
  ]);
});

test("an accent on which the widget's words could not be read gets other words", () => {
  const { ratio, better } = accentReading("#a500fa");
  expect([ratio < 4.5, better]).toEqual([true, "#ffffff"]);
  expect(styleSheetCode(inboxLookOf({ accent: "#a500fa" }))).toContain(
    "--fu-accent: #a500fa; --fu-on-accent: #ffffff",
  );
  expect(accentReading("#0a66c2").better).toBeNull();
});

test("the key that the code names is one of this kind of workspace", () => {
  expect(serverCode(place)).toContain("ft_live_");
  expect(curlCode({ ...place, kind: "sandbox" })).toContain("ft_test_");
});

test("what was kept and is no choice any more gives way to the first one", () => {
  expect(inboxLookOf({ mode: "cube", accent: "red", density: "compact" })).toMatchObject({
    mode: "bell",
    accent: "",
    density: "compact",
  });
});
