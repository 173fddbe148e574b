import { setTimeout as sleep } from "node:timers/promises";
import { SECOND_MS } from "@/core/time";
import type { Ctx } from "@/server/context";
import { type IntakeSettings, type SmtpIntake, startSmtpIntake } from "./smtp-intake";

const TRY_AGAIN_MS = 10 * SECOND_MS;

/**
 * Keeps the intake open as long as this process can. Of several workers on one machine one has the port;
 * another takes it when that one is gone. Gives how to end it.
 */
export function holdIntake(
  ctx: Ctx,
  settings: IntakeSettings,
  tryAgainMs = TRY_AGAIN_MS,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const opened = open();

  async function open(): Promise<SmtpIntake | null> {
    for (let said = false; !signal.aborted; said = true) {
      try {
        return await startSmtpIntake(ctx, settings);
      } catch (error) {
        if (!said)
          ctx.log.warn({ err: error, port: settings.port }, "inbound mail waits for its port");
        await sleep(tryAgainMs, undefined, { signal, ref: false }).catch(() => {});
      }
    }
    return null;
  }

  return async () => {
    stopping.abort();
    await (await opened)?.close();
  };
}
