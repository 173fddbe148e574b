import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Db } from "@/db/client";
import { findApiKey, touchApiKey } from "@/db/queries/api-keys";
import type { Ctx } from "@/server/context";
import { hashOfKey, kindOfKey, type WorkspaceKind } from "./api-key";

/** Who calls the API: proven by their key. */
export type Caller = {
  workspaceId: WorkspaceId;
  kind: WorkspaceKind;
  /** The workspace's own. */
  locale: string;
  timeZone: string;
  keyId: string;
  grants: readonly string[];
  actor: Actor;
};

/** Another process's revocation is noticed this late at most; our own at once. */
const KNOWN_FOR_MS = 5_000;
const KNOWN_MAX = 10_000;

type Known = Map<string, { caller: Caller; until: number }>;
const knownBy = new WeakMap<Db, Known>();

const refused = () =>
  new AppError(
    "unauthorized",
    "Send a valid API key: Authorization: Bearer ft_live_… or ft_test_….",
  );

/** The caller behind an `Authorization` header. Throws `unauthorized` without a key that holds. */
export async function authenticate(ctx: Ctx, authorization: string | null): Promise<Caller> {
  const key = /^Bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
  const kind = key === undefined ? null : kindOfKey(key);
  if (key === undefined || kind === null) throw refused();
  const hash = hashOfKey(key);
  const known = knownOf(ctx.db);
  const hit = known.get(hash);
  if (hit && hit.until > performance.now()) return hit.caller;
  known.delete(hash);
  const row = await findApiKey(ctx.db, hash);
  if (!row || row.kind !== kind) throw refused();
  const caller: Caller = {
    workspaceId: row.workspaceId,
    kind: row.kind,
    locale: row.locale,
    timeZone: row.timeZone,
    keyId: row.id,
    grants: row.scopes,
    actor: { kind: "api", name: row.name },
  };
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(hash, { caller, until: performance.now() + KNOWN_FOR_MS });
  await touchApiKey(ctx.db, row.workspaceId, row.id);
  return caller;
}

/** Ends the memory of a revoked key in this process. */
export const forgetApiKey = (db: Db, hash: string): void => {
  knownOf(db).delete(hash);
};

function knownOf(db: Db): Known {
  let known = knownBy.get(db);
  if (!known) {
    known = new Map();
    knownBy.set(db, known);
  }
  return known;
}
