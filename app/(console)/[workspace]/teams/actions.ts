"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { TeamInput } from "@/core/contracts/teams";
import { Key } from "@/core/ids";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import type { Who } from "@/server/cases/verbs";
import { action } from "@/server/http/action";
import { changeTeam, TeamChange } from "@/server/teams/change-team";
import { deleteTeam } from "@/server/teams/delete-team";
import { saveTeam } from "@/server/teams/save-team";
import { again } from "../_lists/again";
import { pageView } from "../page-view";
import { namesIn, readTeams } from "./load-teams";
import { teamRows } from "./team-rows";

const whoOf = (member: Member): Who => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name },
});
const seenAgain = (member: Member) => revalidatePath(`/${member.workspace.slug}/teams`, "layout");

/** Rows that are still on somebody's screen although they match no longer. */
export const rowsAgain = action("read", again(Key), async ({ ids, columns }, member) => {
  const view = await pageView(member.workspace.slug);
  const all = await readTeams(member.workspaceId, view.now);
  const found = all.filter(({ key }) => ids.includes(key));
  return teamRows(view, found, await namesIn(member.workspaceId, found), columns);
});

export const createTeamAction = action(
  "edit_workflows",
  TeamInput.extend({ key: Key }),
  async (input, member) => {
    // Who leads a team is in it: otherwise nobody could stand in for them.
    const members = input.leadId ? [{ personId: input.leadId, role: "lead" as const }] : [];
    await saveTeam(ctx, whoOf(member), input.key, { ...input, members }, { onlyNew: true });
    seenAgain(member);
  },
);

export const changeTeamAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, change: TeamChange }),
  async ({ key, change }, member) => {
    await changeTeam(ctx, whoOf(member), key, change);
    seenAgain(member);
  },
);

export const deleteTeamAction = action(
  "edit_workflows",
  z.strictObject({ key: Key }),
  async ({ key }, member) => {
    await deleteTeam(ctx, whoOf(member), key);
    seenAgain(member);
  },
);
