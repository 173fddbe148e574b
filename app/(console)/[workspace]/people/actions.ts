"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { PersonInput } from "@/core/contracts/people";
import { AppError } from "@/core/errors";
import { paramsOf } from "@/core/filter/address";
import { Key, PersonId } from "@/core/ids";
import { findPeople, listPeopleIds } from "@/db/queries/people-pages";
import type { Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import type { Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import { action } from "@/server/http/action";
import { addPerson } from "@/server/people/add-person";
import { importPeople, previewImport } from "@/server/people/import-people";
import { PAUSED_AT_ONCE_MAX, pausePeople } from "@/server/people/pause-people";
import { addMembers, MEMBERS_ADDED_MAX } from "@/server/teams/add-members";
import { peopleAddress, personClauses } from "@/server/views/person-clauses";
import { again } from "../_lists/again";
import { targetOf } from "../_lists/target";
import { pageView } from "../page-view";
import { IMPORT_CHARS_MAX } from "./import-limit";
import { withDetails } from "./load-people";
import { personRows } from "./person-rows";
import { RowId } from "./row-id";

const whoOf = (member: Member): Who => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name },
});
const seenAgain = (member: Member) => revalidatePath(`/${member.workspace.slug}/people`, "layout");

/** Gives the id of the new person. */
export const addPersonAction = action("act_on_cases", PersonInput, async (input, member) => {
  const id = await addPerson(ctx, whoOf(member), input);
  seenAgain(member);
  return id;
});

const CsvFile = z.strictObject({ text: z.string().min(1).max(IMPORT_CHARS_MAX) });

export const previewImportAction = action("edit_workflows", CsvFile, ({ text }, member) =>
  previewImport(ctx, whoOf(member), text),
);

export const importAction = action("edit_workflows", CsvFile, async ({ text }, member) => {
  const result = await importPeople(ctx, whoOf(member), text);
  seenAgain(member);
  return result;
});

/** Rows that are still on somebody's screen although they match no longer. */
export const peopleAgain = action("read", again(RowId), async ({ ids, columns }, member) => {
  const view = await pageView(member.workspace.slug);
  const found = await findPeople(ctx.db, member.workspaceId, ids);
  return personRows(view, await withDetails(member.workspaceId, found), columns);
});

const Target = targetOf(RowId, PAUSED_AT_ONCE_MAX);

/** Throws `invalid` when so many match that they cannot be changed at once. */
async function idsOf(member: Member, target: z.output<typeof Target>, max: number) {
  if ("ids" in target) return target.ids;
  const { workspaceId } = member;
  const [now, { zone }] = await Promise.all([
    nowOf(ctx.db, workspaceId),
    viewer(member.workspace.timeZone),
  ]);
  const { filters } = peopleAddress(paramsOf(target.query));
  const clauses = personClauses(filters, { now, viewerZone: zone });
  const ids = await listPeopleIds(ctx.db, workspaceId, clauses, max + 1);
  if (ids.length > max) throw new AppError("invalid", `At most ${max} people at once.`);
  return ids;
}

const Until = z.string().min(1).max(40).nullable();

/** Pauses those who are not paused, or ends the pauses of those who are; gives what takes it back. */
export const pauseChosenAction = action(
  "act_on_cases",
  z.strictObject({ target: Target, until: Until }),
  async ({ target, until }, member) => {
    const { workspaceId } = member;
    const ids = await idsOf(member, target, PAUSED_AT_ONCE_MAX);
    const [found, now] = await Promise.all([
      findPeople(ctx.db, workspaceId, ids),
      nowOf(ctx.db, workspaceId),
    ]);
    const wasPaused = new Map(
      found.map(({ id, pausedUntil }) => [
        id,
        pausedUntil !== null && pausedUntil.getTime() > now ? pausedUntil.toISOString() : null,
      ]),
    );
    const meant = [...wasPaused].filter(([, before]) => (before === null) === (until !== null));
    const { done } = await pausePeople(
      ctx,
      whoOf(member),
      meant.map(([personId]) => ({ personId, until })),
    );
    seenAgain(member);
    const undo = done.map((personId) => ({ personId, until: wasPaused.get(personId) ?? null }));
    return { done: done.length, skipped: ids.length - done.length, undo };
  },
);

/** Gives each of these people the pause they had. */
export const undoPauseAction = action(
  "act_on_cases",
  z.strictObject({
    undo: z
      .array(z.strictObject({ personId: PersonId, until: Until }))
      .min(1)
      .max(PAUSED_AT_ONCE_MAX),
  }),
  async ({ undo }, member) => {
    const { done } = await pausePeople(ctx, whoOf(member), undo);
    seenAgain(member);
    return { done: done.length };
  },
);

export const addToTeamAction = action(
  "edit_workflows",
  z.strictObject({ target: Target, team: Key }),
  async ({ target, team }, member) => {
    const ids = await idsOf(member, target, MEMBERS_ADDED_MAX);
    const { done, refused } = await addMembers(ctx, whoOf(member), team, ids);
    revalidatePath(`/${member.workspace.slug}`, "layout");
    return { done: done.length, skipped: refused };
  },
);
