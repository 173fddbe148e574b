import {
  type CameBack,
  type Outcome,
  outcomeOfReports,
  type Report,
} from "@/core/delivery/came-back";
import { MessageRequest } from "@/core/delivery/request";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import {
  insertMessageEvent,
  listReports,
  lockReported,
  type MessageRef,
  storeOutcome,
} from "@/db/queries/came-back";
import { lockCases } from "@/server/cases/apply-events";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { keepStop } from "@/server/delivery/keep-stop";
import { reportOutcomes } from "@/server/delivery/reports";
import { type GoneAddress, suppressGone } from "@/server/delivery/suppress-gone";
import { announceMessage } from "@/server/live/announce";
import { tellMessage } from "@/server/webhooks/tell";

export type NewReport = {
  /** The provider's own id of the event: it is recorded once. */
  eventId: string;
  providerMessageId: string;
  at: Instant;
  cameBack: Exclude<CameBack, { type: "complained" }>;
};

/** What reports leave behind in a message's history. */
type Detail = { text?: string; permanent?: boolean; stopped?: boolean };

/**
 * Records what became of a message after its provider took it, once, with all that follows: its status,
 * an address that is not written to again, the person's stop in the ledger, and the case that goes on to
 * its next channel. False when it was recorded before.
 */
export async function recordReport(
  ctx: Ctx,
  tx: Tx,
  ref: MessageRef,
  report: NewReport,
): Promise<boolean> {
  const { cameBack } = report;
  // The case first, as everywhere: the engine will want its lock.
  await lockCases(tx, [ref]);
  const message = await lockReported(tx, ref);
  if (!message) return false;
  const { type } = cameBack;
  if (type !== "sent") {
    const event = { id: report.eventId, type, by: null, detail: detailOf(cameBack) };
    if (!(await insertMessageEvent(tx, ref, { ...event, at: new Date(report.at) }))) return false;
  }
  const now = await nowOf(tx, ref.workspaceId);
  const { personId, channel, to } = message;
  const goneFor = to === null ? null : reasonOfGone(cameBack);
  if (to !== null && goneFor !== null) {
    await suppressGone(tx, [{ ...ref, channel, address: to, reason: goneFor }], now);
  }
  if (cameBack.type === "failed" && cameBack.stopped && to !== null) {
    await keepStop(tx, { ...ref, personId, channel, address: to, text: cameBack.text });
  }
  const request = MessageRequest.parse(message.request);
  const stored = (await listReports(tx, ref)).flatMap(storedReport);
  const reports = type === "sent" ? [...stored, { ...report, id: report.eventId }] : stored;
  const outcome = outcomeOfReports({ ...message, request }, reports);
  announceMessage(tx, ref, outcome?.status);
  if (!outcome) return true;
  if (cameBack.type === "bounced" && cameBack.permanent) tellMessage(tx, ref, cameBack.type);
  else if (outcome.status !== message.status) tellMessage(tx, ref, outcome.status);
  await storeOutcome(tx, ref, outcome, report.providerMessageId);
  await tellCase(ctx, tx, { ...ref, ...message, request }, outcome, now);
  return true;
}

async function tellCase(
  ctx: Ctx,
  tx: Tx,
  message: Omit<Parameters<typeof reportOutcomes>[2][number], "outcome">,
  { tell }: Outcome,
  now: Instant,
): Promise<void> {
  if (tell !== null) await reportOutcomes(ctx, tx, [{ ...message, outcome: tell }], now);
}

function detailOf(cameBack: CameBack): Detail {
  const { type, ...detail } = cameBack;
  const { text, ...rest } = { text: "", ...detail };
  return { ...rest, ...(text !== "" && { text }) };
}

/** A report as it was kept. */
function storedReport({
  id,
  type,
  detail,
  at,
}: Awaited<ReturnType<typeof listReports>>[number]): Report[] {
  const { text, permanent, stopped } = detail;
  const said = typeof text === "string" ? text : "";
  const report = (cameBack: CameBack): Report[] => [{ id, at: at.getTime(), cameBack }];
  if (type === "delivered") return report({ type });
  if (type === "bounced") return report({ type, permanent: permanent !== false, text: said });
  return type === "failed" ? report({ type, stopped: stopped === true, text: said }) : [];
}

/** Why an address is left alone from now on; null when it may be written to again. */
function reasonOfGone(cameBack: CameBack): GoneAddress["reason"] | null {
  if (cameBack.type === "bounced") return cameBack.permanent ? "bounced" : null;
  return cameBack.type === "failed" && cameBack.stopped ? "stopped" : null;
}
