import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unstable_getResponseFromNextConfig as answerOf } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import nextConfig from "../../next.config";

const ROOT = join(import.meta.dirname, "../..");
const covered = async (paths: readonly string[]): Promise<string[]> => {
  const policies = await Promise.all(
    paths.map(async (path) => {
      const { headers } = await answerOf({ url: `http://x.test${path}`, nextConfig });
      return headers.get("content-security-policy");
    }),
  );
  return paths.filter((_, i) => policies[i] === "frame-ancestors 'self'");
};

/** Where a file of `app` is reached, with a plain word for each parameter. */
const pathOf = (file: string): string =>
  `/${file
    .split("/")
    .slice(0, -1)
    .filter((part) => !/^\(.*\)$/.test(part))
    .map((part) => part.replace(/^\[+\.*(.*?)\]+$/, "$1"))
    .join("/")}`;

const files = readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" });
const pages = files.filter((name) => /(^|\/)page\.tsx$/.test(name)).map(pathOf);
const framed = files.filter(
  (name) =>
    /(^|\/)route\.ts$/.test(name) &&
    /framedHtml|demoResponse/.test(readFileSync(join(ROOT, "app", name), "utf8")),
);

test("no page of the console, of signing in or of the reference can be framed by another site", async () => {
  expect(pages.length).toBeGreaterThan(30);
  const all = [...pages, "/docs/api", "/live", "/prices", "/a"];
  expect(await covered(all)).toEqual(all);
});

test("what has a policy of its own keeps it", async () => {
  expect(framed.length).toBeGreaterThan(2);
  const own = ["/p/token", "/a/token", "/a/test", "/v/token", "/w/v1.js", "/api/v1/cases"];
  expect(await covered([...framed.map(pathOf), ...own])).toEqual([]);
});
