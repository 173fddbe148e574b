import type { z } from "zod";
import { FrequencyLimits, hasLimits } from "@/core/delivery/caps";
import type { TopicFacts } from "@/core/delivery/gate-input";
import { helperGapMs } from "@/core/delivery/helper-gap";
import type { WorkspaceId } from "@/core/ids";
import { Template } from "@/core/template/content";
import { textsOf, variablesOfContent } from "@/core/template/content-problems";
import { EmailLayout } from "@/core/template/email-layout";
import { Lru } from "@/core/template/lru";
import { Snippet, type Snippets, snippetsIn } from "@/core/template/snippet";
import { Definition } from "@/core/workflow/definition";
import { lastSendingStage } from "@/core/workflow/last-sending-stage";
import type { Db, Tx } from "@/db/client";
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
  /** Null while nothing is limited. */
  limits: FrequencyLimits | null;
  /** 0: helpers get each message by itself. */
  helperGapMs: number;
  /** Of its channel accounts; 0 while it never had one. */
  accountsRevision: number;
  templates: Map<string, CachedTemplate | null>;
  /** All of them once a template names one; none before that. */
  snippets: Map<string, Snippet>;
  /** Those that templates name. */
  layouts: Map<string, EmailLayout>;
  topics: Map<string, CachedTopic | null>;
  /** Stage of the last reminder, by `workflow@version`. */
  lastStages: Map<string, string | null>;
};

type Row = Omit<WorkspaceDelivery, keyof Facts | "brand" | "limits" | "helperGapMs"> & {
  brand: unknown;
  limits: unknown;
  revision: number;
};

type Facts = Pick<
  WorkspaceDelivery,
  "templates" | "snippets" | "layouts" | "topics" | "lastStages"
>;

const factsByRevision = new Lru<string, Facts>(WORKSPACES_CACHED_MAX);

const emptyFacts = (): Facts => ({
  templates: new Map(),
  snippets: new Map(),
  layouts: new Map(),
  topics: new Map(),
  lastStages: new Map(),
});

/** The workspaces of a batch. What is read once per facts revision is kept by this process. */
export async function loadWorkspaces(
  tx: Db | Tx,
  ids: readonly WorkspaceId[],
): Promise<Map<string, WorkspaceDelivery>> {
  const rows = await tx.$client.unsafe<Row[]>(
    `select id, slug, name, kind, time_zone as "timeZone", locale, brand,
         frequency_limits as limits, facts_revision::float8 as revision,
         accounts_revision::float8 as "accountsRevision"
       from workspaces where id = any($1::uuid[])`,
    [[...new Set(ids)]],
    { prepare: true },
  );
  const found = new Map<string, WorkspaceDelivery>();
  for (const { revision, brand, limits, ...row } of rows) {
    const facts = factsByRevision.through(`${row.id}@${revision}`, emptyFacts);
    const known = { brand: Brand.safeParse(brand).data ?? {}, ...limitsOf(limits) };
    found.set(row.id, { ...row, ...known, ...facts });
  }
  return found;
}

function limitsOf(stored: unknown): Pick<WorkspaceDelivery, "limits" | "helperGapMs"> {
  const limits = stored === null ? null : FrequencyLimits.parse(stored);
  return { limits: limits && hasLimits(limits) ? limits : null, helperGapMs: helperGapMs(limits) };
}

type Wanted = { workspaceId: WorkspaceId; key: string };
type KeyedRow = { workspaceId: WorkspaceId; key: string };

/** Reads the templates that this revision has not been asked for yet; a missing one is kept as null. */
export async function ensureTemplates(
  tx: Db | Tx,
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
  const read = rows.map(({ template, ...row }) => ({
    ...row,
    template: Template.safeParse(template).data ?? null,
  }));
  await ensureNamed(tx, workspaces, read);
  for (const w of missing) workspaces.get(w.workspaceId)?.templates.set(w.key, null);
  for (const { workspaceId, key, template } of read) {
    const workspace = workspaces.get(workspaceId);
    const cached = template && { template, needs: needsOf(template, workspace?.snippets) };
    workspace?.templates.set(key, cached);
  }
}

/** Snippets and layouts that these templates name; nothing is asked where they name none. */
async function ensureNamed(
  tx: Db | Tx,
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
  read: readonly (KeyedRow & { template: Template | null })[],
): Promise<void> {
  const withSnippets = new Set<WorkspaceId>();
  const layouts: Wanted[] = [];
  for (const { workspaceId, template } of read) {
    if (template?.layout) layouts.push({ workspaceId, key: template.layout });
    if (template && hasSnippets(template)) withSnippets.add(workspaceId);
  }
  if (withSnippets.size > 0) {
    const rows = await tx.$client.unsafe<(KeyedRow & { snippet: unknown })[]>(
      `select workspace_id as "workspaceId", key, snippet from snippets
        where workspace_id = any($1::uuid[])`,
      [[...withSnippets]],
    );
    for (const { workspaceId, key, snippet } of rows) {
      const known = Snippet.safeParse(snippet).data;
      if (known) workspaces.get(workspaceId)?.snippets.set(key, known);
    }
  }
  if (layouts.length === 0) return;
  const rows = await byKeys<KeyedRow & { layout: unknown }>(
    tx,
    `select t.workspace_id as "workspaceId", t.key, t.layout from layouts t`,
    layouts,
  );
  for (const { workspaceId, key, layout } of rows) {
    const known = EmailLayout.safeParse(layout).data;
    if (known) workspaces.get(workspaceId)?.layouts.set(key, known);
  }
}

const contentsOf = ({ content, locales }: Template) => [content, ...Object.values(locales ?? {})];

const hasSnippets = (template: Template): boolean =>
  contentsOf(template).some((content) =>
    textsOf(content).some(({ text }) => snippetsIn(text).length > 0),
  );

/** As `ensureTemplates`, for topics. */
export async function ensureTopics(
  tx: Db | Tx,
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

function byKeys<R extends object>(tx: Db | Tx, select: string, wanted: readonly Wanted[]) {
  return tx.$client.unsafe<R[]>(
    `${select} join (select distinct * from unnest($1::uuid[], $2::text[])) as w(workspace_id, key)
       on t.workspace_id = w.workspace_id and t.key = w.key`,
    [wanted.map((w) => w.workspaceId), wanted.map((w) => w.key)],
  );
}

function needsOf(template: Template, snippets: Snippets | undefined): TemplateNeeds {
  const paths = contentsOf(template).flatMap((content) => variablesOfContent(content, snippets));
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
