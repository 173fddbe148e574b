import type { WorkspaceId } from "@/core/ids";
import { wholeCharacters } from "@/core/text";
import { inTransaction, type Tx } from "@/db/client";
import { hasEvidence, insertConsents, listNewestWords } from "@/db/queries/consents";
import { deleteSuppression, listPeopleAt } from "@/db/queries/suppressions";
import { factsChanged } from "@/server/cases/facts-changed";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { suppressGone } from "@/server/delivery/suppress-gone";
import { newId } from "@/server/new-id";
import type { InboundSms } from "./inbound";

/** A deadlock with a report about the same number is rare, and over at the second try. */
const TRIES = 3;
const WORDS_CHARS_MAX = 160;
/** One answer to HELP an hour and number. */
const HELP_EVERY_S = 3_600;

type Opting = { sms: InboundSms; number: string };

/**
 * Stops or starts again everything by SMS to a number, for whoever has it: suppression, ledger and every
 * case it bears on, at once, and one confirmation when something changed.
 */
export async function optTo(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  { sms, number }: Opting,
  to: "stop" | "start",
): Promise<void> {
  await inTransaction(
    ctx.db,
    async (tx) => {
      const people = await listPeopleAt(tx, workspaceId, "sms", [number]);
      // A provider that repeats an old stop does not take back the start after it.
      if (await hasEvidence(tx, workspaceId, people, "sms", sms.id)) return;
      const isNew =
        to === "stop" ? await stop(tx, workspaceId, number) : await start(tx, workspaceId, number);
      const granted = to === "start";
      const changed = await thoseWhoSaid(tx, workspaceId, people, !granted, isNew);
      await insertConsents(
        tx,
        workspaceId,
        changed.map((personId) => ({
          id: newId(),
          personId,
          channel: "sms" as const,
          topic: null,
          granted,
          source: "sms_reply",
          address: number,
          evidence: {
            id: sms.id,
            provider: sms.provider,
            text: wholeCharacters(sms.body, WORDS_CHARS_MAX),
          },
        })),
      );
      await factsChanged(ctx, tx, workspaceId, { personIds: people }, "preferences");
      if (isNew || changed.length > 0) await notice(ctx, tx, workspaceId, number, to);
    },
    { tries: TRIES },
  );
}

/** Says who we are, at most once an hour. */
export const tellWhoWeAre = (ctx: Ctx, workspaceId: WorkspaceId, { number }: Opting) =>
  inTransaction(ctx.db, (tx) => notice(ctx, tx, workspaceId, number, "help"));

async function notice(
  ctx: Ctx,
  tx: Tx,
  workspaceId: WorkspaceId,
  to: string,
  kind: "stop" | "start" | "help",
): Promise<void> {
  const once =
    kind === "help"
      ? { singletonKey: `${workspaceId} ${to} help`, singletonSeconds: HELP_EVERY_S }
      : {};
  await ctx.enqueue(tx, "reply.notice", { workspaceId, to, kind }, once);
}

async function stop(tx: Tx, workspaceId: WorkspaceId, number: string): Promise<boolean> {
  const gone = {
    workspaceId,
    channel: "sms" as const,
    address: number,
    reason: "stopped" as const,
  };
  return (await suppressGone(tx, [gone], await nowOf(tx, workspaceId))).length > 0;
}

const start = async (tx: Tx, workspaceId: WorkspaceId, number: string): Promise<boolean> =>
  (await deleteSuppression(tx, workspaceId, "sms", number, "stopped")) !== undefined;

/** Those whose newest word is the other one; a stop is also the first word of whoever said nothing yet. */
async function thoseWhoSaid(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: readonly string[],
  granted: boolean,
  isNew: boolean,
): Promise<string[]> {
  const words = await listNewestWords(tx, workspaceId, people, "sms");
  const isFirst = isNew || granted;
  return words
    .filter((word) => word.granted === granted || (word.granted === null && isFirst))
    .map(({ personId }) => personId);
}
