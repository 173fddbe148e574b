import { ConfigError, loadConfig } from "@/server/config";
import { isDatabaseAway } from "@/server/http/database-error";
import { createLog } from "@/server/log";
import { startTracing } from "@/server/operations/start-tracing";
import { startWorker } from "./start-worker";

function configured() {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

const config = configured();
const log = createLog(config.logLevel);

// postgres.js asks each new connection for its array types, and lets nobody hear that it broke meanwhile
// (`fetchArrayTypes`, 3.4). Who wanted the connection is told as always.
process.on("unhandledRejection", (error) => {
  if (!isDatabaseAway(error)) throw error;
  log.warn({ err: error }, "a connection to the database broke while it was made");
});

const stopTracing = config.tracing && startTracing("worker", config.tracing.serviceName);
const worker = await startWorker(config, log);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    log.info("worker stopping");
    await worker.stop();
    await stopTracing?.();
    process.exit(0);
  });
}
