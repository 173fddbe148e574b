import { inTransaction } from "@/db/client";
import { findMentioned, findReader } from "@/db/queries/came-back";
import { noteCallback } from "@/db/queries/channel-accounts";
import type { Ctx } from "@/server/context";
import { recordToldHit } from "@/server/public/engagement";
import { receiveSms } from "@/server/replies/receive-sms";
import type { HookAccount } from "./hook-account";
import type { Notice } from "./notice";
import { recordComplaint } from "./record-complaint";
import { recordReport } from "./record-report";
import { withCarried, withCarriedCases } from "./with-carried";

/** Somebody else may hold the case: the transaction can be begun anew. */
const TRIES = 3;

export type Taken = "recorded" | "repeated" | "ignored" | "unknown";

/**
 * Takes what a provider told, once its signature holds: recorded with all that follows from it, in one
 * transaction, and only about messages that left through this very account.
 */
export async function takeNotice(ctx: Ctx, account: HookAccount, notice: Notice): Promise<Taken> {
  if (account.row) await noteCallback(ctx.db, account.row);
  const workspaceId = account.row?.workspaceId ?? null;
  switch (notice.kind) {
    case "report":
      return takeReport(ctx, account, notice);
    case "tracked":
      return takeHit(ctx, account, notice);
    case "sms": {
      const { kind, ...sms } = notice;
      await receiveSms(ctx, { ...sms, provider: account.name, workspaceId });
      return "recorded";
    }
    case "email": {
      const { emailId } = notice;
      const job = { account: account.row, emailId };
      await inTransaction(ctx.db, (tx) =>
        ctx.enqueue(tx, "email.received", job, { singletonKey: `${account.name}/${emailId}` }),
      );
      return "recorded";
    }
    default:
      return "ignored";
  }
}

const mentioned = (account: HookAccount, { about }: Extract<Notice, { about: object }>) => ({
  workspaceId: account.row?.workspaceId ?? null,
  provider: account.name,
  ...about,
});

async function takeReport(
  ctx: Ctx,
  account: HookAccount,
  notice: Extract<Notice, { kind: "report" }>,
): Promise<Taken> {
  const { cameBack, eventId, at, about } = notice;
  return inTransaction(
    ctx.db,
    async (tx) => {
      const ref = await findMentioned(tx, mentioned(account, notice));
      if (!ref) return "unknown";
      const { providerMessageId } = about;
      if (cameBack.type === "complained") {
        const complaint = { eventId, at };
        const isNew = await withCarried(tx, ref, (one) => recordComplaint(ctx, tx, one, complaint));
        return isNew ? "recorded" : "repeated";
      }
      const report = { eventId, at, cameBack, providerMessageId };
      const isNew = await withCarriedCases(tx, ref, (one) => recordReport(ctx, tx, one, report));
      return isNew ? "recorded" : "repeated";
    },
    { tries: TRIES },
  );
}

/** Where the person agreed to tracking; for others nothing of it is kept. */
async function takeHit(
  ctx: Ctx,
  account: HookAccount,
  notice: Extract<Notice, { kind: "tracked" }>,
): Promise<Taken> {
  const ref = await findMentioned(ctx.db, mentioned(account, notice));
  if (!ref) return "unknown";
  const reader = await findReader(ctx.db, ref);
  if (!reader) return "ignored";
  const { link, eventId, at: now } = notice;
  const type = link === null ? "opened" : "clicked";
  await recordToldHit(ctx, { workspaceId: ref.workspaceId, ...reader, now }, notice, {
    type,
    link,
    eventId,
  });
  return "recorded";
}
