import { expect, test } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { open, seal } from "./seal";

const SECRET = "a secret of at least thirty-two characters";
const OWNER = {
  workspaceId: "0198c0de-0000-7000-8000-00000000000a" as WorkspaceId,
  id: "0198c0de-0000-7000-8000-000000000001",
};
const SECRETS = { apiKey: "re_123456789", note: "Grüße" };

test("what is sealed opens for the same account under the same secret", () => {
  expect(open(SECRET, OWNER, seal(SECRET, OWNER, SECRETS))).toEqual(SECRETS);
});

test("the sealed text shows nothing of the secret, and is never the same twice", () => {
  const first = seal(SECRET, OWNER, SECRETS);
  expect(first).toMatch(/^v1\.[\w-]{16}\.[\w-]+$/);
  expect(Buffer.from(first.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain(
    "re_",
  );
  expect(seal(SECRET, OWNER, SECRETS)).not.toBe(first);
});

test("another secret, another account and another workspace open nothing", () => {
  const sealed = seal(SECRET, OWNER, SECRETS);
  const workspaceId = "0198c0de-0000-7000-8000-00000000000b" as WorkspaceId;
  expect(open(`${SECRET}!`, OWNER, sealed)).toBeNull();
  expect(open(SECRET, { ...OWNER, id: `${OWNER.id.slice(0, -1)}2` }, sealed)).toBeNull();
  expect(open(SECRET, { ...OWNER, workspaceId }, sealed)).toBeNull();
});

test("one changed character anywhere opens nothing", () => {
  const sealed = seal(SECRET, OWNER, SECRETS);
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === "A" ? "Q" : "A";
    const changed = `${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`;
    const isSameBytes = canonical(changed) === canonical(sealed);
    expect(open(SECRET, OWNER, changed), `position ${at}`).toEqual(isSameBytes ? SECRETS : null);
  }
});

test("a text of another version, or none at all, opens nothing", () => {
  const sealed = seal(SECRET, OWNER, SECRETS);
  for (const text of ["", "v1", "v1..", sealed.replace("v1", "v2"), sealed.slice(0, 40)]) {
    expect(open(SECRET, OWNER, text)).toBeNull();
  }
});

/** The last character of unpadded Base64 holds bits that belong to no byte. */
const canonical = (sealed: string) =>
  sealed
    .split(".")
    .map((part, index) => (index === 0 ? part : Buffer.from(part, "base64url").toString("hex")))
    .join(".");
