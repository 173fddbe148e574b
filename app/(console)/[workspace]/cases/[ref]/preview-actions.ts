"use server";

import { z } from "zod";
import { absoluteText, zoneLabel } from "@/components/ui/time-text";
import type { CaseEvent } from "@/core/case/case-event";
import { AppError } from "@/core/errors";
import { CaseId, Key } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import { findWaitingMessage } from "@/db/queries/case-details";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { previewEscalation, previewMoves } from "@/server/cases/preview-case";
import { nowOf } from "@/server/clock/clock";
import { action } from "@/server/http/action";
import { momentOf, zoneOfCase } from "./moment-of";
import { readerOf } from "./reader-of";
import { refusalText } from "./refusal-text";

const Words = z.string().trim().min(1).max(64);
const planned = { step: Key, messageId: z.uuid().optional() };
const Change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("resolve") }),
  z.strictObject({ kind: z.literal("due"), due: Words }),
  z.strictObject({ kind: z.literal("snooze"), until: Words }),
  z.strictObject({ kind: z.literal("send_now"), ...planned }),
  z.strictObject({ kind: z.literal("take_out"), ...planned }),
  z.strictObject({ kind: z.literal("move"), to: Words, ...planned }),
]);
type Change = z.infer<typeof Change>;

const BY = { kind: "plan" } as const;

/** What a verb would change in the plan of a case, and the moment that was meant; nothing is saved. */
export const changePreview = action(
  "read",
  z.strictObject({ caseId: CaseId, change: Change }),
  async ({ caseId, change }, member) => {
    const { workspaceId } = member;
    const [{ t, zone: viewerZone, locale }, zone, now] = await Promise.all([
      readerOf(member),
      zoneOfCase(member, caseId),
      nowOf(ctx.db, workspaceId),
    ]);
    const words = wordsOf(change);
    const at = words === null ? null : await momentOf(member, caseId, words);
    const isPast = at !== null && change.kind !== "due" && at <= now;
    const event = await eventOf(member, caseId, change, at ?? now);
    const preview = await previewMoves(ctx, workspaceId, caseId, locale, (moment) => ({
      at: moment,
      ...event,
    }));
    const shown = (moment: Instant | null) =>
      moment === null ? null : `${absoluteText(moment, zone, now, locale)} ${zoneLabel(zone)}`;
    const yours =
      at !== null && zone !== viewerZone ? absoluteText(at, viewerZone, now, locale) : null;
    const problem = isPast
      ? t("case.mustLieAhead")
      : preview.refused
        ? t("case.refusedNotNext")
        : null;
    return {
      moves: preview.moves.map(({ what, from, to }) => ({
        what,
        from: shown(from),
        to: shown(to),
      })),
      unchanged: preview.unchanged,
      at: at === null || isPast ? null : { iso: toRfc3339(at), person: shown(at) ?? "", yours },
      problem,
    };
  },
);

const wordsOf = (change: Change): string | null =>
  change.kind === "due"
    ? change.due
    : change.kind === "snooze"
      ? change.until
      : change.kind === "move"
        ? change.to
        : null;

type Tried<Type extends CaseEvent["type"]> = Omit<Extract<CaseEvent, { type: Type }>, "at">;

async function eventOf(member: Member, caseId: string, change: Change, at: Instant) {
  if (change.kind === "resolve") return { type: "resolved", by: BY } satisfies Tried<"resolved">;
  if (change.kind === "due") {
    return { type: "due_moved", by: BY, dueAt: at } satisfies Tried<"due_moved">;
  }
  if (change.kind === "snooze") {
    return { type: "snoozed", by: BY, until: at } satisfies Tried<"snoozed">;
  }
  const { step, messageId } = change;
  const of = { workspaceId: member.workspaceId, id: caseId };
  const message =
    messageId === undefined ? undefined : await findWaitingMessage(ctx.db, of, messageId);
  if (messageId !== undefined && !message) {
    const { t } = await readerOf(member);
    throw new AppError("conflict", t("case.refusedNotNext"));
  }
  const ref = { by: BY, step, ...(message && { message }) };
  if (change.kind === "send_now") {
    return { type: "planned_sent_now", ...ref } satisfies Tried<"planned_sent_now">;
  }
  if (change.kind === "take_out") {
    return { type: "planned_taken_out", reason: "", ...ref } satisfies Tried<"planned_taken_out">;
  }
  return { type: "planned_moved", to: at, ...ref } satisfies Tried<"planned_moved">;
}

/** Who “escalate now” would tell, at which level, or why it would be refused. */
export const escalationPreview = action(
  "read",
  z.strictObject({ caseId: CaseId }),
  async ({ caseId }, member) => {
    const { refused, found, level, told } = await previewEscalation(
      ctx,
      member.workspaceId,
      caseId,
    );
    if (!found) throw new AppError("not_found", "There is no such case.");
    const text = refused && refusalText(refused, await readerOf(member));
    return { refused: text, level, told };
  },
);
