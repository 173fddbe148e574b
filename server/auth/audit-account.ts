import type { Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findOperatorById, listMemberships } from "@/db/queries/operators";
import { newId } from "@/server/new-id";

type AccountAct =
  | "operator.password_changed"
  | "operator.password_replaced"
  | "operator.second_factor_on"
  | "operator.second_factor_off"
  | "operator.backup_codes_renewed"
  | "operator.sessions_ended";

/** An account belongs to no workspace, so what happens to it is written down in each one it may enter. */
export async function auditOwnAccount(
  tx: Tx,
  operatorId: string,
  action: AccountAct,
): Promise<void> {
  const operator = await findOperatorById(tx, operatorId);
  if (!operator) return;
  const actor = { kind: "operator", id: operatorId, name: operator.name } as const;
  for (const { id: workspaceId } of await listMemberships(tx, operatorId)) {
    await audit(tx, workspaceId, { id: newId(), actor, action, target: operatorId });
  }
}
