import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const MODULES_MIN = 50;

/** Which rooms each room may import from. `core` decides alone; everything leans on it. */
const ALLOWED: Record<string, readonly string[]> = {
  core: ["core"],
  db: ["db", "core"],
  server: ["server", "db", "core"],
  jobs: ["jobs", "server", "db", "core"],
  components: ["components", "core"],
  app: ["app", "components", "server", "db", "core"],
  widget: ["widget", "core"],
  scripts: ["scripts", "server", "db", "core"],
  bench: ["bench", "e2e", "jobs", "server", "db", "core"],
  e2e: ["e2e", "db", "core"],
};

/** The widget is code in other people's pages: it may know only what crosses HTTP. */
const WIDGET_CORE = /^core\/(contracts\/|ids(\.ts)?$)/;

/** Packages that do no I/O, keep no clock and know no framework. */
const PURE_PACKAGES = [
  "@marcbachmann/cel-js",
  "@orpc/contract",
  "ajv",
  "ajv-formats",
  "date-holidays",
  "html-to-text",
  "intl-messageformat",
  "libphonenumber-js",
  "liquidjs",
  "markdown-it",
  "rrule-temporal",
  "sanitize-html",
  "temporal-polyfill",
  "yaml",
  "zod",
];

type Import = { from: string; specifier: string; target: string };

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

function modules(folder: string): string[] {
  if (!statSync(join(ROOT, folder), { throwIfNoEntry: false })) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx)$/.test(name) && !/\.d\.ts$/.test(name))
    .map((name) => join(folder, name));
}

/** Static imports, re-exports and `import()` with a literal; the target is a path from the root or a package. */
function importsOf(file: string): Import[] {
  const source = readFileSync(join(ROOT, file), "utf8");
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^"'`;]*?from\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g,
  );
  return [...found].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? "";
    const target = specifier.startsWith("@/")
      ? specifier.slice(2)
      : specifier.startsWith(".")
        ? relative(ROOT, join(ROOT, dirname(file), specifier))
        : specifier;
    return { from: file, specifier, target };
  });
}

const isPath = ({ specifier }: Import): boolean => /^(\.|@\/)/.test(specifier);
const roomOf = (path: string): string => path.split("/")[0] ?? "";
const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

const files = Object.keys(ALLOWED).flatMap(modules);
const imports = files.flatMap(importsOf);

/** Modules that only tests, measurements and others of their kind import: generators and fakes, which may use what tests use. */
const testSupport = new Set<string>();
for (let found = -1; found !== testSupport.size; ) {
  found = testSupport.size;
  for (const file of files) {
    const path = file.replace(/\.tsx?$/, "");
    const importers = imports.filter(({ target }) => target.replace(/\.tsx?$/, "") === path);
    const isSupport = importers.every(
      ({ from }) => isTest(from) || roomOf(from) === "bench" || testSupport.has(from),
    );
    if (!isTest(file) && importers.length > 0 && isSupport) testSupport.add(file);
  }
}
const isProduct = (file: string): boolean => !isTest(file) && !testSupport.has(file);

test("the whole house was read", () => {
  expect(files.length).toBeGreaterThanOrEqual(MODULES_MIN);
  expect(imports.length).toBeGreaterThanOrEqual(MODULES_MIN);
});

test("every room imports only from the rooms below it, by alias or by relative path", () => {
  const wrong = imports
    .filter(isPath)
    .filter(({ from, target }) => {
      const room = roomOf(from);
      const into = roomOf(target);
      // Tests may stand on the test database and the layers they exercise.
      if (!isProduct(from) && room !== "core" && ["db", "jobs", "server"].includes(into))
        return false;
      if (!(into in ALLOWED)) return false;
      // A test of the widget may hold against core what the widget had to write again.
      if (room === "widget" && into === "core") return isProduct(from) && !WIDGET_CORE.test(target);
      return !ALLOWED[room]?.includes(into);
    })
    .map(({ from, specifier }) => `${from} imports ${specifier}`);
  expect(wrong).toEqual([]);
});

test("core imports nothing that does I/O, keeps time or belongs to a framework", () => {
  const wrong = imports
    .filter((entry) => roomOf(entry.from) === "core" && isProduct(entry.from) && !isPath(entry))
    .filter(({ specifier }) => !PURE_PACKAGES.includes(packageOf(specifier)))
    .map(({ from, specifier }) => `${from} imports ${specifier}`);
  expect(wrong).toEqual([]);
});

test("core asks no clock and no chance of its surroundings", () => {
  const wrong = files
    .filter((file) => roomOf(file) === "core" && isProduct(file))
    .filter((file) =>
      /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bTemporal\.Now\b|\bperformance\.now\(|\bcrypto\./.test(
        readFileSync(join(ROOT, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ""),
      ),
    );
  expect(wrong).toEqual([]);
});
