import { TopicInput } from "@/core/contracts/topics";
import { AppError } from "@/core/errors";
import { blankDefinition } from "@/core/workflow/blank-definition";
import { findKeyed } from "@/db/queries/keyed";
import { writeTopic } from "@/db/queries/keyed-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changeFacts } from "@/server/workspaces/change-facts";
import { insertNew } from "./insert-new";

export type BlankInput = {
  key: string;
  name: string;
  /** One there is, or a new one. */
  topic: { key: string } | { newKey: string; name: string };
};

/**
 * Makes a workflow with nothing in it but its name and topic. Throws `conflict` for a key that is
 * taken, and `invalid` for a topic that does not exist.
 */
export async function createBlank(ctx: Ctx, who: Who, input: BlankInput): Promise<void> {
  const { workspaceId } = who;
  const { key, name, topic } = input;
  const change = { action: "workflow.created" as const, target: key, detail: { starter: null } };
  await changeFacts(ctx, who, change, async (tx) => {
    const topicKey = "key" in topic ? topic.key : topic.newKey;
    const isThere = (await findKeyed(tx, workspaceId, "topics", topicKey)) !== undefined;
    if ("key" in topic && !isThere) {
      const errors = [{ path: "topic", message: `there is no topic ${topicKey}` }];
      throw new AppError("invalid", "The topic does not exist.", { errors });
    }
    if ("newKey" in topic && !isThere) {
      const { required, defaultChannels } = TopicInput.parse({ name: topic.name });
      const row = { workspaceId, key: topicKey, name: topic.name, description: null };
      await writeTopic(tx, { ...row, required, defaultChannels });
    }
    await insertNew(tx, { workspaceId, key, name, draft: blankDefinition(name, topicKey) });
  });
}
