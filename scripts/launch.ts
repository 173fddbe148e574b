import { stripVTControlCharacters } from "node:util";
import { Listr } from "listr2";
import { migrate } from "@/db/migrate";
import { type Config, ConfigError, loadConfig } from "@/server/config";
import { bootstrap } from "@/server/setup/bootstrap";
import { type Child, printLine, startChild } from "./launch/child";
import { type Database, runDatabase } from "./launch/database";
import { completeEnvironment, isEmbedded } from "./launch/environment";
import { answers, requireFreePort } from "./launch/port";
import { asSentence, Sentence } from "./launch/sentence";
import { claimFolder } from "./launch/single";
import { build, isBuilt, serveArgs, stopWithUs } from "./launch/web";
import { keepWorker, type Worker } from "./launch/worker";

const WEB_READY_TIMEOUT_MS = 60_000;
/** The terminal and npm both pass one Ctrl-C on; only a later one means "now". */
const SAME_SIGNAL_MS = 1_000;

type Mode = "all" | "web" | "worker" | "dev" | "build" | "db";

const mode = (process.argv[2] ?? "all") as Mode;
const dev = mode === "dev";
const running: { web?: Child; worker?: Worker; watch?: Child; database?: Promise<Database> } = {};
let stoppingSince = 0;

async function main(): Promise<void> {
  if (mode === "build") return buildOnly();
  const config = loadConfig(completeEnvironment("postgres://embedded@127.0.0.1/embedded"));
  const ownsDatabase = isEmbedded() && ["all", "dev", "db"].includes(mode);
  if (ownsDatabase) claimFolder(config.port);
  if (mode !== "worker" && mode !== "db") await requireFreePort(config.port);
  const signInUrl = await prepare(config, ownsDatabase);
  if (stoppingSince) return;
  const env = { ...completeEnvironment(), PORT: String(config.port), APP_URL: config.appUrl };
  if (mode === "all" || dev || mode === "worker") running.worker = keepWorker(env);
  if (dev) running.watch = watchWorker();
  if (mode === "all" || dev || mode === "web") await serve(config, env);
  if (!stoppingSince) announce(config, signInUrl);
}

async function buildOnly(): Promise<void> {
  if (!isBuilt()) await build((line) => printLine("build", line));
  await stopAll(0);
}

/** Database and build, side by side; gives the sign-in link when the bootstrap made one. */
async function prepare(config: Config, ownsDatabase: boolean): Promise<string | null> {
  let signInUrl: string | null = null;
  const needsBuild = (mode === "all" || mode === "web") && !isBuilt();
  const tasks = new Listr(
    [
      {
        title: "Database",
        task: async (_, task) => {
          const say = (line: string) => {
            task.output = line;
          };
          if (ownsDatabase) {
            running.database = runDatabase(say, (reason) => void end(reason));
            await running.database;
          }
          const loaded = loadConfig({
            ...completeEnvironment(),
            PORT: String(config.port),
            APP_URL: config.appUrl,
          });
          say("Bringing the tables up to date");
          await migrate(loaded.databaseUrl).catch(explainApart);
          if (mode !== "worker" && mode !== "db") {
            signInUrl = (await bootstrap(loaded, say)).signInUrl;
          }
        },
      },
      {
        title: "Build (once, about a minute)",
        enabled: needsBuild,
        task: (_, task) =>
          build((line) => {
            task.output = line;
          }),
      },
    ],
    { concurrent: true, exitOnError: true, registerSignalListeners: false },
  );
  await tasks.run();
  return signInUrl;
}

/** `npm run web` and `npm run worker` use the embedded database but do not run it. */
function explainApart(error: Error & { code?: string }): never {
  if (error.code !== "ECONNREFUSED" || !isEmbedded()) throw error;
  throw new Sentence(
    "The database does not run: start it with npm run db in another terminal, or set DATABASE_URL.",
  );
}

async function serve(config: Config, env: NodeJS.ProcessEnv): Promise<void> {
  let ended = false;
  const webEnv = dev ? { ...env, NODE_ENV: "development" as const } : env;
  const web = startChild("web", serveArgs(dev ? "dev" : "start", config.port), webEnv, (line) => {
    if (!isBanner(line)) printLine("web", line);
  });
  running.web = web;
  void web.exited.then((code) => {
    ended = true;
    if (!stoppingSince) {
      void end(
        new Sentence(`The web process ended (code ${code ?? "killed"}); its lines above say why.`),
      );
    }
  });
  const ready = await answers(config.port, "/api/health", WEB_READY_TIMEOUT_MS, () => ended);
  if (!ready && !ended) throw new Sentence("The web process does not answer: its lines are above.");
}

/** Next's own greeting, which says nothing that ours does not. */
const isBanner = (line: string): boolean => {
  const text = stripVTControlCharacters(line).trim();
  return text === "" || /^(▲|- (Local|Network|Environments)|✓ (Starting|Ready|Running))/.test(text);
};

function watchWorker(): Child {
  return startChild("watch", ["scripts/watch.mjs"], process.env, (line) => {
    if (line === "rebuilt") void running.worker?.restart();
    else printLine("watch", line);
  });
}

function announce(config: Config, signInUrl: string | null): void {
  const lines = [
    ...(running.web ? [`Followthrough runs at  ${config.appUrl}`] : []),
    ...(signInUrl ? [`Sign in once with      ${signInUrl}`] : []),
    ...(mode === "db" ? ["The database runs"] : []),
    ...(mode === "worker" ? ["The worker runs"] : []),
    "Stop with              Ctrl-C",
  ];
  process.stdout.write(`\n${lines.map((line) => `  ${line}`).join("\n")}\n\n`);
}

/** Stops what runs, the database last, and ends. */
async function stopAll(code: number): Promise<never> {
  for (const kill of stopWithUs) kill();
  await Promise.all([running.web?.stop(), running.worker?.stop(), running.watch?.stop()]);
  const database = await running.database?.catch(() => null);
  await database?.stop();
  process.exit(code);
}

async function end(reason: unknown): Promise<void> {
  if (stoppingSince) return;
  stoppingSince = Date.now();
  const text = reason instanceof ConfigError ? reason.message : asSentence(reason);
  process.stderr.write(`\n✖ ${text}\n`);
  if (process.env.LOG_LEVEL === "debug") process.stderr.write(`${(reason as Error).stack}\n`);
  await stopAll(1);
}

function onSignal(): void {
  if (!stoppingSince) {
    stoppingSince = Date.now();
    process.stdout.write("\nStopping … (Ctrl-C again ends at once)\n");
    void stopAll(0);
  } else if (Date.now() - stoppingSince > SAME_SIGNAL_MS) {
    running.web?.kill();
    running.worker?.kill();
    process.exit(130);
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
process.on("uncaughtException", (error) => void end(error));
process.on("unhandledRejection", (error) => void end(error));
main().catch(end);
