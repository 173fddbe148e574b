import "server-only";
import { DAY_MS } from "@/core/time";
import { findNames } from "@/db/queries/names";
import { countRepliesToRead, listRepliesToRead } from "@/db/queries/replies";
import {
  countNeedyCases,
  listFailing,
  listHeld,
  listNeedyCases,
  readBeginnings,
} from "@/db/queries/today";
import { listTurnedOff } from "@/db/queries/webhook-endpoints";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";
import { answeredWeeks } from "./answered-weeks";
import { plannedHours } from "./planned-hours";
import { readHealth } from "./read-health";
import { whose as whoseOf } from "./whose";

/** Held until a moment that comes by itself: nobody has to act. */
const BY_CLOCK = [
  "held.quiet_hours",
  "held.send_window",
  "held.holiday",
  "held.snoozed",
  "held.digest",
  "held.cap",
  "held.undo",
  // Told of the account, which stands for all of them.
  "held.provider_down",
] as const;

/** Everything Today shows. */
export async function loadToday(view: PageView) {
  const { workspaceId, member, now, viewerZone: zone, ticking, slug } = view;
  const whose = await whoseOf(slug);
  const [cases, count, held, failing, turnedOff, hours, weeks, health, beginnings] =
    await Promise.all([
      listNeedyCases(ctx.db, workspaceId, whose),
      countNeedyCases(ctx.db, workspaceId, whose),
      listHeld(ctx.db, workspaceId, BY_CLOCK),
      listFailing(ctx.db, workspaceId, now - DAY_MS),
      listTurnedOff(ctx.db, workspaceId),
      plannedHours(workspaceId, now, zone),
      answeredWeeks(workspaceId, { now, zone, byId: ticking }),
      readHealth(member),
      readBeginnings(ctx.db, workspaceId),
    ]);
  const owners = cases.flatMap(({ ownerPersonId }) => ownerPersonId ?? []);
  const [names, replies, replyCount] = await Promise.all([
    findNames(ctx.db, workspaceId, owners),
    listRepliesToRead(ctx.db, workspaceId),
    countRepliesToRead(ctx.db, workspaceId),
  ]);
  return {
    ...{ whose, cases, count, held, failing, turnedOff, hours, weeks, health, beginnings, names },
    ...{ replies, replyCount },
  };
}
