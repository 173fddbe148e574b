import {
  ORG_PEOPLE_MAX,
  ORG_TEAMS_MAX,
  type OrgResult,
  type PersonOutcome,
} from "@/core/contracts/org";
import { OrgPerson } from "@/core/contracts/people";
import { OrgTeam } from "@/core/contracts/teams";
import { AppError, type FieldError } from "@/core/errors";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { holdOrg, knownCalendars, knownPeople } from "@/db/queries/org";
import { bumpFacts } from "@/db/queries/workspaces";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { upsertEach } from "@/server/people/upsert-people";
import { type Item, parseItems } from "./parse-items";
import { checkPlaces, placeIn } from "./place-members";
import { planTeams } from "./plan-teams";
import { refuseOrphans, resolveEmails } from "./resolve-emails";
import { loadTeamStates, saveTeamState, type TeamState, teamChanges } from "./team-state";

type OrgInput = {
  dryRun: boolean;
  teams: readonly unknown[];
  people: readonly unknown[];
};

/** Thrown to take a rehearsal back. */
class Rehearsed extends Error {
  readonly result: OrgResult;
  constructor(result: OrgResult) {
    super("rehearsed");
    this.result = result;
  }
}

/**
 * Makes and changes teams and people in one transaction, wherever in the input they stand: an absent
 * field stays, nothing is deleted. An item that cannot be taken says why and stops no other. A dry run
 * does it all and takes it back. Throws `too_large` for more than the limits.
 */
export async function importOrg(ctx: Ctx, who: Who, input: OrgInput): Promise<OrgResult> {
  if (input.people.length > ORG_PEOPLE_MAX || input.teams.length > ORG_TEAMS_MAX) {
    throw new AppError("too_large", `At most ${ORG_TEAMS_MAX} teams and ${ORG_PEOPLE_MAX} people.`);
  }
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const result = await importIn(ctx, tx, who, input);
      if (input.dryRun) throw new Rehearsed(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result;
    throw error;
  }
}

async function importIn(ctx: Ctx, tx: Tx, who: Who, input: OrgInput): Promise<OrgResult> {
  const { workspaceId } = who;
  await holdOrg(tx, workspaceId);
  const teamItems = parseItems(OrgTeam, input.teams, "key");
  const people = parseItems(OrgPerson, input.people, "id");
  await resolveEmails(tx, workspaceId, people);
  const stored = await loadTeamStates(tx, workspaceId);
  const named = teamItems.flatMap(({ value }) => value?.calendar ?? []);
  const calendars = await knownCalendars(tx, workspaceId, named);
  const teams = planTeams(teamItems, stored, (key) => calendars.has(key));
  checkPlaces(people, {
    teams,
    refusedTeams: refusals(teamItems),
    isKnown: await whoIsKnown(tx, who, people),
  });
  await refuseOrphans(tx, workspaceId, people);
  const inputs = people.flatMap(({ value }) => {
    if (!value) return [];
    const { managerEmail: _, teams: __, ...person } = value;
    return [person];
  });
  const saved = await upsertEach(tx, workspaceId, inputs, "merge");
  const created = new Set(saved.created);
  const personOutcomes = people.map((item): PersonOutcome => {
    const errors = item.value ? saved.refused.get(item.value.id) : item.errors;
    if (!item.value || errors) return { id: item.id, ...refusedAs("person", errors ?? []) };
    const places = placeIn(teams, item.value);
    const isNew = created.has(item.value.id);
    const fields = isNew ? fieldsOf(item.value) : (saved.fields.get(item.value.id) ?? []);
    const changes = [...fields, ...places];
    const result = isNew ? "created" : changes.length > 0 ? "changed" : "same";
    return { id: item.value.id, result, changes, error: null };
  });
  const written = await writeTeams(tx, who, stored, teams);
  const teamOutcomes = teamItems.map(({ id, value, errors }) => {
    if (!value) return { key: id, ...refusedAs("team", errors) };
    const changes = written.get(value.key) ?? [];
    const isNew = !stored.has(value.key);
    const result = isNew ? "created" : changes.length > 0 ? "changed" : "same";
    return { key: id, result, changes, error: null } as const;
  });
  const result = { dryRun: input.dryRun, teams: teamOutcomes, people: personOutcomes };
  if (input.dryRun) return result;
  if (written.size > 0) await bumpFacts(tx, workspaceId);
  const isReplanned = [...written.keys()].some((key) => stored.has(key));
  if (isReplanned) await factsChanged(ctx, tx, workspaceId, { all: true }, "team");
  else if (saved.changed.length > 0) {
    await factsChanged(ctx, tx, workspaceId, { personIds: saved.changed }, "person");
  }
  await auditImport(tx, who, input, { people: saved, teams: written.size });
  return result;
}

/** Why no item about a team is taken, by its key. */
function refusals(items: readonly Item<unknown>[]): Map<string, string> {
  const taken = new Set(items.flatMap(({ id, value }) => (value === null ? [] : [id])));
  return new Map(
    items.flatMap(({ id, errors: [first] }) =>
      id !== null && first && !taken.has(id)
        ? [[id, `${first.path}: ${first.message}`] as const]
        : [],
    ),
  );
}

/** Whether a deputy is somebody: here, or in the same import. */
async function whoIsKnown(tx: Tx, { workspaceId }: Who, people: readonly Item<OrgPerson>[]) {
  const deputies = people.flatMap(({ value }) =>
    (value?.teams ?? []).flatMap(({ deputyId }) => deputyId ?? []),
  );
  const known = await knownPeople(tx, workspaceId, [...new Set(deputies)]);
  const coming = new Set(people.flatMap(({ value }) => value?.id ?? []));
  return (id: string) => known.has(id) || coming.has(id);
}

/** Writes the teams that differ; gives what differs, by key. */
async function writeTeams(
  tx: Tx,
  { workspaceId }: Who,
  stored: ReadonlyMap<string, TeamState>,
  teams: ReadonlyMap<string, TeamState>,
): Promise<Map<string, string[]>> {
  const written = new Map<string, string[]>();
  for (const [key, team] of teams) {
    const changes = teamChanges(stored.get(key), team);
    if (changes.length === 0) continue;
    await saveTeamState(tx, workspaceId, key, team);
    written.set(key, changes);
  }
  return written;
}

const refusedAs = (noun: string, errors: FieldError[]) => ({
  result: "refused" as const,
  changes: [],
  error: { code: "invalid", detail: `This ${noun} is not taken.`, errors },
});

const fieldsOf = ({ id: _, teams: __, managerEmail: ___, ...fields }: OrgPerson): string[] =>
  Object.entries(fields).flatMap(([field, value]) => (value == null ? [] : [field]));

async function auditImport(
  tx: Tx,
  { workspaceId, actor }: Who,
  input: OrgInput,
  done: { people: { created: string[]; changed: string[] }; teams: number },
): Promise<void> {
  const line = { actor, target: "import" };
  if (input.people.length > 0) {
    const detail = { created: done.people.created.length, changed: done.people.changed.length };
    const target = `${input.people.length} people`;
    await audit(tx, workspaceId, { id: newId(), ...line, target, action: "person.saved", detail });
  }
  if (done.teams > 0) {
    const target = `${done.teams} teams`;
    await audit(tx, workspaceId, { id: newId(), ...line, target, action: "team.saved" });
  }
}
