import type { TopicInput } from "@/core/contracts/topics";
import { writeTopic } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts, sameKeyAs } from "@/server/workspaces/change-facts";

/** Makes or replaces a topic; says whether it is new. */
export async function saveTopic(
  ctx: Ctx,
  who: Who,
  key: string,
  input: TopicInput,
): Promise<{ created: boolean }> {
  sameKeyAs(key, input.key);
  const { name, required, defaultChannels } = input;
  const change = { action: "topic.saved" as const, target: key };
  const created = await changeFacts(ctx, who, change, (tx) =>
    writeTopic(tx, {
      workspaceId: who.workspaceId,
      key,
      name,
      description: input.description ?? null,
      required,
      defaultChannels: [...new Set(defaultChannels)],
    }),
  );
  return { created };
}
