import type { SimulationFacts, SimulationPerson } from "@/core/case/simulation-facts";
import type { WorkspaceId } from "@/core/ids";
import { peopleOfRota } from "@/core/rota/rota";
import type { Template } from "@/core/template/content";
import type { Definition } from "@/core/workflow/definition";
import { inTransaction, type Tx } from "@/db/client";
import { listKeyed } from "@/db/queries/keyed";
import { allSnippets } from "@/db/queries/snippets";
import { findTemplates } from "@/db/queries/workflow-files";
import { findWorkspace } from "@/db/queries/workspaces";
import { loadPeople, personName } from "../cases/people-facts";
import { loadHistory, loadOpenCases } from "../cases/person-background";
import { type LoadedWorkspace, loadWorkspaces } from "../cases/workspace-facts";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { loadRecipients } from "../delivery/recipients";
import { newId } from "../new-id";
import { keysSent } from "./workflow-contents";

/** People a simulation can meet; those asked for and named come first, with all above them. */
export const SIMULATION_PEOPLE_MAX = 1_000;
/** Managers of managers, upwards. */
const MANAGERS_UP_MAX = 40;
const TOPICS_MAX = 500;

type Wanted = {
  definition: Definition;
  /** Who the simulated cases may be about; their history and open cases are read too. */
  personIds: readonly string[];
};

/** Reads everything that simulations of a definition need, once. Throws when there is no such workspace. */
export async function loadSimulationFacts(
  ctx: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  { definition, personIds }: Wanted,
): Promise<SimulationFacts> {
  return inTransaction(ctx.db, async (tx) => {
    const now = await nowOf(tx, workspaceId);
    const loaded = (await loadWorkspaces(tx, [workspaceId])).get(workspaceId);
    if (!loaded) throw new Error(`There is no workspace ${workspaceId}`);
    const { id: _, revision: __, ...workspace } = loaded;
    const named = await withManagers(tx, workspaceId, [
      ...personIds,
      ...namedIn(definition, loaded),
    ]);
    const others = await withManagers(tx, workspaceId, namedIn(null, loaded));
    const ids = [...new Set([...named, ...others])].slice(0, SIMULATION_PEOPLE_MAX);
    const people = await loadPeopleOf(tx, workspaceId, ids);
    const topics = await listKeyed(tx, workspaceId, "topics", { limit: TOPICS_MAX });
    const snippets = await allSnippets(tx, workspaceId);
    return {
      now,
      workspace,
      people,
      limits: (await findWorkspace(tx, workspaceId))?.frequencyLimits ?? null,
      topics: new Map(
        topics.rows.map(({ key, required, defaultChannels }) => [
          key,
          { key, required, defaultChannels },
        ]),
      ),
      snippets,
      background: await loadBackground(
        tx,
        workspaceId,
        personIds.filter((id) => people.has(id)),
      ),
    };
  });
}

/** The published contents that simulations of a definition send, by key. */
export async function loadSimulationTemplates(
  { db }: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  definition: Definition,
): Promise<Record<string, Template>> {
  const keys = await keysSent(db, workspaceId, definition);
  return Object.fromEntries(await findTemplates(db, workspaceId, keys));
}

/** People a definition names, and those of the teams, rotas and policies it names; of all of them where it is null. */
function namedIn(definition: Definition | null, workspace: LoadedWorkspace): string[] {
  const text = definition === null ? null : JSON.stringify(definition);
  const policies = [...workspace.policies].filter(([key]) => names(text, "policy", key));
  const inPolicies = JSON.stringify(policies);
  const isNamed = (kind: "team" | "rota", key: string) =>
    names(text, kind, key) || names(inPolicies, kind, key);
  const teams = [...workspace.teams.values()].filter(({ key }) => isNamed("team", key));
  const rotas = [...workspace.rotas.values()].filter(
    ({ key }) => isNamed("rota", key) || isNamed("team", key),
  );
  return [
    ...personsIn(definition),
    ...personsIn(policies),
    ...teams.flatMap(({ leadId, members }) => [
      ...(leadId === null ? [] : [leadId]),
      ...members.flatMap(({ personId, deputyId }) => [
        personId,
        ...(deputyId === null ? [] : [deputyId]),
      ]),
    ]),
    ...rotas.flatMap(peopleOfRota),
  ];
}

const names = (text: string | null, kind: string, key: string): boolean =>
  text === null || text.includes(`"${kind}":${JSON.stringify(key)}`);

/** Every `person` and `personId` of a document, wherever it stands. */
function personsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(personsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) =>
    (name === "person" || name === "personId") && typeof held === "string"
      ? [held]
      : personsIn(held),
  );
}

const WITH_MANAGERS = `
  with recursive up(id, distance) as (
    select unnest($2::text[]), 0
    union
    select p.manager_id, up.distance + 1 from up
      join people p on p.workspace_id = $1 and p.id = up.id
     where p.manager_id is not null and up.distance < ${MANAGERS_UP_MAX})
  select id from up group by id order by min(distance) limit ${SIMULATION_PEOPLE_MAX}`;

async function withManagers(
  tx: Tx,
  workspaceId: WorkspaceId,
  personIds: readonly string[],
): Promise<string[]> {
  const ids = [...new Set(personIds)].slice(0, SIMULATION_PEOPLE_MAX);
  const found = await tx.$client.unsafe<{ id: string }[]>(WITH_MANAGERS, [workspaceId, ids]);
  return found.map(({ id }) => id);
}

async function loadPeopleOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<Map<string, SimulationPerson>> {
  const refs = ids.map((personId) => ({ workspaceId, personId }));
  const facts = await loadPeople(tx, refs);
  const recipients = await loadRecipients(tx, refs, true);
  const people = new Map<string, SimulationPerson>();
  for (const { personId } of refs) {
    const name = personName(workspaceId, personId);
    const known = facts.get(name);
    const recipient = recipients.get(name);
    if (!known || !recipient) continue;
    const { quietHours, trackingConsent, addresses, preferences, smsConsents } = recipient;
    const gates = { quietHours, trackingConsent, addresses, preferences, smsConsents };
    people.set(personId, { ...known, ...gates });
  }
  return people;
}

async function loadBackground(tx: Tx, workspaceId: WorkspaceId, personIds: readonly string[]) {
  // An id of this moment: all cases there are came before it.
  const refs = personIds.map((personId) => ({ workspaceId, personId, caseId: newId() }));
  const history = await loadHistory(tx, refs);
  const open = await loadOpenCases(tx, refs);
  return new Map(
    refs.map(({ personId, caseId }) => [
      personId,
      {
        history: history.get(caseId) ?? { events: [], cases: [] },
        open: open.get(caseId) ?? { count: 0, cases: [] },
      },
    ]),
  );
}
