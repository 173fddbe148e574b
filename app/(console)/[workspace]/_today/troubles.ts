import "server-only";
import { cache } from "react";
import { DAY_MS } from "@/core/time";
import { listFailing, listHeld } from "@/db/queries/today";
import { listTurnedOff } from "@/db/queries/webhook-endpoints";
import { ctx } from "@/server/boot";
import { pageView } from "../page-view";
import { readDown } from "./read-health";

/** Held until a moment that comes by itself: nobody has to act. */
const BY_CLOCK = [
  "held.quiet_hours",
  "held.send_window",
  "held.holiday",
  "held.snoozed",
  "held.digest",
  "held.cap",
  "held.helper",
  "held.undo",
  // Told of the account, which stands for all of them.
  "held.provider_down",
] as const;

/** What stands in the way of messages here, one for each row of Today. Asked once per request. */
export const troubles = cache(async (slug: string) => {
  const { workspaceId, member, now } = await pageView(slug);
  const [held, failing, turnedOff, down] = await Promise.all([
    listHeld(ctx.db, workspaceId, BY_CLOCK),
    listFailing(ctx.db, workspaceId, now - DAY_MS),
    listTurnedOff(ctx.db, workspaceId),
    readDown(member),
  ]);
  return { held, failing, turnedOff, down };
});
