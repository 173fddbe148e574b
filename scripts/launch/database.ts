import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { DURABLE } from "@/db/embedded/settings";
import { printLine } from "./child";
import { POSTGRES } from "./environment";
import { Sentence } from "./sentence";

const RESTARTS_MAX = 5;
const RESTART_WINDOW_MS = 60_000;

export type Database = { url: string; stop: () => Promise<void> };

/**
 * Runs the embedded PostgreSQL and starts it again, on the same port, when it dies. `lost` hears
 * the reason when it keeps dying.
 */
export async function runDatabase(
  progress: (line: string) => void,
  lost: (reason: Error) => void,
): Promise<Database> {
  const begin = () => startEmbedded({ folder: POSTGRES, settings: DURABLE, progress });
  let server: EmbeddedServer = await begin();
  let starting: Promise<unknown> = Promise.resolve();
  let stopping = false;
  const deaths: number[] = [];

  const watch = () => {
    void server.exited.then(() => {
      if (stopping) return;
      starting = revive().catch(lost);
    });
  };
  const revive = async () => {
    deaths.push(Date.now());
    if (deaths.filter((at) => at > Date.now() - RESTART_WINDOW_MS).length > RESTARTS_MAX) {
      throw new Sentence(`PostgreSQL keeps ending: its log is ${POSTGRES}.log.`);
    }
    printLine("postgres", "ended unexpectedly, starting it again");
    const { port } = server;
    server = await begin();
    if (server.port !== port) {
      throw new Sentence(`Another program took PostgreSQL's port ${port}: start again.`);
    }
    if (stopping) await server.stop();
    else watch();
  };
  watch();
  const stop = async () => {
    stopping = true;
    await starting;
    await server.stop();
  };
  return { url: server.url, stop };
}
