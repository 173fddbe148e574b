import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { mintReplyAddress, type ReplyAddress, readReplyAddress } from "./reply-address";

const SECRET = "a secret of at least thirty-two characters";
const DOMAIN = "replies.example.com";
const address = (kind: "reply" | "bounce" = "reply"): ReplyAddress => ({
  kind,
  workspaceId: randomUUID() as WorkspaceId,
  messageId: randomUUID(),
});

it("reads back as what it was made for, also when a server changed the size of its letters", () => {
  for (let n = 0; n < 200; n++) {
    const made = address(n % 2 ? "bounce" : "reply");
    const text = mintReplyAddress(SECRET, made, DOMAIN);
    expect(text.split("@")[0]?.length).toBeLessThanOrEqual(64);
    for (const as of [text, text.toUpperCase(), `Shop <${text}>`, `<${text}>`]) {
      expect(readReplyAddress(SECRET, as, DOMAIN)).toEqual(made);
    }
  }
});

it("is not read with another secret, at another domain, or as the other kind", () => {
  const text = mintReplyAddress(SECRET, address(), DOMAIN);
  expect(readReplyAddress(`${SECRET}!`, text, DOMAIN)).toBeNull();
  expect(readReplyAddress(SECRET, text, "other.example.com")).toBeNull();
  expect(readReplyAddress(SECRET, text.replace(/^r-/, "b-"), DOMAIN)).toBeNull();
});

it("is not read when one letter is another, or when it is anything else", () => {
  const text = mintReplyAddress(SECRET, address(), DOMAIN);
  const local = text.split("@")[0] ?? "";
  // The last letter carries one bit only.
  for (let at = 2; at < local.length - 1; at++) {
    const other = local[at] === "a" ? "b" : "a";
    const changed = `${local.slice(0, at)}${other}${local.slice(at + 1)}@${DOMAIN}`;
    expect(readReplyAddress(SECRET, changed, DOMAIN)).toBeNull();
  }
  for (const bad of [
    "",
    "@",
    `r-@${DOMAIN}`,
    `postmaster@${DOMAIN}`,
    "x".repeat(10_000),
    `${text}.evil.com`,
  ]) {
    expect(readReplyAddress(SECRET, bad, DOMAIN)).toBeNull();
  }
});
