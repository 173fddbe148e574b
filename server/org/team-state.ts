import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { listMembers, writeTeam } from "@/db/queries/keyed-writes";
import { listAllTeams } from "@/db/queries/org";

export type MemberState = {
  personId: string;
  role: "lead" | "member";
  deputyId: string | null;
  absentFrom: Date | null;
  absentUntil: Date | null;
};

/** A team with its members, as it is or as it is to be. */
export type TeamState = {
  name: string;
  leadId: string | null;
  calendar: string | null;
  timeZone: string | null;
  parent: string | null;
  members: readonly MemberState[];
};

/** Every team of a workspace by key. */
export async function loadTeamStates(
  tx: Db | Tx,
  workspaceId: WorkspaceId,
): Promise<Map<string, TeamState>> {
  const rows = await listAllTeams(tx, workspaceId);
  const members = await listMembers(
    tx,
    workspaceId,
    rows.map(({ key }) => key),
  );
  const byTeam = Map.groupBy(members, ({ team }) => team);
  return new Map(
    rows.map(({ key, name, leadId, calendar, timeZone, parent }) => {
      const own = (byTeam.get(key) ?? []).map(
        ({ personId, role, deputyId, absentFrom, absentUntil }): MemberState => ({
          personId,
          role,
          deputyId,
          absentFrom,
          absentUntil,
        }),
      );
      return [key, { name, leadId, calendar, timeZone, parent, members: own }];
    }),
  );
}

export async function saveTeamState(
  tx: Tx,
  workspaceId: WorkspaceId,
  key: string,
  { members, ...row }: TeamState,
): Promise<void> {
  await writeTeam(tx, { workspaceId, key, ...row }, members);
}

/** What differs between a team before and after, by field. */
export function teamChanges(before: TeamState | undefined, after: TeamState): string[] {
  const { members, ...row } = after;
  const fields = (Object.keys(row) as (keyof typeof row)[]).filter(
    (field) => (before?.[field] ?? null) !== row[field],
  );
  const same = memberText(before?.members ?? []) === memberText(members);
  return same ? fields : [...fields, "members"];
}

const memberText = (members: readonly MemberState[]): string =>
  JSON.stringify(members.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)).map(memberWords));

/** A place in a team as text that is equal where the place is. */
export const memberWords = ({ personId, role, deputyId, absentFrom, absentUntil }: MemberState) =>
  [personId, role, deputyId, absentFrom?.getTime(), absentUntil?.getTime()].join(" ");
