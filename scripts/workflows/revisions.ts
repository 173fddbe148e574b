import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Job } from "./job";
import { readIfThere } from "./local-files";

const FILE = ".revisions.json";

const Revisions = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Which revision of a workflow the files were last pulled from or pushed to, by installation and
 * workspace: pushing over a later one is refused. The note is this machine's own and need not be in
 * git.
 */
export class KnownRevisions {
  readonly #path: string;
  readonly #place: string;
  readonly #all: z.infer<typeof Revisions>;

  /** Of the job's workspace, which its API client knows once something was answered. */
  constructor({ dir, url, api }: Pick<Job, "dir" | "url" | "api">) {
    const workspace = api.workspace();
    if (workspace === null) throw new Error(`${url} does not say which workspace answers.`);
    this.#path = join(dir, FILE);
    this.#place = `${url.replace(/\/+$/, "")} ${workspace}`;
    this.#all = read(this.#path);
  }

  of(key: string): string | undefined {
    return this.#all[this.#place]?.[key];
  }

  keep(key: string, etag: string): void {
    this.#all[this.#place] = { ...this.#all[this.#place], [key]: etag };
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
