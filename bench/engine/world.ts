import { pino } from "pino";
import type { WorkspaceId } from "@/core/ids";
import { Template } from "@/core/template/content";
import { Definition } from "@/core/workflow/definition";
import { connect, inTransaction } from "@/db/client";
import type { Who } from "@/server/cases/verbs";
import { loadConfig } from "@/server/config";
import type { Ctx } from "@/server/context";
import { savePeopleBatch } from "@/server/people/save-people-batch";
import { saveTemplate } from "@/server/templates/save-template";
import { saveTopic } from "@/server/topics/save-topic";
import { publishWorkflow } from "@/server/workflows/publish";
import { saveDraft } from "@/server/workflows/save-draft";
import { createWorkspace } from "@/server/workspaces/create-workspace";
import { saveSettings } from "@/server/workspaces/save-settings";
import { PEOPLE } from "../settings";
import { DEFINITION, TEMPLATES, TOPIC, WORKFLOW } from "./workflow";

const MANAGERS = 100;
const PEOPLE_AT_ONCE = 1_000;

export type World = {
  url: string;
  ctx: Ctx;
  workspaceId: WorkspaceId;
  close: () => Promise<void>;
};

export const personOf = (n: number) => `p${n % PEOPLE}`;

/** The environment of a process that works on this database. */
export const environmentOf = (url: string) => ({
  DATABASE_URL: url,
  APP_SECRET: "a secret that only the bench knows of",
  APP_URL: "https://follow.example.com",
  EMAIL_FROM: "Shop <billing@shop.example.com>",
  LOG_LEVEL: "warn",
});

/** A context without a job queue: nothing in the bench's workflow needs one. */
export function contextFor(url: string): Ctx {
  const config = loadConfig(environmentOf(url));
  const log = pino({ level: config.logLevel }, process.stderr);
  const enqueue = async (_tx: unknown, name: string) => {
    throw new Error(`${name} was enqueued, which this workflow never does`);
  };
  return { db: connect(url, { name: "followthrough-bench" }), config, log, enqueue };
}

/** A live workspace with its people, their managers and addresses, the templates and the workflow. */
export async function buildWorld(url: string): Promise<World> {
  const ctx = contextFor(url);
  const workspaceId = await inTransaction(ctx.db, (tx) =>
    createWorkspace(tx, { slug: "shop", name: "Shop", kind: "live", timeZone: "Europe/Berlin" }),
  );
  const who: Who = { workspaceId, actor: { kind: "api", name: "bench" } };
  await saveAllPeople(ctx, who);
  await saveTopic(ctx, who, TOPIC, { name: "Bench", required: false, defaultChannels: ["email"] });
  for (const [key, content] of Object.entries(TEMPLATES)) {
    await saveTemplate(ctx, who, key, Template.parse({ channel: "email", content }));
  }
  const definition = Definition.parse(DEFINITION);
  await saveDraft(ctx, who, WORKFLOW, { name: WORKFLOW, definition });
  // A live workspace is published when its email has a way out; what the bench measures brings its own.
  const config = { ...ctx.config, smtpUrl: "smtp://127.0.0.1:1" };
  await publishWorkflow({ ...ctx, config }, who, WORKFLOW, { inFlight: "finish" });
  // Each manager is told of each case by itself: what is counted is messages.
  await saveSettings(ctx, who, { frequencyLimits: { helpers: { gapMinutes: 0 } } });
  await ctx.db.$client.unsafe("vacuum analyze");
  return { url, ctx, workspaceId, close: () => ctx.db.$client.end({ timeout: 2 }) };
}

async function saveAllPeople(ctx: Ctx, who: Who): Promise<void> {
  const person = (id: string, managerId: string | null) => ({
    id,
    name: `${id} Miller`,
    email: `${id}@example.com`,
    timeZone: "Europe/Berlin",
    locale: "en",
    managerId,
    attributes: { plan: "team" },
  });
  const managers = Array.from({ length: MANAGERS }, (_, n) => person(`m${n}`, null));
  const people = Array.from({ length: PEOPLE }, (_, n) => person(personOf(n), `m${n % MANAGERS}`));
  const all = [...managers, ...people];
  for (let from = 0; from < all.length; from += PEOPLE_AT_ONCE) {
    await savePeopleBatch(ctx, who, all.slice(from, from + PEOPLE_AT_ONCE));
  }
}
