import { sql } from "drizzle-orm";
import type { CaseFacts, MessageFacts, PersonFacts } from "@/core/case/facts";
import type { WorkspaceId } from "@/core/ids";
import type { Program } from "@/core/workflow/program";
import type { Db, Tx } from "@/db/client";
import type { CaseRow } from "./case-row";
import { type LoadedPerson, loadPeople, personName, unknownPerson } from "./people-facts";
import { loadHistory, loadOpenCases } from "./person-background";
import { loadPrograms } from "./programs";
import { ReachNotLoaded, ReachOnDemand } from "./reach-facts";
import { calendarFor, type LoadedWorkspace, loadWorkspaces } from "./workspace-facts";

/** Thrown by a look at a person who is not loaded yet: `advance` is pure, so it is simply run again. */
export class PersonNotLoaded extends Error {
  readonly personId: string;
  constructor(personId: string) {
    super(`person ${personId} is not loaded`);
    this.personId = personId;
  }
}

/** Rounds of loading people one decision may need: a chain of managers, a team, deputies. */
const ROUNDS_MAX = 40;

type Known = Map<string, LoadedPerson | null>;
type Teams = CaseFacts["workspace"]["teams"];

/** People of one workspace as `CaseFacts.people`: asking for one who is not loaded stops the decision. */
class PeopleOnDemand extends Map<string, PersonFacts> {
  readonly #known: Known;
  readonly #workspaceId: WorkspaceId;
  constructor(known: Known, workspaceId: WorkspaceId) {
    super();
    this.#known = known;
    this.#workspaceId = workspaceId;
  }
  override get(id: string): PersonFacts | undefined {
    const person = this.#known.get(personName(this.#workspaceId, id));
    if (person === undefined) throw new PersonNotLoaded(id);
    return person ?? undefined;
  }
}

export type Loaded = {
  row: CaseRow;
  program: Program;
  facts: CaseFacts;
};

/** What decisions about these cases need, loaded set-based: a handful of statements for any number of cases. */
export async function loadFacts(
  db: Db | Tx,
  rows: readonly CaseRow[],
  /** Takes the place of each case's own program: one that is not published yet. */
  as?: Program,
): Promise<{
  cases: Loaded[];
  /** Cases whose version is gone: a broken database, shown and set aside. */
  orphans: CaseRow[];
  /** Runs a pure decision, loading the people it asks for until it has them all. */
  decide: <T>(loaded: Loaded, decision: () => T) => Promise<T>;
}> {
  const programOf = await loadPrograms(db, rows);
  const workspaces = await loadWorkspaces(
    db,
    rows.map((row) => row.workspaceId),
  );
  const primary = await loadPeople(db, rows);
  const known: Known = new Map(primary);
  const reach = new ReachOnDemand();
  const cases: Loaded[] = [];
  const orphans: CaseRow[] = [];
  for (const row of rows) {
    const program = as ?? programOf(row);
    const workspace = workspaces.get(row.workspaceId);
    if (!program || !workspace) {
      orphans.push(row);
      continue;
    }
    const person =
      primary.get(personName(row.workspaceId, row.personId)) ?? unknownPerson(row.personId);
    const reaches = reach.of(row.workspaceId, program.definition.topic);
    cases.push({ row, program, facts: { ...factsOf(row, person, workspace, known), reaches } });
  }
  await loadNeeds(db, cases);

  const decide = <T>({ row, facts }: Loaded, decision: () => T): Promise<T> =>
    decideWith(db, row.workspaceId, { known, reach, teams: facts.workspace.teams }, decision);
  return { cases, orphans, decide };
}

/** Runs a pure decision again and again, loading what it missed each time, until it has all. */
async function decideWith<T>(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  { known, reach, teams }: { known: Known; reach?: ReachOnDemand; teams: Teams },
  decision: () => T,
): Promise<T> {
  for (let round = 0; ; round++) {
    try {
      return decision();
    } catch (error) {
      if (round >= ROUNDS_MAX) throw error;
      if (error instanceof PersonNotLoaded) {
        await loadInto(known, teams, db, workspaceId, error.personId);
      } else if (reach && error instanceof ReachNotLoaded) {
        await reach.load(db, workspaceId, error, known);
      } else throw error;
    }
  }
}

