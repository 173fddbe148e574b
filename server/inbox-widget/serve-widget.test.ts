import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { serveWidget } from "./serve-widget";

const folder = mkdtempSync(join(tmpdir(), "widget-served-"));
const text = "export const a = 1;\n".repeat(50);
for (const name of ["v1.js", "mount-AB12CD34.js", "secret.txt"]) {
  writeFileSync(join(folder, name), text);
}
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (name: string, headers: Record<string, string> = {}) =>
  serveWidget(new Request("https://notify.example.com/w/x", { headers }), name, folder);

test("the loader is asked for anew after some minutes, a chunk never", async () => {
  expect((await ask("v1.js")).headers.get("cache-control")).toBe("public, max-age=300");
  expect((await ask("mount-AB12CD34.js")).headers.get("cache-control")).toContain("immutable");
});

test("pages of every origin may load it as a module", async () => {
  const { headers } = await ask("v1.js");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("timing-allow-origin")).toBe("*");
  expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
});

test("what has not changed is not sent again", async () => {
  const etag = (await ask("v1.js")).headers.get("etag") ?? "";
  const again = await ask("v1.js", { "if-none-match": `W/${etag}` });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("it is given as it is: Next would send packed bytes without saying that they are", async () => {
  const response = await ask("v1.js", { "accept-encoding": "gzip, deflate, br" });
  expect(response.headers.get("content-encoding")).toBeNull();
  expect(await response.text()).toBe(text);
});

test.each(["secret.txt", "../v1.js", "v2.js", "a/v1.js", ".js", "mount-AB12CD35.js"])(
  "%s is not found, and nobody keeps that answer",
  async (name) => {
    const response = await ask(name);
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
  },
);
