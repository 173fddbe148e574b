import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { PACKING } from "./packing";
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

test("it travels packed for those whom Next tells that it is, and for nobody else", async () => {
  const value = PACKING.has[0]?.value ?? "";
  const who = ["gzip, deflate, br, zstd", "gzip", "br", "identity", ""];
  for (const encoding of who) {
    const isTold = new RegExp(`^${value}$`).test(encoding);
    const bytes = async (name: string) =>
      Buffer.from(await (await ask(name, { "accept-encoding": encoding })).arrayBuffer());
    const [found, missing] = [await bytes("v1.js"), await bytes("v2.js")];
    expect(String(isTold ? gunzipSync(found) : found)).toBe(text);
    expect(String(isTold ? gunzipSync(missing) : missing)).toBe("Not found\n");
  }
  expect(who.filter((encoding) => new RegExp(`^${value}$`).test(encoding))).toHaveLength(2);
});

test.each(["secret.txt", "../v1.js", "v2.js", "a/v1.js", ".js", "mount-AB12CD35.js"])(
  "%s is not found, and nobody keeps that answer",
  async (name) => {
    const response = await ask(name);
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
  },
);
