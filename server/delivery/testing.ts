import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { PersonId, type WorkspaceId } from "@/core/ids";
import type { Template } from "@/core/template/content";
import type { Db } from "@/db/client";
import * as tables from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { LIVE } from "@/server/clock/clock";
import { loadConfig } from "@/server/config";
import type { Ctx } from "@/server/context";
import { type ProviderRegistry, providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { type FakeServer, fakeResend } from "@/server/providers/testing";
import type { Enqueue } from "@/server/queue";
import { deliverDue } from "./deliver";

export type Enqueued = { name: string; payload: object; startAfter: Date | undefined };

/** A context over a test's own database. Without an `enqueue` of its own, what is enqueued is kept in `jobs`. */
export function testCtx(db: Db, enqueue?: Enqueue): { ctx: Ctx; jobs: Enqueued[] } {
  const jobs: Enqueued[] = [];
  const keep: Enqueue = async (_tx, name, payload, options) => {
    jobs.push({ name, payload, startAfter: options?.startAfter });
  };
  const config = loadConfig({
    DATABASE_URL: "postgres://nobody@localhost/none",
    APP_SECRET: "a secret of at least thirty-two characters",
    APP_URL: "https://follow.example.com",
    EMAIL_FROM: "Shop <billing@shop.example.com>",
  });
  return { ctx: { db, config, log: pino({ level: "silent" }), enqueue: enqueue ?? keep }, jobs };
}

const TEMPLATE: Template = {
  channel: "email",
  content: {
    subject: "{{ data.title }} for {{ recipient.firstName }}",
    body: "Please look at {{ case.number }}.",
    actions: [{ id: "done", label: "Done", kind: "complete" }],
  },
};

type CaseOver = Partial<typeof tables.cases.$inferInsert>;
type MessageOver = Partial<typeof tables.messages.$inferInsert>;

/** A workspace with one topic, one template `first`, and Ana, who has an email address. */
export async function testWorld(db: Db, kind: "live" | "sandbox" = "live") {
  const workspaceId = randomUUID() as WorkspaceId;
  const base = { workspaceId };
  await db
    .insert(tables.workspaces)
    .values({ id: workspaceId, slug: workspaceId, name: "Shop", kind });
  await db
    .insert(tables.topics)
    .values({ ...base, key: "billing", name: "Billing", defaultChannels: ["email", "in_app"] });
  await db.insert(tables.templates).values({ ...base, key: "first", template: TEMPLATE });
  let number = 0;

  async function addPerson(id: string, address: string | null, over = {}) {
    PersonId.parse(id);
    await db.insert(tables.people).values({ ...base, id, name: `${id} Miller`, ...over });
    if (address === null) return;
    const contact = { ...base, personId: id, channel: "email" as const, address };
    await db.insert(tables.contactPoints).values({ ...contact, verifiedAt: sql`now()` });
  }
  await addPerson("Ana", "ana@example.com");

  async function addCase(over: CaseOver = {}): Promise<string> {
    const id = randomUUID();
    await db.insert(tables.cases).values({
      ...base,
      id,
      number: ++number,
      workflow: "invoice",
      version: 1,
      subject: `Invoice ${number}`,
      personId: "Ana",
      status: "open",
      pc: 0,
      stage: "initial",
      openedAt: sql`now()`,
      data: { title: "Invoice" },
      ...over,
    });
    return id;
  }

  async function addMessage(caseId: string, over: MessageOver = {}): Promise<string> {
    const id = randomUUID();
    await db.insert(tables.messages).values({
      ...base,
      id,
      caseId,
      personId: "Ana",
      workflow: "invoice",
      version: 1,
      stage: "initial",
      step: "s1",
      visit: 0,
      channel: "email",
      template: "first",
      topic: "billing",
      request: { audience: "person" },
      status: "planned",
      plannedAt: sql`now()`,
      deliverAt: sql`now()`,
      ...over,
    });
    return id;
  }

  const message = async (id: string) => {
    const where = and(eq(tables.messages.workspaceId, workspaceId), eq(tables.messages.id, id));
    const [row] = await db.select().from(tables.messages).where(where);
    if (!row) throw new Error(`There is no message ${id}`);
    return row;
  };
  return { workspaceId, addPerson, addCase, addMessage, message };
}

/** One reminder over the first of two channels, then a wait: `pc: 1, step: "w1"` stands in it. */
const DEFINITION = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  subject: "Invoice",
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [
        { id: "s1", kind: "send", anyOf: [{ sms: "first" }, { email: "first" }] },
        { id: "w1", kind: "wait", for: "P3D" },
      ],
    },
  ],
};

/** A file's own database and email provider, empty before each test. */
export function deliveryTest() {
  let database: TestDatabase;
  let server: FakeServer;
  let providers: ProviderRegistry;

  beforeAll(async () => {
    database = await testDatabase();
    server = await fakeResend();
    providers = providerRegistry([createResend({ apiKey: "re_test", baseUrl: server.url })]);
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });
  beforeEach(async () => {
    server.behave("accept");
    server.accepted.length = 0;
    server.requests = 0;
    await database.db.execute(
      sql`truncate messages, cases, case_decisions, workers, provider_health`,
    );
  });

  return {
    url: () => database.url,
    db: () => database.db,
    server: () => server,
    providers: () => providers,
    /** A worker that is just starting. */
    start(enqueue?: Enqueue) {
      const { ctx, jobs } = testCtx(database.db, enqueue);
      const workerId = randomUUID();
      const deliver = (over = {}) => deliverDue(ctx, { workerId, clock: LIVE, providers, ...over });
      return { ctx, jobs, workerId, deliver };
    },
    dueNow: (workspaceId: string) =>
      database.db.execute(sql`
        update messages set deliver_at = now()
         where workspace_id = ${workspaceId} and status = 'held'`),
    addWorkflow: (workspaceId: string) =>
      database.db.execute(sql`
        insert into workflow_versions (workspace_id, workflow, version, definition, published_at)
        values (${workspaceId}, 'invoice', 1, ${JSON.stringify(DEFINITION)}::jsonb, now())`),
  };
}
