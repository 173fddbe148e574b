import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_MAJOR_MIN = 20;
const PROGRESS_EVERY_MS = 15_000;

/** The project's folder. Written for Node 20 without any package: nothing is installed yet. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends the process with one sentence. @type {(sentence: string) => never} */
export function fail(sentence) {
  console.error(`\n✖ ${sentence}`);
  process.exit(1);
}

export function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < NODE_MAJOR_MIN) {
    fail(
      `Node ${NODE_MAJOR_MIN} or newer is needed, this is ${process.versions.node}: see nodejs.org.`,
    );
  }
}

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages ?? {};
  } catch {
    return null;
  }
};

/**
 * What node_modules holds against what package-lock.json asks for: npm's own note of an
 * installation (written last, so an interrupted one has none) is compared package by package.
 */
function installed() {
  const wanted = packagesOf("package-lock.json");
  if (!wanted) fail("package-lock.json is missing or unreadable: get a whole copy of the project.");
  const present = packagesOf("node_modules/.package-lock.json") ?? {};
  let production = existsSync(projectNode());
  let development = production;
  let anyDevelopment = false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = present[path];
    const isDevelopment = entry.dev === true || entry.devOptional === true;
    if (found && entry.dev) anyDevelopment = true;
    if (found ? found.version === entry.version : entry.optional || entry.peer) continue;
    if (!isDevelopment) production = false;
    development = false;
  }
  return { production, development, anyDevelopment };
}

/** The project's own Node, from the npm package `node`. */
export function projectNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  return join(root, "node_modules", "node", "bin", name);
}

/**
 * Installs what is missing: the production packages, or all when `development`. An installation
 * that has the development packages never loses them.
 */
export async function ensureInstalled({ development }) {
  const state = installed();
  if (development ? state.development : state.production) return;
  const all = development || state.anyDevelopment;
  console.log(
    `Installing packages${all ? "" : " (without those for development)"}, 1 to 3 minutes …`,
  );
  const began = Date.now();
  const timer = setInterval(() => {
    console.log(`  still installing, ${Math.round((Date.now() - began) / 1000)} s`);
  }, PROGRESS_EVERY_MS);
  const { code, output } = await npm([
    "ci",
    all ? "--include=dev" : "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  clearInterval(timer);
  if (code !== 0) fail(installFailure(output));
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s`);
}

function installFailure(output) {
  if (/ENOSPC/.test(output)) return "The disk is full: free about 1 GB and start again.";
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `This user may not write in ${root}: give it the right (chown) or copy the project to a folder of its own.`;
  }
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|network/i.test(output)) {
    return "Packages could not be fetched: check the network (or npm's registry setting) and start again.";
  }
  return "npm ci failed; its own message stands above.";
}

/** Runs the npm that runs us, with the Node it came with: ours may be about to be replaced. */
function npm(args) {
  const script = process.env.npm_execpath;
  const own = script && existsSync(script) && /npm-cli\.[cm]?js$/.test(script);
  const command = own ? (process.env.npm_node_execpath ?? process.execPath) : "npm";
  const child = spawn(command, own ? [script, ...args] : args, {
    cwd: root,
    stdio: ["ignore", "inherit", "pipe"],
    shell: !own && process.platform === "win32",
  });
  let output = "";
  child.stderr.on("data", (chunk) => {
    output += chunk;
    process.stderr.write(chunk);
  });
  return new Promise((done) => {
    child.once("error", (error) => done({ code: 1, output: String(error) }));
    child.once("close", (code) => done({ code, output }));
  });
}
