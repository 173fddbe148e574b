import type { Instant } from "@/core/time";
import type { CaseRow } from "@/server/cases/case-row";
import { previewEscalation } from "@/server/cases/preview-case";
import { planOf } from "@/server/cases/read-plan";
import type { Ctx } from "@/server/context";
import { readNames } from "@/server/messages/read-names";
import { type Colleagues, colleaguesOf } from "./colleagues";
import { possibleVerbs } from "./helper";
import type { Link } from "./link";
import { escalatedTo, nameOfDoer } from "./who";
import type { HelperVerb } from "./words/types/helper";

/** Where a matter stands for somebody who was called in: who has it, what can be done, who hears of it next. */
export type HelperState = {
  row: CaseRow;
  verbs: HelperVerb[];
  /** Who took it on, and when; `isYou` for the reader. */
  has: { name: string; isYou: boolean; at: Instant } | null;
  /** Who was told at the level it stands at. */
  told: { names: string[]; at: Instant | null };
  /** Who would be brought in by asking for help now. */
  help: string[];
  /** Who is told next if nothing happens, and when. */
  next: { names: string[]; at: Instant } | null;
  colleagues: Colleagues;
};

/** Reads it; changes nothing. */
export async function helperState(ctx: Ctx, link: Link, row: CaseRow): Promise<HelperState> {
  const { workspaceId } = link;
  const [told, help, next, colleagues] = await Promise.all([
    escalatedTo(ctx.db, link, row.level),
    previewEscalation(ctx, workspaceId, row.id),
    nextTold(ctx, link),
    colleaguesOf(ctx.db, link),
  ]);
  const verbs = possibleVerbs(link, row).filter(
    (verb) =>
      (verb !== "need_help" || (help.refused === null && help.told.length > 0)) &&
      (verb !== "hand_over" || colleagues.people.length + colleagues.teams.length > 0),
  );
  return { row, verbs, has: await hasIt(ctx, link, row), told, help: help.told, next, colleagues };
}

async function hasIt(ctx: Ctx, link: Link, row: CaseRow): Promise<HelperState["has"]> {
  const { acknowledgedAt: at, acknowledgedBy } = row;
  if (at === null) return null;
  const name = (await nameOfDoer(ctx.db, link, acknowledgedBy)) ?? link.workspace.name;
  return { name, isYou: acknowledgedBy === link.person.id, at };
}

/** The next escalation as the plan has it, as long as nobody does anything. */
async function nextTold(ctx: Ctx, link: Link): Promise<HelperState["next"]> {
  const { workspaceId, message, now } = link;
  const { plan } = await planOf(ctx, workspaceId, message.caseId);
  const [first, ...later] = plan.filter(
    ({ at, level, messageId, personId }) =>
      level !== null && messageId === null && personId !== null && at > now,
  );
  if (!first) return null;
  const told = [first, ...later.filter(({ at }) => at === first.at)];
  const ids = [...new Set(told.flatMap(({ personId }) => personId ?? []))];
  const { person } = await readNames(ctx.db, workspaceId, ids);
  return { names: ids.map((id) => person?.(id) ?? id), at: first.at };
}
