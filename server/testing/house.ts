import { sql } from "drizzle-orm";
import { pino } from "pino";
import type { WorkspaceId } from "@/core/ids";
import type { Role } from "@/core/operator/role";
import { Template } from "@/core/template/content";
import { Definition } from "@/core/workflow/definition";
import { type Db, inTransaction } from "@/db/client";
import { findWorkspace } from "@/db/queries/workspaces";
import { testDatabase } from "@/db/testing";
import { addMember, createOperator } from "../auth/first-operator";
import { commit } from "../cases/apply-events";
import { takeNumbers } from "../cases/numbers";
import { openCases } from "../cases/open-case";
import type { Who } from "../cases/verbs";
import { loadWorkflows } from "../cases/workflow-facts";
import { addAccount } from "../channels/add-account";
import { nowOf } from "../clock/clock";
import { loadConfig } from "../config";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { saveTemplate } from "../templates/save-template";
import { saveTopic } from "../topics/save-topic";
import { publishWorkflow } from "../workflows/publish";
import { saveDraft } from "../workflows/save-draft";
import { createWorkspace } from "../workspaces/create-workspace";

export type House = Awaited<ReturnType<typeof testHouse>>;

/** A house on a database of its own, for tests of whole verbs: its jobs are kept in a list. */
export async function testHouse() {
  const database = await testDatabase();
  const jobs: { name: string; payload: unknown }[] = [];
  const config = loadConfig({
    DATABASE_URL: database.url,
    APP_SECRET: "a secret that only the tests know of",
    APP_URL: "http://followthrough.test",
    ALLOW_PRIVATE_CALLS: "on",
  });
  const ctx: Ctx = {
    db: database.db,
    config,
    log: pino({ level: "silent" }),
    enqueue: async (_tx, name, payload) => void jobs.push({ name, payload }),
  };
  return { ctx, database, jobs };
}

/** A new workspace, and the actor the tests act as in it. */
export async function newWorkspace(ctx: Ctx, kind: "live" | "sandbox" = "sandbox"): Promise<Who> {
  const slug = `w-${newId().slice(-12)}`;
  const workspaceId = await inTransaction(ctx.db, (tx) =>
    createWorkspace(tx, { slug, name: slug, kind, timeZone: "Europe/Berlin" }),
  );
  return { workspaceId, actor: { kind: "api", name: "tests" } };
}

/** A new operator who is a member of the workspace; gives their id. */
export async function newOperator(
  { db }: Pick<Ctx, "db">,
  { workspaceId }: Pick<Who, "workspaceId">,
  name: string,
  role: Role = "editor",
): Promise<string> {
  const operatorId = await createOperator(db, { email: `${newId()}@example.com`, name });
  await addMember(db, { workspaceId, operatorId, role });
  return operatorId;
}

/** Publishes a workflow, with a topic and plain templates for every key it names. */
export async function install(ctx: Ctx, who: Who, key: string, document: unknown): Promise<void> {
  const definition = Definition.parse(document);
  await saveTopic(ctx, who, definition.topic, {
    name: definition.topic,
    required: false,
    defaultChannels: [],
  });
  for (const [channel, template] of templatesIn(document)) {
    const content = { subject: `${template} {{ case.number }}`, body: `About {{ case.subject }}` };
    await saveTemplate(ctx, who, template, Template.parse({ channel, content }));
  }
  await saveDraft(ctx, who, key, { name: key, definition });
  await publishWorkflow(await withEveryChannel(ctx, who, definition), who, key, {
    inFlight: "finish",
  });
}

const PROVIDERS: Partial<Ctx["config"]> = {
  emailFrom: "tests@example.com",
  smtpUrl: "smtp://127.0.0.1:1",
  twilio: { accountSid: "AC0", authToken: "none", from: "+15005550006", baseUrl: null },
  vapid: { publicKey: "none", privateKey: "none", subject: "mailto:tests@example.com" },
};

/** What a live workspace sends needs a way out before it may be published. */
async function withEveryChannel(ctx: Ctx, who: Who, definition: Definition): Promise<Ctx> {
  const workspace = await findWorkspace(ctx.db, who.workspaceId);
  const calls = [...templatesIn(definition)].some(([channel]) => channel === "webhook");
  if (workspace?.kind === "live" && calls) {
    await addAccount(ctx, who, { provider: "webhook", name: "Tests", fields: {} });
  }
  return { ...ctx, config: { ...ctx.config, ...PROVIDERS } };
}

/** Opens many cases of a published workflow in one transaction, as an import does; `number` where one is wanted. */
export async function openMany(
  ctx: Ctx,
  who: Who,
  workflow: string,
  many: readonly {
    personId: string;
    key?: string;
    data?: Record<string, unknown>;
    number?: number;
  }[],
): Promise<string[]> {
  const { workspaceId } = who;
  const found = (await loadWorkflows(ctx.db, workspaceId)).find(({ key }) => key === workflow);
  const program = found?.live;
  if (!program) throw new Error(`There is no live workflow ${workflow}`);
  const numbers = await takeNumbers(ctx.db, workspaceId, many.length);
  return inTransaction(ctx.db, async (tx) => {
    const at = await nowOf(tx, workspaceId);
    const testClock = (await findWorkspace(tx, workspaceId))?.clockAt != null;
    const openings = many.map(({ personId, key, data, number }, i) => ({
      workspaceId,
      program,
      number: number ?? numbers[i] ?? 0,
      personId,
      key: key ?? null,
      data: data ?? {},
      dueAt: null,
      by: who.actor,
      at,
      testClock,
      early: null,
    }));
    const transitions = await openCases(tx, openings);
    await commit(ctx, tx, transitions);
    return transitions.map(({ row }) => row.id);
  });
}

const CHANNELS = ["email", "sms", "push", "in_app", "webhook"];

function templatesIn(
  document: unknown,
): Map<string, string>[] extends never ? never : [string, string][] {
  if (Array.isArray(document)) return document.flatMap((item) => templatesIn(item));
  if (typeof document !== "object" || document === null) return [];
  return Object.entries(document).flatMap(([name, value]) =>
    CHANNELS.includes(name) && typeof value === "string"
      ? ([[name, value]] as [string, string][])
      : templatesIn(value),
  );
}

export type MessageRow = {
  caseId: string;
  step: string;
  channel: string;
  personId: string;
  status: string;
  code: string | null;
};

export const messagesIn = async (db: Db, workspaceId: WorkspaceId): Promise<MessageRow[]> => [
  ...(await db.execute<MessageRow>(sql`
    select case_id as "caseId", step, channel, person_id as "personId", status, code
    from messages where workspace_id = ${workspaceId} order by planned_at, step, channel, person_id`)),
];

export const codesOf = async (db: Db, caseId: string): Promise<string[]> => {
  const rows = await db.execute<{ entries: { code: string }[] }>(sql`
    select entries from case_decisions where case_id = ${caseId} order by id`);
  return rows.flatMap(({ entries }) => entries.map(({ code }) => code));
};
