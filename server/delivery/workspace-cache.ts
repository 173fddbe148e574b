import type { z } from "zod";
import type { TopicFacts } from "@/core/delivery/gate-input";
import type { WorkspaceId } from "@/core/ids";
import { Template } from "@/core/template/content";
import { variablesOf } from "@/core/template/liquid";
import { Lru } from "@/core/template/lru";
import { Definition } from "@/core/workflow/definition";
import { lastSendingStage } from "@/core/workflow/last-sending-stage";
import type { Tx } from "@/db/client";
import { Brand } from "@/db/schema";

export const WORKSPACES_CACHED_MAX = 500;

/** Which facts a template reads beside the case, its people and the event. */
export type TemplateNeeds = { owner: boolean; open: boolean; history: boolean; messages: boolean };
export type CachedTemplate = { template: Template; needs: TemplateNeeds };
export type CachedTopic = TopicFacts & { name: string };

/** A workspace as delivery needs it. Templates and topics are those of one facts revision. */
export type WorkspaceDelivery = {
  id: WorkspaceId;
  slug: string;
  name: string;
  kind: "live" | "sandbox";
  timeZone: string;
  locale: string;
  brand: z.infer<typeof Brand>;
  /** Of its channel accounts; 0 while it never had one. */
  accountsRevision: number;
  templates: Map<string, CachedTemplate | null>;
  topics: Map<string, CachedTopic | null>;
  /** Stage of the last reminder, by `workflow@version`. */
  lastStages: Map<string, string | null>;
};

type Row = Omit<WorkspaceDelivery, "templates" | "topics" | "lastStages" | "brand"> & {
  brand: unknown;
  revision: number;
};

type Facts = Pick<WorkspaceDelivery, "templates" | "topics" | "lastStages">;

const factsByRevision = new Lru<string, Facts>(WORKSPACES_CACHED_MAX);

const emptyFacts = (): Facts => ({
  templates: new Map(),
  topics: new Map(),
  lastStages: new Map(),
});

/** The workspaces of a batch. What is read once per facts revision is kept by this process. */
export async function loadWorkspaces(
  tx: Tx,
  ids: readonly WorkspaceId[],
): Promise<Map<string, WorkspaceDelivery>> {
  const rows = await tx.$client.unsafe<Row[]>(
    `select id, slug, name, kind, time_zone as "timeZone", locale, brand, facts_revision::float8 as revision,
         accounts_revision::float8 as "accountsRevision"
       from workspaces where id = any($1::uuid[])`,
    [[...new Set(ids)]],
    { prepare: true },
  );
  const found = new Map<string, WorkspaceDelivery>();
  for (const { revision, brand, ...row } of rows) {
    const facts = factsByRevision.through(`${row.id}@${revision}`, emptyFacts);
    found.set(row.id, { ...row, brand: Brand.safeParse(brand).data ?? {}, ...facts });
  }
  return found;
}

type Wanted = { workspaceId: WorkspaceId; key: string };
type KeyedRow = { workspaceId: WorkspaceId; key: string };

/** Reads the templates that this revision has not been asked for yet; a missing one is kept as null. */
export async function ensureTemplates(
  tx: Tx,
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
  wanted: readonly Wanted[],
): Promise<void> {
  const missing = wanted.filter((w) => !workspaces.get(w.workspaceId)?.templates.has(w.key));
  if (missing.length === 0) return;
  const rows = await byKeys<KeyedRow & { template: unknown }>(
    tx,
    `select t.workspace_id as "workspaceId", t.key, t.template from templates t`,
    missing,
  );
  for (const w of missing) workspaces.get(w.workspaceId)?.templates.set(w.key, null);
  for (const row of rows) {
    const parsed = Template.safeParse(row.template);
    const cached = parsed.success ? { template: parsed.data, needs: needsOf(parsed.data) } : null;
    workspaces.get(row.workspaceId)?.templates.set(row.key, cached);
  }
}

/** As `ensureTemplates`, for topics. */
export async function ensureTopics(
  tx: Tx,
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
  wanted: readonly Wanted[],
): Promise<void> {
  const missing = wanted.filter((w) => !workspaces.get(w.workspaceId)?.topics.has(w.key));
  if (missing.length === 0) return;
  const rows = await byKeys<CachedTopic & KeyedRow>(
    tx,
    `select t.workspace_id as "workspaceId", t.key, t.name, t.required,
       t.default_channels as "defaultChannels" from topics t`,
    missing,
  );
  for (const w of missing) workspaces.get(w.workspaceId)?.topics.set(w.key, null);
  for (const { workspaceId, ...topic } of rows) {
    workspaces.get(workspaceId)?.topics.set(topic.key, topic);
  }
}

/**
 * Reads in which stage the last reminder of each workflow version is: the last stage that sends
 * anything. Asked only for people who want nothing but that one.
 */
export async function ensureLastStages(
  tx: Tx,
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
  wanted: readonly { workspaceId: WorkspaceId; workflow: string; version: number }[],
): Promise<void> {
  for (const { workspaceId, workflow, version } of wanted) {
    const stages = workspaces.get(workspaceId)?.lastStages;
    const key = `${workflow}@${version}`;
    if (!stages || stages.has(key)) continue;
    const [row] = await tx.$client.unsafe<{ definition: unknown }[]>(
      `select definition from workflow_versions
        where workspace_id = $1 and workflow = $2 and version = $3`,
      [workspaceId, workflow, version],
    );
    const definition = Definition.safeParse(row?.definition).data;
    stages.set(key, definition ? lastSendingStage(definition) : null);
  }
}

function byKeys<R extends object>(tx: Tx, select: string, wanted: readonly Wanted[]) {
  return tx.$client.unsafe<R[]>(
    `${select} join (select distinct * from unnest($1::uuid[], $2::text[])) as w(workspace_id, key)
       on t.workspace_id = w.workspace_id and t.key = w.key`,
    [wanted.map((w) => w.workspaceId), wanted.map((w) => w.key)],
  );
}

function needsOf({ content, locales }: Template): TemplateNeeds {
  const texts = [content, ...Object.values(locales ?? {})].flatMap((c) => [
    c.subject ?? "",
    c.preheader ?? "",
    c.title ?? "",
    c.body,
    ...(c.actions ?? []).flatMap((a) => [a.label, a.url ?? "", ...(a.choices ?? [])]),
  ]);
  const paths = texts.flatMap(variablesOf);
  const reads = (root: string) =>
    paths.some(
      (path) => path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`),
    );
  return {
    owner: reads("case"),
    open: reads("open"),
    history: reads("history"),
    messages: reads("messages"),
  };
}
