import { ladderOf, type PolicyInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import type { Ladder } from "@/core/workflow/steps/escalate";
import { holdKeyed } from "@/db/queries/keyed";
import { writePolicy } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";
import { requireSeen } from "@/server/workspaces/require-seen";

/**
 * Makes or replaces an escalation policy. Throws `invalid` when it repeats to a level it does not have.
 * `seen`: what the writer has read, null for none; another that is
 * stored is not replaced (`precondition_failed`, `conflict` for a key that is taken).
 */
export async function savePolicy(
  ctx: Ctx,
  who: Who,
  key: string,
  input: PolicyInput,
  { seen }: { seen?: { name: string; ladder: Ladder } | null } = {},
): Promise<{ created: boolean }> {
  const { key: given, name, levels, repeat } = input;
  sameKeyAs(key, given);
  if (repeat && repeat.toLevel > levels.length) {
    const errors = [{ path: "repeat.toLevel", message: `there are ${levels.length} levels` }];
    throw new AppError("invalid", "The policy repeats to a level it does not have.", { errors });
  }
  const change = { action: "policy.saved" as const, target: key };
  const { workspaceId } = who;
  const policy = { name, ladder: ladderOf(input) };
  const created = await changeFacts(ctx, who, change, async (tx) => {
    const stored = await holdKeyed(tx, workspaceId, "policies", key);
    if (seen !== undefined) {
      requireSeen(seen, stored && { name: stored.name, ladder: stored.ladder });
    }
    const isNew = await writePolicy(tx, { workspaceId, key, ...policy });
    // Somebody made it since it was looked for.
    if (seen === null && !isNew) requireSeen(null, policy);
    return isNew;
  });
  return { created };
}
