import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { bundle } from "./bundle.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { checkNode, ensureInstalled, fail, projectNode, root } from "./install.mjs";
import { bundleWidget } from "./widget.mjs";

// npm start and its relatives: install, bundle, and hand over to the project's own Node.
// Modes: all (default), web, worker, dev, db, build.
const mode = process.argv[2] ?? "all";
const PARENT_CHECK_MS = 500;
const MODES = ["all", "web", "worker", "dev", "build", "db"];

checkNode();
if (!MODES.includes(mode)) fail(`Unknown mode ${mode}: ${MODES.join(", ")}.`);
// In an image everything is made already, and its folder may well be read-only.
if (!process.env.DATABASE_URL) {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    fail(
      `This user may not write in ${root}: give it the right (chown) or copy the project to a folder of its own.`,
    );
  }
}
await ensureInstalled({ development: mode === "dev" });

const sources = fingerprint(root);
try {
  await bundleOnce(sources);
} catch (error) {
  if (error?.code === "ENOSPC") fail("The disk is full: free some space and start again.");
  if (error?.code === "EACCES") fail(`This user may not write in ${join(root, "dist")}: chown it.`);
  fail(`The programs could not be bundled: ${error?.message ?? error}`);
}
handOver(sources);

async function bundleOnce(sources) {
  const note = join(root, "dist", "sources");
  if (existsSync(note) && readFileSync(note, "utf8") === sources) return;
  mkdirSync(join(root, "dist"), { recursive: true });
  await bundle(["launch", "worker"]);
  await bundleWidget();
  writeFileSync(note, sources);
}

function handOver(sources) {
  const child = spawn(
    projectNode(),
    ["--import", "./scripts/follow-parent.mjs", "dist/launch.mjs", mode],
    {
      cwd: root,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        NODE_ENV: mode === "dev" ? "development" : "production",
        FOLLOWTHROUGH_PARENT: String(process.pid),
        FOLLOWTHROUGH_SOURCES: sources,
        PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
      },
    },
  );
  // The launcher decides when to end; it takes a signal that arrives twice (from the terminal
  // and from us) as one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  // npm may die without passing its signal on (SIGKILL, or a shell between us).
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), PARENT_CHECK_MS).unref();
  }
  child.once("error", (error) => fail(`The project's own Node does not run: ${error.message}`));
  child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
