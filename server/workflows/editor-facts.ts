import { assert } from "@/core/assert";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { type Definition, walk } from "@/core/workflow/definition";
import type { EditorFacts, SeenEvent } from "@/core/workflow/editor-facts";
import { seenEvent } from "@/core/workflow/seen-event";
import { commonQuietHours, everCame, latestEvents, latestPeople } from "@/db/queries/editor-facts";
import { listKeyed } from "@/db/queries/keyed";
import { findNames } from "@/db/queries/names";
import { allSnippets } from "@/db/queries/snippets";
import { findWorkspace } from "@/db/queries/workspaces";
import { loadWorkspaces } from "../cases/workspace-facts";
import { listChannels } from "../channels/list-channels";
import type { Ctx } from "../context";

/** More of one kind than this are not looked up. */
const LOOKED_UP_MAX = 5_000;

/**
 * What a workspace has that a definition can refer to, and what came lately: for the editor, and for
 * every check of a definition. Names that `definition` uses come first where there are very many.
 */
export async function loadEditorFacts(
  ctx: Pick<Ctx, "db" | "config">,
  workspaceId: WorkspaceId,
  { definition }: { definition: Definition | null },
): Promise<EditorFacts> {
  const { db } = ctx;
  const all = { limit: LOOKED_UP_MAX };
  const named = definition === null ? [] : eventsNamedIn(definition);
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  const read = await Promise.all([
    loadWorkspaces(db, [workspaceId]),
    listKeyed(db, workspaceId, "templates", all),
    listKeyed(db, workspaceId, "topics", all),
    latestPeople(db, workspaceId),
    commonQuietHours(db, workspaceId),
    channelsWithAWayOut(ctx, workspaceId, workspace.kind),
    seenEvents(ctx, workspaceId, named),
    allSnippets(db, workspaceId),
  ]);
  const [loaded, templates, topics, people, quietHours, channelsOn, events, snippets] = read;
  const facts = loaded.get(workspaceId);
  assert(facts !== undefined, "a workspace that is there has facts");
  const teams = [...facts.teams.values()];
  const memberIds = teams.flatMap(({ members }) => members.map(({ personId }) => personId));
  const { people: names } = await findNames(db, workspaceId, memberIds);
  return {
    templates: Object.fromEntries(templates.rows.map(({ key, template }) => [key, template])),
    snippets,
    topics: topics.rows.map(({ key, name, required }) => ({ key, name, required })),
    teams: teams.map(({ key, name, leadId, members }) => ({
      key,
      name,
      leadId,
      memberIds: members.map(({ personId }) => personId),
      members: members.map(({ personId: id }) => ({ id, name: names.get(id) ?? null })),
    })),
    policies: [...facts.policies].map(([key, { name, ...ladder }]) => ({ key, name, ladder })),
    rotas: [...facts.rotas.values()].map(({ key, name }) => ({ key, name })),
    people,
    channelsOn,
    events,
    preferenceLinks: true,
    postalAddress: (workspace.brand.address ?? "").trim() !== "",
    quietHours,
    workspace: {
      timeZone: facts.timeZone,
      locale: facts.locale,
      calendar: facts.calendar,
      languages: workspace.locales,
    },
  };
}

function eventsNamedIn(definition: Definition): string[] {
  const names = new Set<string>();
  if (definition.start) names.add(definition.start.event);
  for (const rule of definition.stopsWhen) if ("event" in rule) names.add(rule.event);
  for (const { step } of walk(definition)) {
    if (step.kind !== "wait_for_response") continue;
    for (const match of step.what ?? []) {
      if (typeof match === "object" && "event" in match) names.add(match.event);
    }
  }
  return [...names];
}

async function seenEvents(
  { db }: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  named: readonly string[],
): Promise<SeenEvent[]> {
  const latest = await latestEvents(db, workspaceId, named);
  const missing = named.filter((name) => !latest.has(name));
  const older = latest.size === 0 ? [] : await everCame(db, workspaceId, missing);
  return [
    ...[...latest].map(([name, list]) => seenEvent(name, list)),
    ...older.map((name) => seenEvent(name, [])),
  ];
}

/** In a sandbox everything leaves, into its outbox; the inbox needs no provider anywhere. */
async function channelsWithAWayOut(
  ctx: Pick<Ctx, "db" | "config">,
  workspaceId: WorkspaceId,
  kind: "live" | "sandbox",
): Promise<Channel[]> {
  if (kind !== "live") return [...Channel.options];
  const channels = await listChannels(ctx, workspaceId);
  return Channel.options.filter(
    (channel) => channel === "in_app" || channels[channel].used !== null,
  );
}
