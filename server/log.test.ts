import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { createLog } from "./log";

test("a failed statement is logged with its text and its reason, and without its values", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const cause = new Error("duplicate key");
  const failed = new DrizzleQueryError("insert into people", ["ana@example.com", "a\nb"], cause);
  log.error({ err: failed }, "at once");
  log.error({ err: new Error("outer", { cause: failed }) }, "as a cause");
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toContain("insert into people");
    expect(line).toContain("duplicate key");
    expect(line).not.toContain("ana@example.com");
  }
});
