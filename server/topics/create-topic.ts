import { TopicInput } from "@/core/contracts/topics";
import { AppError } from "@/core/errors";
import { findKeyed } from "@/db/queries/keyed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { saveTopic } from "./save-topic";

/** Makes a topic with its defaults: every channel, not required. Throws `conflict` for a key that is taken. */
export async function createTopic(
  ctx: Ctx,
  who: Who,
  input: { key: string; name: string },
): Promise<void> {
  const { key, name } = input;
  if (await findKeyed(ctx.db, who.workspaceId, "topics", key)) {
    throw new AppError("conflict", `There is a topic ${key} already.`);
  }
  await saveTopic(ctx, who, key, TopicInput.parse({ name }));
}
