import "server-only";
import { findNames } from "@/db/queries/names";
import { listRepliesToRead } from "@/db/queries/replies";
import { listStorms } from "@/db/queries/storms";
import { countNeedyCases, listNeedyCases, readBeginnings } from "@/db/queries/today";
import { ctx } from "@/server/boot";
import type { PageView } from "../page-view";
import { answeredWeeks } from "./answered-weeks";
import { plannedHours } from "./planned-hours";
import { readHealth } from "./read-health";
import { troubles } from "./troubles";
import { needs as needsOf, whose as whoseOf } from "./whose";

/** Everything Today shows. */
export async function loadToday(view: PageView) {
  const { workspaceId, member, now, viewerZone: zone, ticking, slug } = view;
  const whose = await whoseOf(slug);
  const storms = await listStorms(ctx.db, workspaceId, whose);
  const [cases, alone, counted, trouble, hours, weeks, health, beginnings] = await Promise.all([
    listNeedyCases(ctx.db, workspaceId, whose, storms),
    countNeedyCases(ctx.db, workspaceId, whose, storms),
    needsOf(slug),
    troubles(slug),
    plannedHours(workspaceId, now, zone),
    answeredWeeks(workspaceId, { now, zone, byId: ticking }),
    readHealth(member),
    readBeginnings(ctx.db, workspaceId),
  ]);
  const owners = [...storms, ...cases].flatMap(({ ownerPersonId }) => ownerPersonId ?? []);
  const [names, replies] = await Promise.all([
    findNames(ctx.db, workspaceId, owners),
    listRepliesToRead(ctx.db, workspaceId),
  ]);
  const inStorms = storms.reduce((sum, { n }) => sum + n, 0);
  // The menu counts to a limit; here the storms are counted in full.
  const needs = { ...counted, alone, all: counted.all - counted.cases + alone + inStorms };
  return {
    whose,
    storms,
    cases,
    needs,
    ...trouble,
    hours,
    weeks,
    health,
    beginnings,
    names,
    replies,
  };
}
