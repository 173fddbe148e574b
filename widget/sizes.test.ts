import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Metafile } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

/** By a name that TypeScript does not follow: the scripts are plain JavaScript. */
const SCRIPT: string = "../scripts/widget.mjs";

/** What a page pays for the widget, in bytes as they travel with gzip. */
const LOADER_MAX = 4_096;
const FIRST_OPEN_MAX = 22_528;
const FIRST_OPEN_PLAIN_MAX = 66_560;
const AFTERWARDS_MAX = 11_264;
const LANGUAGE_MAX = 2_048;
const LANGUAGES = ["en", "de", "ar"];

const folder = mkdtempSync(join(tmpdir(), "widget-"));
let outputs: Metafile["outputs"];
beforeAll(async () => {
  const { bundleWidget } = (await import(SCRIPT)) as {
    bundleWidget(folder: string): Promise<Metafile>;
  };
  outputs = (await bundleWidget(folder)).outputs;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plain = (path: string): Buffer => readFileSync(join(folder, basename(path)));
const zipped = (path: string): number => gzipSync(plain(path), { level: 9 }).length;

/** The output that was made from a source. */
function made(source: string): string {
  const found = Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.startsWith(source));
  if (!found) throw new Error(`no output of ${source}`);
  return found;
}

/** An output with all that it imports before it runs. */
function closure(path: string, seen: Set<string> = new Set()): Set<string> {
  seen.add(path);
  for (const entry of outputs[path]?.imports ?? []) {
    if (entry.kind === "import-statement" && !entry.external && !seen.has(entry.path)) {
      closure(entry.path, seen);
    }
  }
  return seen;
}

/** The loader, the client, the panel and what a language says in it. */
const firstOpen = (language: string): string[] => [
  "widget/loader/v1",
  "widget/client/create-inbox",
  "widget/ui/mount.",
  `widget/ui/words/${language}.`,
];

/** What lets it stay open, and what answers somebody there: loaded once the page is idle. */
const afterwards = (language: string): string[] => [
  "widget/client/staying",
  "widget/ui/parts.",
  `widget/ui/words/later/${language}.`,
];

const filesOf = (sources: string[]): string[] => [
  ...new Set(sources.flatMap((source) => [...closure(made(source))])),
];

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

test("the loader with its bell is one file of 4 kB at most", () => {
  const loader = made("widget/loader/v1");
  expect([...closure(loader)]).toEqual([loader]);
  expect(zipped(loader)).toBeLessThanOrEqual(LOADER_MAX);
});

test.each(LANGUAGES)("all that a first open in %s loads weighs 22 kB at most", (language) => {
  const files = filesOf(firstOpen(language));
  const weights = Object.fromEntries(files.map((path) => [basename(path), zipped(path)]));
  expect(sum(Object.values(weights)), JSON.stringify(weights)).toBeLessThanOrEqual(FIRST_OPEN_MAX);
  expect(sum(files.map((path) => plain(path).length))).toBeLessThanOrEqual(FIRST_OPEN_PLAIN_MAX);
});

test.each(LANGUAGES)("what comes after it in %s weighs 11 kB at most", (language) => {
  const first = filesOf(firstOpen(language));
  const files = filesOf(afterwards(language)).filter((path) => !first.includes(path));
  expect(sum(files.map(zipped))).toBeLessThanOrEqual(AFTERWARDS_MAX);
});

test.each(LANGUAGES)("each file of the words of %s weighs 2 kB at most", (language) => {
  for (const words of [`words/${language}.`, `words/later/${language}.`])
    expect(zipped(made(`widget/ui/${words}`))).toBeLessThanOrEqual(LANGUAGE_MAX);
});

test("nothing of it runs text as code or sets a cookie", () => {
  for (const path of Object.keys(outputs)) {
    expect(plain(path).toString()).not.toMatch(/\beval\(|new Function\b|document\.cookie/);
  }
});
