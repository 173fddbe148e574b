import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { Key } from "@/core/ids";
import { templatesUsed } from "@/core/workflow/templates-used";
import { readWorkflowFile } from "@/server/workflows/read-workflow-file";
import type { FileDocument } from "./remote";

const FILES_MAX = 1_000;
const KINDS = new Set([".yaml", ".yml", ".json"]);

export type LocalFile =
  | { file: string; ok: true; document: FileDocument; unused: string[] }
  | { file: string; ok: false; errors: string[] };

/** The workflows of a folder in the order of their files; one that cannot be read says where it is wrong. */
export function readLocal(dir: string): LocalFile[] {
  if (!existsSync(dir))
    throw new Error(`There is no folder ${dir}: pull first, or name it by --dir.`);
  const files = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && KINDS.has(extname(entry.name)))
    .filter(({ name }) => !name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  if (files.length > FILES_MAX) throw new Error(`${dir} has more than ${FILES_MAX} files.`);
  const read = files.map((file) => readOne(dir, file));
  return read.map((local) => {
    if (!local.ok) return local;
    const { file, document } = local;
    const other = read.find((one) => one.ok && one.document.key === document.key);
    if (other === undefined || other.file === file) return local;
    const error = `${file}: key: ${document.key} is also the key of ${other.file}`;
    return { file, ok: false, errors: [error] };
  });
}

function readOne(dir: string, file: string): LocalFile {
  const read = readWorkflowFile(readFileSync(join(dir, file), "utf8"));
  if (!read.ok) {
    const errors = read.problems.map(({ path, message, line, column }) => {
      const at = line === null ? file : `${file}:${line}:${column}`;
      return `${at}: ${path === "" ? "" : `${path}: `}${message}`;
    });
    const hidden = read.total - errors.length;
    return {
      file,
      ok: false,
      errors: hidden > 0 ? [...errors, `${file}: ${hidden} more`] : errors,
    };
  }
  const { definition, templates, scenarios } = read.file;
  const key = read.file.key ?? nameOf(file);
  if (!Key.safeParse(key).success) {
    return { file, ok: false, errors: [`${file}: key: ${key} cannot be the key of a workflow`] };
  }
  const used = new Set(templatesUsed(definition));
  const kept = templates && Object.entries(templates).filter(([name]) => used.has(name));
  const document = {
    key,
    name: read.file.name ?? key,
    definition,
    ...(kept && { templates: Object.fromEntries(kept) }),
    ...(scenarios && { scenarios }),
  };
  const unused = Object.keys(templates ?? {}).filter((name) => !used.has(name));
  return { file, ok: true, document, unused };
}

function nameOf(file: string): string {
  const name = basename(file, extname(file));
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Writes a file where it says something else; gives what was done. */
export function writeLocal(dir: string, file: string, text: string): "new" | "changed" | "same" {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, file);
  const before = readIfThere(path);
  if (before === text) return "same";
  writeFileSync(path, text);
  return before === null ? "new" : "changed";
}

export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
