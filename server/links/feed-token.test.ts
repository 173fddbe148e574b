import { expect, it } from "vitest";
import { WorkspaceId } from "@/core/ids";
import { mintFeedToken, readFeedToken } from "./feed-token";
import { mintPersonToken, readPersonToken } from "./token";

const SECRET = "a secret that only the tests know of";
const workspaceId = WorkspaceId.parse("01960000-0000-7000-8000-000000000001");
const whole = { workspaceId, rota: "on-call", feed: 4_000_000_000, personId: null };
const hers = { ...whole, personId: "ana@example.com" };

it("names what it was made for, the same each time, and shows nobody's id", () => {
  for (const token of [whole, hers]) {
    const text = mintFeedToken(SECRET, token);
    expect(readFeedToken(SECRET, text)).toEqual(token);
    expect(mintFeedToken(SECRET, token)).toBe(text);
  }
  const text = mintFeedToken(SECRET, hers);
  expect(Buffer.from(text, "base64url").toString("latin1")).not.toContain("ana");
});

it("is nothing once a character differs, under another secret, or as a token of another kind", () => {
  const text = mintFeedToken(SECRET, hers);
  for (let i = 0; i < text.length - 1; i++) {
    const other = text[i] === "A" ? "B" : "A";
    expect(readFeedToken(SECRET, text.slice(0, i) + other + text.slice(i + 1))).toBeNull();
  }
  expect(readFeedToken(`${SECRET}!`, text)).toBeNull();
  expect(readPersonToken(SECRET, text)).toBeNull();
  const person = mintPersonToken(SECRET, { workspaceId, personId: "ana", issuedAt: 1 });
  expect(readFeedToken(SECRET, person)).toBeNull();
  for (const junk of ["", "x", "é", "A".repeat(2_000)]) {
    expect(readFeedToken(SECRET, junk)).toBeNull();
  }
});
