import "server-only";
import { caseNumber } from "@/components/cases/case-state";
import type { WorkspaceId } from "@/core/ids";
import type { AuditRow } from "@/db/queries/audit";
import { findCaseNumbers } from "@/db/queries/case-numbers";
import { listAccountNames } from "@/db/queries/channel-accounts";
import { findNames } from "@/db/queries/names";
import { findOperatorNames } from "@/db/queries/operator-names";
import { listEndpoints } from "@/db/queries/webhook-endpoints";
import { ctx } from "@/server/boot";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What operators call the targets of these entries; null where the target says it best itself. */
export async function targetNames(
  workspaceId: WorkspaceId,
  rows: readonly AuditRow[],
): Promise<(row: AuditRow) => string | null> {
  const targets = [...new Set(rows.map(({ target }) => target))];
  const ids = targets.filter((target) => UUID.test(target));
  const [names, operators, numbers, accounts, endpoints] = await Promise.all([
    findNames(ctx.db, workspaceId, targets),
    findOperatorNames(ctx.db, workspaceId, ids),
    findCaseNumbers(ctx.db, workspaceId, ids),
    ids.length === 0 ? [] : listAccountNames(ctx.db, workspaceId, ids),
    ids.length === 0 ? [] : listEndpoints(ctx.db, workspaceId),
  ]);
  const named = new Map([
    ...accounts.map(({ id, name }) => [id, name] as const),
    ...endpoints.map(({ id, url }) => [id, hostOf(url)] as const),
    ...[...numbers].map(([id, number]) => [id, caseNumber(number)] as const),
    ...operators,
  ]);
  return ({ action, target, detail }) => {
    if (/^(person|preferences|consent|address)\./.test(action))
      return names.people.get(target) ?? null;
    if (/^teams?\./.test(action)) return names.teams.get(target) ?? null;
    if (/^polic(y|ies)\./.test(action)) return names.policies.get(target) ?? null;
    return named.get(target) ?? noted(detail);
  };
}

/** What the entry itself says of a thing that may be gone by now. */
function noted(detail: unknown): string | null {
  const { name, url, email } = (detail ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name === "string") return name;
  if (typeof url === "string") return hostOf(url);
  return typeof email === "string" ? email : null;
}

const hostOf = (url: string): string | null => URL.parse(url)?.host ?? null;
