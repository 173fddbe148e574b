import type { AuditAction } from "@/core/audit/audit-action";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import type { Tx } from "@/db/client";
import { countAudit } from "@/db/queries/audit";
import { holdWorkspace } from "@/db/queries/workspaces";

/** So that nobody writes to strangers from here. */
const TESTS_MAX = 10;
const TESTS_WINDOW_MS = 10 * MINUTE_MS;

/**
 * Refuses (`rate_limited`) more than ten tests of a kind in ten minutes. They are counted by their line
 * in the audit log, which the caller writes in this transaction before anything leaves; one test of a
 * workspace comes after the other.
 */
export async function allowTest(
  tx: Tx,
  workspaceId: WorkspaceId,
  action: AuditAction,
): Promise<void> {
  await holdWorkspace(tx, workspaceId);
  const since = Date.now() - TESTS_WINDOW_MS;
  if ((await countAudit(tx, workspaceId, action, since)) < TESTS_MAX) return;
  const message = `At most ${TESTS_MAX} tests in ten minutes. Try again later.`;
  throw new AppError("rate_limited", message, { retryAfterS: TESTS_WINDOW_MS / SECOND_MS });
}
