import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startChild } from "./child";
import { DATA } from "./environment";
import { Sentence } from "./sentence";

const NEXT = "node_modules/next/dist/bin/next";
const NOTE = ".next/followthrough-sources";

/** Whether .next was made from the sources as they are now. */
export function isBuilt(): boolean {
  return (
    existsSync(".next/BUILD_ID") &&
    existsSync(NOTE) &&
    readFileSync(NOTE, "utf8") === process.env.FOLLOWTHROUGH_SOURCES
  );
}

/** Builds the console and the API. The whole output goes to a log; `progress` gets its last line. */
export async function build(progress: (line: string) => void): Promise<void> {
  const log = join(DATA, "build.log");
  mkdirSync(DATA, { recursive: true });
  writeFileSync(log, "");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const child = startChild("build", [NEXT, "build"], env, (line) => {
    appendFileSync(log, `${line}\n`);
    if (line.trim()) progress(line.trim());
  });
  stopWithUs.add(child.kill);
  const code = await child.exited;
  stopWithUs.delete(child.kill);
  if (code !== 0) {
    const lines = readFileSync(log, "utf8").trim().split("\n").slice(-30).join("\n");
    if (/ENOSPC|No space left/.test(lines)) {
      throw new Sentence(
        "The disk is full: the build needs about 500 MB; free some and start again.",
      );
    }
    throw new Sentence(
      `${lines}\n\nThe build failed; the lines above say why (all of it: ${log}).`,
    );
  }
  writeFileSync(NOTE, process.env.FOLLOWTHROUGH_SOURCES ?? "");
}

/** What must not outlive the launcher although nobody supervises it. */
export const stopWithUs = new Set<() => void>();

export const serveArgs = (mode: "start" | "dev", port: number): string[] => [
  NEXT,
  mode,
  "-p",
  String(port),
];