/** Facts for a case that is only thought of: a simulation. Nothing of it is in the database. */
export async function imaginedFacts(
  db: Db,
  workspaceId: WorkspaceId,
  row: Pick<CaseRow, "id" | "number" | "workflow" | "version" | "key" | "subject" | "data">,
  person: LoadedPerson,
): Promise<{ facts: CaseFacts; decide: <T>(decision: () => T) => Promise<T> }> {
  const workspace = (await loadWorkspaces(db, [workspaceId])).get(workspaceId);
  if (!workspace) throw new Error(`There is no workspace ${workspaceId}`);
  const known: Known = new Map();
  const imagined = factsOf({ ...row, workspaceId }, person, workspace, known);
  const facts = { ...imagined, reaches: () => true };
  return {
    facts,
    decide: (decision) => decideWith(db, workspaceId, { known, teams: workspace.teams }, decision),
  };
}

/**
 * Loads the person a decision missed and, in the same statement, whoever is in a team with them and the
 * managers of everybody known so far: this decision or the next cases of the batch will ask for them.
 */
async function loadInto(
  known: Known,
  teams: Teams,
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
) {
  const refTo = (id: string) => ({ workspaceId, personId: id });
  const wanted = new Map([[personName(workspaceId, personId), refTo(personId)]]);
  for (const { members } of teams.values()) {
    if (!members.some((member) => member.personId === personId)) continue;
    for (const { personId: id, deputyId } of members) {
      for (const mate of deputyId === null ? [id] : [id, deputyId]) {
        const name = personName(workspaceId, mate);
        if (!known.has(name)) wanted.set(name, refTo(mate));
      }
    }
  }
  for (const [name, person] of known) {
    if (person?.managerId == null) continue;
    const ref = {
      workspaceId: name.slice(0, name.indexOf("/")) as WorkspaceId,
      personId: person.managerId,
    };
    const managerName = personName(ref.workspaceId, ref.personId);
    if (!known.has(managerName)) wanted.set(managerName, ref);
  }
  const people = await loadPeople(db, [...wanted.values()]);
  for (const name of wanted.keys()) known.set(name, people.get(name) ?? null);
}

type Subject = Pick<
  CaseRow,
  "workspaceId" | "id" | "number" | "workflow" | "version" | "key" | "subject" | "data"
>;

function factsOf(
  row: Subject,
  person: LoadedPerson,
  workspace: LoadedWorkspace,
  known: Known,
): Omit<CaseFacts, "reaches"> {
  const { id, number, workflow, version, key, subject } = row;
  return {
    case: { id, number, workflow, version, key, subject },
    data: row.data,
    person,
    workspace,
    people: new PeopleOnDemand(known, row.workspaceId),
    calendarOf: ({ id, location }) => {
      const own = id === person.id ? person : known.get(personName(row.workspaceId, id));
      return calendarFor(workspace, own ?? { calendar: null, location });
    },
  };
}

/** Messages, history and other open cases, for the programs that read them. */
async function loadNeeds(db: Db | Tx, cases: Loaded[]): Promise<void> {
  const reading = (what: "messages" | "history" | "open") =>
    cases.filter(({ program }) => program.needs[what]);
  const messages = reading("messages");
  if (messages.length > 0) {
    const found = await messagesOf(
      db,
      messages.map(({ row }) => row),
    );
    for (const { row, facts } of messages) facts.messages = found.get(row.id) ?? [];
  }
  const refs = (some: Loaded[]) => some.map(({ row }) => ({ ...row, caseId: row.id }));
  const remembering = reading("history");
  const history = await loadHistory(db, refs(remembering));
  for (const { row, facts } of remembering) {
    const theirs = history.get(row.id);
    if (theirs) facts.history = theirs;
  }
  const counting = reading("open");
  const open = await loadOpenCases(db, refs(counting));
  for (const { row, facts } of counting) {
    const others = open.get(row.id);
    if (others) facts.open = others;
  }
}

async function messagesOf(
  db: Db | Tx,
  rows: readonly { workspaceId: WorkspaceId; id: string }[],
): Promise<Map<string, MessageFacts[]>> {
  const found = await db.execute<MessageFacts & { caseId: string }>(sql`
    select m.case_id as "caseId", m.step, m.channel, m.person_id as "personId", m.status,
      date_part('epoch', m.sent_at) * 1000 as "sentAt",
      date_part('epoch', m.delivered_at) * 1000 as "deliveredAt",
      case when m.opened_by = 'human' then date_part('epoch', m.opened_at) * 1000 end as "openedAt",
      date_part('epoch', m.clicked_at) * 1000 as "clickedAt",
      date_part('epoch', m.replied_at) * 1000 as "repliedAt"
    from unnest(
      ${sql.param(rows.map((row) => row.workspaceId))}::uuid[],
      ${sql.param(rows.map((row) => row.id))}::uuid[]) as w(workspace_id, case_id)
    join messages m on m.workspace_id = w.workspace_id and m.case_id = w.case_id
    order by m.planned_at`);
  return Map.groupBy(found, (message) => message.caseId);
}
