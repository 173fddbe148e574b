import type { WorkspaceId } from "@/core/ids";
import { intentOf } from "@/core/reply/intent";
import { OWN_CHARS_MAX } from "@/core/reply/strip-quoted";
import { inTransaction } from "@/db/client";
import { findAnsweredSms, listWorkspacesOfNumber } from "@/db/queries/replies";
import { isStopped } from "@/db/queries/suppressions";
import { runInstant } from "@/server/clock/test-clock";
import type { Ctx } from "@/server/context";
import { loadLink } from "@/server/public/link";
import { cleanText } from "./clean-text";
import type { InboundSms } from "./inbound";
import { optTo, tellWhoWeAre } from "./opt-out";
import type { Reception } from "./reception";
import { takeReply } from "./take-reply";

const TRIES = 3;
const NUMBER = /^\+[1-9]\d{4,14}$/;
const EVENT_ID_CHARS_MAX = 200;

/**
 * Takes an SMS that came in. STOP, START and HELP are carried out first and here, whether or not it
 * answers anything; else it is an answer to the newest SMS to its number. Throws when the database is away.
 */
export async function receiveSms(ctx: Ctx, sms: InboundSms): Promise<Reception> {
  const number = sms.from.replace(/[\s().-]/g, "");
  if (!NUMBER.test(number)) return { kind: "unknown" };
  const workspaceIds =
    sms.workspaceId === null ? await listWorkspacesOfNumber(ctx.db, number) : [sms.workspaceId];
  const text = cleanText(sms.body, OWN_CHARS_MAX);
  const stopped = await isStopped(ctx.db, workspaceIds, "sms", number);
  const intent = intentOf(text, "sms", { stopped });
  const opting = { sms: { ...sms, body: text }, number };
  const { kind } = intent;
  for (const workspaceId of workspaceIds) {
    if (kind === "stop" || kind === "start") await optTo(ctx, workspaceId, opting, kind);
  }
  const answered = await findAnsweredSms(ctx.db, workspaceIds, number);
  const asked = answered?.workspaceId ?? workspaceIds[0];
  if (kind === "help" && asked !== undefined) await tellWhoWeAre(ctx, asked, opting);
  const link = answered && (await loadLink(ctx.db, { ...answered, index: 0 }));
  const isOpted = kind === "stop" || kind === "start" || kind === "help";
  const reception: Reception = link
    ? await inTransaction(
        ctx.db,
        (tx) =>
          takeReply(ctx, tx, link, {
            eventId: `sms:${sms.id}`.slice(0, EVENT_ID_CHARS_MAX),
            channel: "sms",
            from: number,
            subject: null,
            text,
            fullText: text,
            intent,
            isTheirs: true,
            machine: null,
          }),
        { tries: TRIES },
      )
    : { kind: isOpted ? "opted" : "unknown" };
  await runAll(ctx, isOpted ? workspaceIds : link ? [link.workspaceId] : []);
  return reception;
}

async function runAll(ctx: Ctx, workspaceIds: readonly WorkspaceId[]): Promise<void> {
  for (const workspaceId of workspaceIds) await runInstant(ctx, workspaceId);
}
