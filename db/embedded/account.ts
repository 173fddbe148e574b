import { lstatSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Who runs PostgreSQL when we are root, which it refuses to run as. */
export type Account = { uid: number; gid: number; name: string };

const passwd = (): Account[] =>
  readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .flatMap(([name, , uid, gid]) =>
      name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [],
    );

/**
 * The account for a data folder: null when we are an ordinary user and run it ourselves. As root:
 * who owns the folder already, else `postgres`, else `nobody`, which every system has, so that
 * nothing has to be added to the machine.
 */
export function accountFor(folder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const known = passwd();
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    const name = known.find((account) => account.uid === owner.uid)?.name ?? String(owner.uid);
    return { uid: owner.uid, gid: owner.gid, name };
  }
  const found =
    known.find((account) => account.name === "postgres") ??
    known.find((account) => account.name === "nobody");
  if (!found || found.uid === 0) {
    throw new Error(
      "PostgreSQL does not run as root and no account `postgres` or `nobody` exists: start as an ordinary user or set DATABASE_URL.",
    );
  }
  return found;
}

/** Whether `account` may pass through every folder above `path` (by mode bits alone). */
export function reachable(account: Account | null, path: string): boolean {
  if (!account) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const entry = lstatSync(folder, { throwIfNoEntry: false });
    if (entry && !entry.isSymbolicLink()) {
      const shift = entry.uid === account.uid ? 6 : entry.gid === account.gid ? 3 : 0;
      if (((entry.mode >> shift) & 1) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
