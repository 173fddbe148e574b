import { expect, test } from "vitest";
import { HOUR_MS } from "@/core/time";
import { ask, retryAfterMsOf } from "./answer";

test("a wish to wait is read in seconds and as a date, and not believed beyond six hours", () => {
  expect(retryAfterMsOf("7")).toBe(7_000);
  expect(retryAfterMsOf("0")).toBe(0);
  expect(retryAfterMsOf("999999")).toBe(6 * HOUR_MS);
  const soon = retryAfterMsOf(new Date(Date.now() + HOUR_MS).toUTCString()) ?? 0;
  expect(soon).toBeGreaterThan(HOUR_MS / 2);
  expect(soon).toBeLessThanOrEqual(HOUR_MS);
});

test("no wish, a past one and nonsense say nothing", () => {
  for (const header of [null, undefined, "", "-1", "soon", "Mon, 01 Jan 2001 00:00:00 GMT"]) {
    expect(retryAfterMsOf(header)).toBeNull();
  }
});

const failing = (code: string) => async () => {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error("It broke"), { code }) });
};

test("a line that broke may have carried the message; one that was never there has not", async () => {
  for (const code of ["ECONNRESET", "UND_ERR_SOCKET", "UND_ERR_HEADERS_TIMEOUT", "EPIPE"]) {
    const asked = await ask(failing(code), "https://example.com", {});
    expect(asked).toMatchObject({ failed: { retry: true, maybeSent: true } });
  }
  for (const code of ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CERT_HAS_EXPIRED"]) {
    const asked = await ask(failing(code), "https://example.com", {});
    expect(asked).toMatchObject({ failed: { retry: true } });
    expect(asked).not.toHaveProperty("failed.maybeSent");
  }
});
