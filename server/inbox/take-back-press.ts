import type { InboxPressed } from "@/core/contracts/inbox";
import { readNamed } from "@/db/queries/inbox";
import type { Ctx } from "@/server/context";
import { takeBackLast } from "@/server/public/take-back-press";
import { answerOf } from "./item-shape";
import { linkOf } from "./press-item";
import type { Reader } from "./reader";

/** Takes back the last press of an item, as `takeBackLast` does, and answers with how the inbox stands then. */
export async function takeBackPress(
  ctx: Ctx,
  reader: Reader,
  messageId: string,
): Promise<InboxPressed> {
  await takeBackLast(ctx, await linkOf(ctx, reader, messageId));
  const row = await readNamed(ctx.db, reader, [messageId]);
  return { ...answerOf(ctx, row), result: "done" };
}
