import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readIfThere } from "./local-files";

const FILE = ".revisions.json";

const Revisions = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Which revision of a workflow the files were last pulled from or pushed to, by installation: pushing
 * over a later one is refused. The note is this machine's own and need not be in git.
 */
export class KnownRevisions {
  readonly #path: string;
  readonly #url: string;
  readonly #all: z.infer<typeof Revisions>;

  constructor(dir: string, url: string) {
    this.#path = join(dir, FILE);
    this.#url = url;
    this.#all = read(this.#path);
  }

  of(key: string): string | undefined {
    return this.#all[this.#url]?.[key];
  }

  keep(key: string, etag: string): void {
    this.#all[this.#url] = { ...this.#all[this.#url], [key]: etag };
    writeFileSync(this.#path, `${JSON.stringify(this.#all, null, 2)}\n`);
  }
}

function read(path: string): z.infer<typeof Revisions> {
  const text = readIfThere(path);
  if (text === null) return {};
  try {
    return Revisions.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
