import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { checkNode, ensureInstalled, fail, projectNode, root } from "./install.mjs";

// npm test: every check in one run, ending in `N passed, N failed`. `npm test -- unit db` runs
// some. A check counts as one; a suite counts its tests, and fails when it saw none.
const RESULTS = join(root, "test-results");
const vitest = (project) => (report) => [
  "vitest/vitest.mjs",
  "run",
  "--project",
  project,
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];

const STAGES = [
  {
    name: "lint",
    title: "Format and lint",
    args: () => ["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  },
  {
    name: "types",
    title: "Types",
    // A fresh clone lacks what Next writes: next-env.d.ts and the types of the routes.
    before: ["next/dist/bin/next", "typegen"],
    args: () => ["typescript/bin/tsc", "-p", ".", "--noEmit"],
  },
  {
    name: "imports",
    title: "Import rules",
    args: vitest("imports"),
    count: countVitest,
    failures: failuresOfVitest,
  },
  { name: "knip", title: "Dead code", args: () => ["knip/bin/knip.js", "--no-progress"] },
  {
    name: "unit",
    title: "Unit tests",
    args: vitest("unit"),
    count: countVitest,
    failures: failuresOfVitest,
  },
  {
    name: "db",
    title: "Database tests",
    args: vitest("db"),
    count: countVitest,
    failures: failuresOfVitest,
  },
  { name: "build", title: "Build", script: ["scripts/start.mjs", "build"] },
  {
    name: "e2e",
    title: "End-to-end tests",
    needs: "build",
    args: () => ["@playwright/test/cli.js", "test"],
    count: countPlaywright,
    failures: failuresOfPlaywright,
  },
];

checkNode();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  fail(`Unknown stage ${unknown.join(", ")}: ${STAGES.map((stage) => stage.name).join(", ")}.`);
}
await ensureInstalled({ development: true });
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

let running;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    running?.once("exit", () => process.exit(130));
    running?.kill(signal);
    if (!running) process.exit(130);
  });
}

const results = [];
for (const stage of STAGES) {
  if (wanted.length === 0 || wanted.includes(stage.name)) results.push(await runStage(stage));
}
summarise();

async function runStage(stage) {
  console.log(`\n── ${stage.title} ${"─".repeat(Math.max(3, 72 - stage.title.length))}`);
  const failedBefore = results.find((result) => result.name === stage.needs)?.failed;
  if (failedBefore) {
    console.log(`not run: ${stage.needs} failed`);
    return { ...stage, passed: 0, failed: 1, seconds: 0 };
  }
  const began = Date.now();
  const report = join(RESULTS, `${stage.name}.json`);
  if (stage.before) await run({ args: () => stage.before }, report);
  const code = await run(stage, report);
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const { passed, failed } = judge(stage, code, report);
  console.log(`${stage.title}: ${passed} passed, ${failed} failed, ${seconds} s`);
  const failures = stage.failures?.(report) ?? [];
  return { ...stage, passed, failed, failures, seconds };
}

function judge(stage, code, report) {
  if (!stage.count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counted = stage.count(report) ?? { passed: 0, failed: 0 };
  if (counted.passed + counted.failed === 0) {
    console.log("no test was seen, which counts as a failure");
    return { passed: 0, failed: 1 };
  }
  // A file that does not load, or an error outside any test, fails the run without a failed test.
  if (code !== 0 && counted.failed === 0) return { ...counted, failed: 1 };
  return counted;
}

function run(stage, report) {
  const [script, ...args] = stage.script ?? stage.args(report);
  const file = stage.script ? script : join(root, "node_modules", script);
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
  };
  running = spawn(projectNode(), [file, ...args], { cwd: root, stdio: "inherit", env });
  return new Promise((done) => {
    running.once("error", () => done(1));
    running.once("exit", (code) => {
      running = undefined;
      done(code ?? 1);
    });
  });
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return null;
  }
}

function countVitest(report) {
  const result = read(report);
  return result && { passed: result.numPassedTests, failed: result.numFailedTests };
}

function countPlaywright(report) {
  const stats = read(report)?.stats;
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/** @returns {{name: string, message: string}[]} the failed tests of a Vitest report */
function failuresOfVitest(report) {
  return (read(report)?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && file.status === "failed") {
      return [{ name: file.name, message: file.message }];
    }
    return failed.map((test) => ({
      name: `${relative(root, file.name)} > ${test.fullName}`,
      message: test.failureMessages.join("\n"),
    }));
  });
}

/**
 * @returns {{name: string, message: string, isFlaky: boolean}[]} the tests of a Playwright report that
 * failed, and those that passed only when tried again
 */
function failuresOfPlaywright(report) {
  const isFlaky = (spec) => spec.tests.some((test) => test.status === "flaky");
  const walk = (suite) => [
    ...(suite.specs ?? []).filter((spec) => !spec.ok || isFlaky(spec)),
    ...(suite.suites ?? []).flatMap(walk),
  ];
  return (read(report)?.suites ?? []).flatMap(walk).map((spec) => ({
    name: `${spec.file} > ${spec.title}`,
    isFlaky: spec.ok,
    message: spec.tests
      .flatMap((test) => test.results)
      .flatMap((result) => result.errors)
      .map((error) => error.message)
      .join("\n"),
  }));
}

/** Says again what failed, below the thousands of lines that passed. */
function sayFailures() {
  const failures = results.flatMap((result) => result.failures ?? []);
  say(
    "Failed",
    failures.filter((failure) => !failure.isFlaky),
  );
  say(
    "Passed only when tried again",
    failures.filter((failure) => failure.isFlaky),
  );
}

function say(title, failures) {
  if (failures.length === 0) return;
  console.log(`\n── ${title} ${"─".repeat(72 - title.length)}`);
  for (const { name, message } of failures) {
    const lines = stripVTControlCharacters(message ?? "").split("\n");
    console.log([`✖ ${name}`, ...lines.slice(0, 40).map((line) => `    ${line}`)].join("\n"));
  }
}

function summarise() {
  sayFailures();
  console.log(`\n── Summary ${"─".repeat(65)}`);
  for (const { title, passed, failed, seconds } of results) {
    console.log(
      `${failed ? "✖" : "✔"} ${title.padEnd(20)} ${passed} passed, ${failed} failed, ${seconds} s`,
    );
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const passed = sum("passed");
  const failed = sum("failed");
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 || passed === 0 ? 1 : 0);
}
