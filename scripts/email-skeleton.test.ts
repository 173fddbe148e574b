import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the skeleton of emails is what MJML makes of its source", () => {
  const script = join(import.meta.dirname, "email-skeleton.mjs");
  expect(() => execFileSync(process.execPath, [script, "--check"])).not.toThrow();
});
