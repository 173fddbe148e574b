import "server-only";
import { DAY_MS } from "@/core/time";
import { findNames } from "@/db/queries/names";
import {
  countNeedyCases,
  listFailing,
  listHeld,
  listNeedyCases,
  readBeginnings,
} from "@/db/queries/today";
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
] as const;

/** Everything Today shows. */
export async function loadToday(view: PageView) {
  const { workspaceId, member, now, viewerZone: zone, ticking, slug } = view;
  const whose = await whoseOf(slug);
  const [cases, count, held, failing, hours, weeks, health, beginnings] = await Promise.all([
    listNeedyCases(ctx.db, workspaceId, whose),
    countNeedyCases(ctx.db, workspaceId, whose),
    listHeld(ctx.db, workspaceId, BY_CLOCK),
    listFailing(ctx.db, workspaceId, now - DAY_MS),
    plannedHours(workspaceId, now, zone),
    answeredWeeks(workspaceId, { now, zone, byId: ticking }),
    readHealth(member),
    readBeginnings(ctx.db, workspaceId),
  ]);
  const owners = cases.flatMap(({ ownerPersonId }) => ownerPersonId ?? []);
  const names = await findNames(ctx.db, workspaceId, owners);
  return { whose, cases, count, held, failing, hours, weeks, health, beginnings, names };
}
