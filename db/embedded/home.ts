import { randomBytes } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type Account, accountFor, reachable } from "./account";
import { copyOnce, nativeFolder } from "./binaries";

const SYSTEM_FOLDER = "/var/lib/followthrough";

/** Where the data lies, which binaries run, and as whom (null: as ourselves). */
export type Home = { data: string; bin: string; account: Account | null };

/**
 * Finds where data and binaries can live. Root's projects often lie under a folder nobody else
 * may enter (/root, a temporary folder); then both go to a folder that the account can enter, and
 * `folder` becomes a link to the data there.
 */
export function findHome(folder: string, root: string, progress: (line: string) => void): Home {
  const native = nativeFolder(root);
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() && !existsSync(folder)) {
    rmSync(folder);
  }
  const account = accountFor(folder);
  const data = existsSync(folder) ? realpathSync(folder) : folder;
  refuseForeign(data, account);
  if (reachable(account, data) && reachable(account, join(native.folder, "bin", "postgres"))) {
    return { data, bin: join(native.folder, "bin"), account };
  }
  const system = systemFolder();
  const binaries = join(system, `postgresql-${native.version}`);
  copyOnce(native.folder, binaries);
  const bin = join(binaries, "bin");
  if (reachable(account, data)) return { data, bin, account };
  if (existsSync(folder)) {
    throw new Error(
      `The account ${account?.name} cannot enter ${dirname(data)}, where its database lies: let it pass (chmod o+x on the folders above) or move the database away to begin anew.`,
    );
  }
  const target = join(system, `${basename(root)}-${randomBytes(4).toString("hex")}`, "postgres");
  mkdirSync(target, { recursive: true });
  symlinkSync(target, folder);
  progress(`${account?.name} may not enter ${root}, so the database lies in ${target}`);
  return { data: target, bin, account };
}

function refuseForeign(data: string, account: Account | null): void {
  if (account || !process.getuid || !existsSync(data)) return;
  if (statSync(data).uid !== process.getuid()) {
    throw new Error(
      `The database folder ${data} belongs to another user: start as that user or as root, or move it away to begin anew.`,
    );
  }
}

function systemFolder(): string {
  for (const folder of [SYSTEM_FOLDER, join(tmpdir(), "followthrough")]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      return folder;
    } catch {
      // The next one may be writable.
    }
  }
  throw new Error("Neither /var/lib nor the temporary folder can be written: set DATABASE_URL.");
}
