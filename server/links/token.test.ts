import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { linkExpired } from "@/core/delivery/link-days";
import type { WorkspaceId } from "@/core/ids";
import { DAY_MS } from "@/core/time";
import {
  type LinkToken,
  mintPersonToken,
  mintToken,
  type PersonToken,
  readPersonToken,
  readToken,
} from "./token";
import { CLICKS_MAX, clickTarget, linksFor, TRAP_INDEX } from "./urls";

const SECRET = "a secret of at least thirty-two characters";
const token: LinkToken = {
  purpose: "a",
  index: 3,
  workspaceId: randomUUID() as WorkspaceId,
  messageId: randomUUID(),
};

test("a token reads back as what it was made for", () => {
  const text = mintToken(SECRET, token);
  expect(text).toMatch(/^[A-Za-z0-9_-]{68}$/);
  expect(readToken(SECRET, text, "a")).toEqual(token);
});

test("a token opens nothing but its own purpose, under its own secret", () => {
  const text = mintToken(SECRET, token);
  expect(readToken(SECRET, text, "u")).toBeNull();
  expect(readToken(`${SECRET}!`, text, "a")).toBeNull();
});

test("no changed character and no other length is read", () => {
  const text = mintToken(SECRET, token);
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === "A" ? "B" : "A";
    expect(readToken(SECRET, text.slice(0, at) + other + text.slice(at + 1), "a")).toBeNull();
  }
  for (const bad of ["", text.slice(1), `${text}A`, "*".repeat(text.length)]) {
    expect(readToken(SECRET, bad, "a")).toBeNull();
  }
});

test("an index that does not fit is refused when it is made", () => {
  expect(() => mintToken(SECRET, { ...token, index: 256 })).toThrow(RangeError);
  expect(() => mintToken(SECRET, { ...token, messageId: "7" })).toThrow(RangeError);
});

test("links end sixty days after their message was planned", () => {
  expect(linkExpired(0, 60 * DAY_MS)).toBe(false);
  expect(linkExpired(0, 60 * DAY_MS + 1)).toBe(true);
});

const person: PersonToken = {
  workspaceId: token.workspaceId,
  personId: "Änne <ana@example.com> 💡",
  issuedAt: 1_800_000_000_123,
};

test("a person's token reads back, tells nobody who it is, and is another one each time", () => {
  const text = mintPersonToken(SECRET, person);
  expect(readPersonToken(SECRET, text)).toEqual(person);
  expect(Buffer.from(text, "base64url").toString("latin1")).not.toContain("ana@example.com");
  expect(mintPersonToken(SECRET, person)).not.toBe(text);
});

test("a person's token is read under its own secret only, whole and unchanged", () => {
  const text = mintPersonToken(SECRET, person);
  expect(readPersonToken(`${SECRET}!`, text)).toBeNull();
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === "A" ? "Q" : "A";
    expect(readPersonToken(SECRET, text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
  }
  for (let length = 0; length < text.length; length++) {
    expect(readPersonToken(SECRET, text.slice(0, length))).toBeNull();
  }
  for (const bad of [
    `${text}A`,
    "A".repeat(2_000),
    mintToken(SECRET, { ...token, purpose: "p" }),
  ]) {
    expect(readPersonToken(SECRET, bad)).toBeNull();
  }
});

test("a person's token is no message's, whatever the length of their id", () => {
  for (let length = 1; length <= 128; length++) {
    const text = mintPersonToken(SECRET, { ...person, personId: "x".repeat(length) });
    for (const purpose of ["a", "v", "u", "o", "c", "p"] as const) {
      expect(readToken(SECRET, text, purpose)).toBeNull();
    }
  }
  expect(() => mintPersonToken(SECRET, { ...person, personId: "" })).toThrow(RangeError);
});

const source = {
  appUrl: "https://f.example.com",
  secret: SECRET,
  workspaceId: token.workspaceId,
  messageId: token.messageId,
  content: {
    body: "See [one](https://one.example.com/) and [two](https://two.example.com/).",
    actions: [
      {
        id: "docs",
        label: "Docs",
        kind: "link" as const,
        url: "https://d.example.com/",
        choices: [],
      },
      { id: "paid", label: "Paid", kind: "complete" as const, url: null, choices: [] },
    ],
  },
};

test("a tracked link leads back to exactly the address it stands for", () => {
  const links = linksFor({ ...source, tracked: true });
  const text = links.click("https://two.example.com/").split("/c/")[1] ?? "";
  const index = readToken(SECRET, text, "c")?.index ?? -1;
  expect(clickTarget(source.content.body, index)).toBe("https://two.example.com/");
  expect(clickTarget(source.content.body, 2)).toBeNull();
  expect(links.click("https://evil.example.com/")).toBe("https://evil.example.com/");
});

test("the link that no reader sees leads to no address of the message, however many it has", () => {
  const links = linksFor({ ...source, tracked: true });
  const text = links.trap?.split("/c/")[1] ?? "";
  expect(readToken(SECRET, text, "c")).toMatchObject({ index: TRAP_INDEX });
  expect(TRAP_INDEX).toBeGreaterThanOrEqual(CLICKS_MAX);
});

test("without consent nothing is tracked", () => {
  const links = linksFor({ ...source, tracked: false });
  expect(links.openPixel).toBeNull();
  expect(links.trap).toBeNull();
  expect(links.click("https://one.example.com/")).toBe("https://one.example.com/");
});

test("an action's link names its place, a plain link goes where it says", () => {
  const links = linksFor({ ...source, tracked: false });
  const text = links.action("paid").split("/a/")[1] ?? "";
  expect(readToken(SECRET, text, "a")).toMatchObject({ index: 1, messageId: token.messageId });
  expect(links.action("docs")).toBe("https://d.example.com/");
});
