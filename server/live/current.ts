import "server-only";
import { ctx } from "@/server/boot";
import { LiveHub } from "./hub";

/** Kept on the process: there is one listening connection, however often this module loads. */
const kept = globalThis as typeof globalThis & { __followthroughLive?: LiveHub };

/** The process's one hub, made when first asked for. */
export function liveHub(): LiveHub {
  kept.__followthroughLive ??= make();
  return kept.__followthroughLive;
}

function make(): LiveHub {
  const hub = new LiveHub(ctx);
  // The web server waits for open answers before it ends, and these never end by themselves.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void hub.close());
  return hub;
}
