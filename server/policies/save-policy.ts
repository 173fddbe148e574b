import { ladderOf, type PolicyInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import { writePolicy } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

/** Makes or replaces an escalation policy. Throws `invalid` when it repeats to a level it does not have. */
export async function savePolicy(
  ctx: Ctx,
  who: Who,
  key: string,
  input: PolicyInput,
): Promise<{ created: boolean }> {
  const { key: given, name, levels, repeat } = input;
  sameKeyAs(key, given);
  if (repeat && repeat.toLevel > levels.length) {
    const errors = [{ path: "repeat.toLevel", message: `there are ${levels.length} levels` }];
    throw new AppError("invalid", "The policy repeats to a level it does not have.", { errors });
  }
  const change = { action: "policy.saved" as const, target: key };
  const created = await changeFacts(ctx, who, change, (tx) =>
    writePolicy(tx, { workspaceId: who.workspaceId, key, name, ladder: ladderOf(input) }),
  );
  return { created };
}
