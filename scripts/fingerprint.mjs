import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything the build reads. Tests, docs and end-to-end files do not make a build stale. */
const SOURCES = [
  "app",
  "components",
  "core",
  "db",
  "jobs",
  "public",
  "scripts",
  "server",
  "widget",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "tsconfig.json",
];
const SKIP = /\.test\.tsx?$|(?:^|\/)\./;

/** One text that changes when any source of the build changes. */
export function fingerprint(root) {
  const hash = createHash("sha256");
  const add = (path) => {
    const entry = statSync(join(root, path), { throwIfNoEntry: false });
    if (!entry) return;
    if (entry.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else if (!SKIP.test(path)) {
      hash.update(`${path}\0${entry.size}\0`).update(readFileSync(join(root, path)));
    }
  };
  for (const path of SOURCES) add(path);
  return hash.digest("hex").slice(0, 32);
}
