import { z } from "zod";
import { parseMoment, TimeZone } from "@/core/calendar/zone";
import { TeamInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import { Key, PersonId } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Tx } from "@/db/client";
import { findKeyed } from "@/db/queries/keyed";
import { listMembers } from "@/db/queries/keyed-writes";
import { findPerson } from "@/db/queries/people";
import { lockTeam } from "@/db/queries/teams";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { changeFacts } from "@/server/workspaces/change-facts";
import { writeTeamIn } from "./save-team";

/** One thing about a team that is changed; all the rest stays as others left it. */
export const TeamChange = z.discriminatedUnion("change", [
  z.strictObject({
    change: z.literal("settings"),
    name: TeamInput.shape.name,
    leadId: PersonId.nullable(),
    calendar: Key.nullable(),
    timeZone: TimeZone.nullable(),
  }),
  z.strictObject({ change: z.literal("lead"), leadId: PersonId.nullable() }),
  z.strictObject({ change: z.literal("add"), personId: PersonId }),
  z.strictObject({
    change: z.literal("member"),
    personId: PersonId,
    deputyId: PersonId.nullable(),
    /** A date is the last day away, on the team's clock; a moment ends it then. Null: not away. */
    absentUntil: z.string().max(40).nullable(),
  }),
  z.strictObject({ change: z.literal("remove"), personId: PersonId }),
]);
export type TeamChange = z.infer<typeof TeamChange>;
type Member = TeamInput["members"][number];

/**
 * Changes a team that is held meanwhile, so that two people who edit it do not undo each other; cases
 * are planned again at once. Throws `not_found` for an unknown team or member, `conflict` for a person
 * who is in it already, and `invalid` for an unknown person, a calendar that does not exist, or an
 * absence that is over.
 */
export async function changeTeam(
  ctx: Ctx,
  who: Who,
  key: string,
  change: TeamChange,
): Promise<void> {
  const { workspaceId } = who;
  const line = { action: "team.saved" as const, target: key, detail: { change: change.change } };
  const write = async (tx: Tx) => {
    if (!(await lockTeam(tx, workspaceId, key))) throw unknown("There is no such team.");
    const row = await findKeyed(tx, workspaceId, "teams", key);
    if (!row) throw unknown("There is no such team.");
    const members = await listMembers(tx, workspaceId, [key]);
    const before: TeamInput = {
      name: row.name,
      leadId: row.leadId,
      calendar: row.calendar,
      timeZone: row.timeZone,
      members: members.map(({ personId, role, deputyId, absentUntil }) => ({
        personId,
        role,
        deputyId,
        absentUntil: absentUntil?.toISOString() ?? null,
      })),
    };
    const after = await changed(tx, who, before, change);
    await writeTeamIn(tx, workspaceId, key, TeamInput.parse(after));
  };
  await changeFacts(ctx, who, line, write, () => "team");
}

async function changed(tx: Tx, who: Who, team: TeamInput, change: TeamChange): Promise<TeamInput> {
  switch (change.change) {
    case "settings": {
      const { change: _, ...settings } = change;
      await requirePeople(tx, who, { leadId: settings.leadId });
      return { ...team, ...settings, members: team.members.map(ledBy(settings.leadId)) };
    }
    case "lead": {
      const { leadId } = change;
      await requirePeople(tx, who, { leadId });
      return { ...team, leadId, members: team.members.map(ledBy(leadId)) };
    }
    case "add": {
      const { personId } = change;
      await requirePeople(tx, who, { personId });
      if (team.members.some((member) => member.personId === personId)) {
        throw new AppError("conflict", "This person is in the team already.");
      }
      const role = personId === team.leadId ? "lead" : "member";
      return { ...team, members: [...team.members, { personId, role }] };
    }
    case "member": {
      const { personId, deputyId } = change;
      await requirePeople(tx, who, { deputyId });
      if (deputyId === personId) throw invalid("deputyId", "nobody stands in for themself");
      const until = await absentUntil(tx, who, team, change.absentUntil);
      const absent = { deputyId, absentUntil: until === null ? null : toRfc3339(until) };
      const members = withMember(team, personId, (member) => [{ ...member, ...absent }]);
      return { ...team, members };
    }
    case "remove":
      return { ...team, members: withMember(team, change.personId, () => []) };
  }
}

const ledBy =
  (leadId: string | null) =>
  (member: Member): Member => ({ ...member, role: member.personId === leadId ? "lead" : "member" });

function withMember(
  team: TeamInput,
  personId: string,
  become: (member: Member) => Member[],
): Member[] {
  if (!team.members.some((member) => member.personId === personId)) {
    throw unknown("This person is not in the team any more.");
  }
  return team.members.flatMap((member) =>
    member.personId === personId ? become(member) : [member],
  );
}

async function absentUntil(
  tx: Tx,
  { workspaceId }: Who,
  team: TeamInput,
  text: string | null,
): Promise<Instant | null> {
  if (text === null) return null;
  const workspace = await findWorkspace(tx, workspaceId);
  const at = parseMoment(text, team.timeZone ?? workspace?.timeZone ?? "UTC");
  if (at === null || at <= (await nowOf(tx, workspaceId))) {
    throw invalid("absentUntil", "must lie ahead");
  }
  return at;
}

async function requirePeople(
  tx: Tx,
  { workspaceId }: Who,
  named: Record<string, string | null>,
): Promise<void> {
  for (const [path, id] of Object.entries(named)) {
    if (id !== null && !(await findPerson(tx, workspaceId, id))) {
      throw invalid(path, `there is nobody with the id ${id}`);
    }
  }
}

const unknown = (message: string) => new AppError("not_found", message);
const invalid = (path: string, message: string) =>
  new AppError("invalid", `This does not go: ${message}.`, { errors: [{ path, message }] });
