import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alive, commandOf } from "@/db/embedded/postmaster";
import { DATA } from "./environment";
import { Sentence } from "./sentence";

/** Refuses a second launcher on the same data folder: two would stop each other's database. */
export function claimFolder(port: number): void {
  const file = join(DATA, "launcher.json");
  mkdirSync(DATA, { recursive: true });
  const before = read(file);
  if (before && before.pid !== process.pid && alive(before.pid)) {
    if (/launch\.mjs/.test(commandOf(before.pid))) {
      throw new Sentence(
        `Followthrough already runs from this folder on port ${before.port} (process ${before.pid}): open http://localhost:${before.port}, or stop it first.`,
      );
    }
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, port }));
  process.once("exit", () => rmSync(file, { force: true }));
}

function read(file: string): { pid: number; port: number } | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { pid: number; port: number };
  } catch {
    return null;
  }
}
