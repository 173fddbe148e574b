import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDERS = ["core", "server/testing"];

/**
 * A seed for random tests that follows the sources of the engine: a changed engine is tried on new
 * documents, and the same sources give the same result on every machine.
 */
export function sourceSeed(): number {
  const hash = createHash("sha256");
  for (const folder of FOLDERS) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
    for (const name of names.filter((one) => one.endsWith(".ts")).toSorted()) {
      hash.update(name).update(readFileSync(join(ROOT, folder, name)));
    }
  }
  return hash.digest().readUInt32BE() % 2 ** 31;
}
