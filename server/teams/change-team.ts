import { z } from "zod";
import { parseDate } from "@/core/calendar/civil";
import { parseMoment, TimeZone } from "@/core/calendar/zone";
import { TeamInput } from "@/core/contracts/teams";
import { AppError } from "@/core/errors";
import { Key, PersonId } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Tx } from "@/db/client";
import { findKeyed } from "@/db/queries/keyed";
import { listMembers } from "@/db/queries/keyed-writes";
import { holdOrg } from "@/db/queries/org";
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
    /** Absent: it belongs where it did. */
    parent: Key.nullable().optional(),
  }),
  z.strictObject({ change: z.literal("lead"), leadId: PersonId.nullable() }),
  z.strictObject({ change: z.literal("add"), personId: PersonId }),
  z.strictObject({
    change: z.literal("member"),
    personId: PersonId,
    deputyId: PersonId.nullable(),
    /** A date is the first day away, on the team's clock; a moment begins it then. Absent or null: now already. */
    absentFrom: z.string().max(40).nullable().optional(),
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
 * who is in it already, and `invalid` for an unknown person, a calendar or department that does not
 * exist, a department that belongs to this team, or an absence that is over or ends before it begins.
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
    // Before the team: whoever changes several holds the org first.
    await holdOrg(tx, workspaceId);
    if (!(await lockTeam(tx, workspaceId, key))) throw unknown("There is no such team.");
    const row = await findKeyed(tx, workspaceId, "teams", key);
    if (!row) throw unknown("There is no such team.");
    const members = await listMembers(tx, workspaceId, [key]);
    const before: TeamInput = {
      name: row.name,
      leadId: row.leadId,
      calendar: row.calendar,
      timeZone: row.timeZone,
      parent: row.parent,
      members: members.map(({ personId, role, deputyId, absentFrom, absentUntil }) => ({
        personId,
        role,
        deputyId,
        absentFrom: absentFrom?.toISOString() ?? null,
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
      const { change: _, parent = team.parent, ...settings } = change;
      await requirePeople(tx, who, { leadId: settings.leadId });
      return { ...team, ...settings, parent, members: team.members.map(ledBy(settings.leadId)) };
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
      const absent = { deputyId, ...(await absenceOf(tx, who, team, change)) };
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

/** From when until when somebody is away, by the team's clock. */
async function absenceOf(
  tx: Tx,
  { workspaceId }: Who,
  team: TeamInput,
  change: Extract<TeamChange, { change: "member" }>,
): Promise<Pick<Member, "absentFrom" | "absentUntil">> {
  const { absentFrom = null, absentUntil } = change;
  if (absentUntil === null) {
    if (absentFrom !== null) throw invalid("absentUntil", "an absence that begins has an end");
    return { absentFrom: null, absentUntil: null };
  }
  const workspace = await findWorkspace(tx, workspaceId);
  const zone = team.timeZone ?? workspace?.timeZone ?? "UTC";
  const until = parseMoment(absentUntil, zone);
  if (until === null || until <= (await nowOf(tx, workspaceId))) {
    throw invalid("absentUntil", "must lie ahead");
  }
  const from = absentFrom === null ? null : startOf(absentFrom, zone);
  if (absentFrom !== null && from === null) throw invalid("absentFrom", "is no moment");
  if (from !== null && until <= from) throw invalid("absentUntil", "must come after absentFrom");
  return {
    absentFrom: from === null ? null : toRfc3339(from),
    absentUntil: toRfc3339(until),
  };
}

/** As `parseMoment`, but a bare date is the beginning of that day. */
const startOf = (text: string, zone: string): Instant | null =>
  parseMoment(parseDate(text) === null ? text : `${text}T00:00`, zone);

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
