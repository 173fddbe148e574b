import type { Tx } from "@/db/client";
import { listCarried } from "@/db/queries/came-back";
import type { Ctx } from "@/server/context";
import { type Change, type ChangeSource, type Chooser, changeTopics } from "./topic-choices";

/**
 * Switches the emails of a message's topic off for its reader, where they may; of a list, those of every
 * topic in it. `witness` is kept as proof. Gives what changed, with what held before.
 */
export async function stopTopics(
  ctx: Ctx,
  tx: Tx,
  reader: Chooser & { message: { id: string } },
  topic: string | null,
  source: ChangeSource,
  witness: Readonly<Record<string, string>> = {},
): Promise<Change[]> {
  const { workspaceId, message } = reader;
  const carried = await listCarried(tx, { workspaceId, id: message.id });
  const keys = new Set([topic, ...carried.map((one) => one.topic)]);
  return changeTopics(
    ctx,
    tx,
    reader,
    source,
    (choices) =>
      choices
        .filter(({ key }) => keys.has(key))
        .map((one) => ({ topic: one, channel: "email", on: false })),
    witness,
  );
}
