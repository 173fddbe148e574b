import { TopicInput } from "@/core/contracts/topics";
import { AppError } from "@/core/errors";
import { findKeyed } from "@/db/queries/keyed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { saveTopic } from "./save-topic";

/** Changes some fields of a topic; the others stay. Throws `not_found`. */
export async function changeTopic(
  ctx: Ctx,
  who: Who,
  key: string,
  change: Partial<TopicInput>,
): Promise<void> {
  const row = await findKeyed(ctx.db, who.workspaceId, "topics", key);
  if (!row) throw new AppError("not_found", `There is no topic ${key}.`);
  const { name, description, required, defaultChannels } = row;
  const stored = { name, description, required, defaultChannels };
  await saveTopic(ctx, who, key, TopicInput.parse({ ...stored, ...change }));
}
