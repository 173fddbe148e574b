import { pino } from "pino";
import type { WorkspaceId } from "@/core/ids";
import { connect, type Db } from "@/db/client";
import { addMember, adoptWorkspaces, ensureFirstOperator } from "../auth/first-operator";
import { createSignInLink } from "../auth/one-time-link";
import type { Config } from "../config";
import type { Ctx } from "../context";
import { type DemoProgress, loadDemo } from "../demo/load-demo";
import { createBoss, createEnqueue, prepareQueues } from "../queue";
import { ensureBootstrapKeys } from "./bootstrap-keys";

/** The operator of the demo: without a password, signed in by the link that is printed at the start. */
const DEMO_OPERATOR = { email: "operator@followthrough.example", name: "Demo operator" };

/**
 * Brings an installation to where it can be used: the job queue's tables, workspaces of the bootstrap
 * keys, the first operator, the demo. Repeatable. Gives a one-time sign-in link where there is an
 * operator to sign in; none means that the setup page makes the first one.
 */
export async function bootstrap(
  config: Config,
  progress: (line: string) => void,
): Promise<{ signInUrl: string | null }> {
  const db = connect(config.databaseUrl, { max: 4, name: "followthrough-bootstrap" });
  const boss = createBoss(config.databaseUrl, "worker");
  boss.on("error", () => {});
  try {
    await boss.start();
    await prepareQueues(boss);
    await ensureBootstrapKeys(
      db,
      config.bootstrapKeys.map(({ key }) => key),
    );
    const ctx: Ctx = {
      db,
      config,
      log: pino({ level: "silent" }),
      enqueue: createEnqueue(boss),
    };
    const demo = config.demo ? (await loadDemo(ctx, inTenths(progress))).workspaceId : null;
    const operatorId = await firstOperator(db, config, demo);
    const signInUrl = operatorId && (await createSignInLink(db, operatorId, config.appUrl));
    return { signInUrl };
  } finally {
    await boss.stop({ graceful: false }).catch(() => {});
    await db.$client.end({ timeout: 2 });
  }
}

/** Says how far the demo is, ten times at most. */
function inTenths(progress: (line: string) => void): DemoProgress {
  let last = "";
  return (what, part) => {
    const doing =
      what === "company" ? "Founding the demo company" : "Playing sixty days of its history";
    const line = `${doing}: ${Math.floor(part * 10) * 10} %`;
    if (line !== last) progress(line);
    last = line;
  };
}

async function firstOperator(
  db: Db,
  { admin }: Config,
  demo: WorkspaceId | null,
): Promise<string | null> {
  if (!admin && demo === null) return null;
  const operatorId = await ensureFirstOperator(
    db,
    admin ? { ...admin, name: nameOf(admin.email) } : DEMO_OPERATOR,
  );
  await adoptWorkspaces(db, operatorId);
  if (demo !== null) await addMember(db, { workspaceId: demo, operatorId, role: "owner" });
  return operatorId;
}

const nameOf = (email: string): string => email.split("@")[0] ?? email;
