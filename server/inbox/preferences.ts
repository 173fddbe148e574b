import type { InboxPreferenceChange, InboxPreferences } from "@/core/contracts/inbox";
import { AppError } from "@/core/errors";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { personLink } from "@/server/links/person-link";
import { changePersonPreference } from "@/server/people/change-preference";
import { readPersonPreferences } from "@/server/people/person-preferences";
import type { Reader } from "./reader";

/** What the reader gets, and a fresh link to the page where they can change all of it. */
export async function readPreferences(
  ctx: Ctx,
  { workspaceId, personId }: Reader,
): Promise<InboxPreferences> {
  const kept = await readPersonPreferences(ctx.db, workspaceId, personId);
  if (!kept) throw new AppError("not_found", "There is no such person.");
  const issuedAt = await nowOf(ctx.db, workspaceId);
  const { pausedUntil, topics } = kept;
  return {
    url: personLink(ctx, { workspaceId, personId, issuedAt }).url,
    pausedUntil,
    topics: topics.map(({ key, name, description, required, frequency, channels }) => ({
      key,
      name,
      description,
      required,
      frequency,
      channels: channels.map(({ channel, on, reachable }) => ({ channel, on, reachable })),
    })),
  };
}

/** Changes one thing of it, and answers with all of it. */
export async function changePreference(
  ctx: Ctx,
  reader: Reader,
  change: InboxPreferenceChange,
): Promise<InboxPreferences> {
  const { workspaceId, personId } = reader;
  await changePersonPreference(ctx, { workspaceId, personId, source: "inbox" }, change);
  return readPreferences(ctx, reader);
}
