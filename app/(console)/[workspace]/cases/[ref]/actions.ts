"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Refusal } from "@/core/case/advance";
import { CaseBefore, CaseGiven } from "@/core/case/take-back";
import {
  CancelInput,
  EscalateInput,
  MoveDueInput,
  NoteInput,
  ReassignInput,
  ReopenInput,
  ResolveInput,
} from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import { CaseId, Key } from "@/core/ids";
import { toRfc3339 } from "@/core/time";
import { findCase } from "@/db/queries/cases";
import { findMe } from "@/db/queries/operator-person";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { movePlanned, sendPlannedNow, takePlannedOut } from "@/server/cases/change-planned";
import { readCaseLines } from "@/server/cases/read-timeline";
import { endSnooze, takeBack } from "@/server/cases/take-back";
import {
  acknowledgeCase,
  cancelCase,
  escalateCase,
  handOverCase,
  moveDue,
  noteCase,
  reassignCase,
  reopenCase,
  resolveCase,
  snoozeCase,
  takeOverCase,
  type VerbOptions,
  type Who,
} from "@/server/cases/verbs";
import { action } from "@/server/http/action";
import { markReplyRead } from "@/server/replies/mark-read";
import { doerName } from "./doer-name";
import { momentOf } from "./moment-of";
import { readerOf } from "./reader-of";
import { refusalIn, refusalText } from "./refusal-text";

/** The case, and the revision on the screen of whoever acts. */
const Seen = {
  caseId: CaseId,
  revision: z.int().optional(),
  seenLines: z.int().min(0).optional(),
};
type Seen = { caseId: string; revision?: number | undefined; seenLines?: number | undefined };

const Planned = { step: Key, messageId: z.uuid().optional() };
const CHANGES_TOLD_MAX = 3;
const REASON_MAX = 500;
/** A date, a date and a time, or words for them. */
const MomentWords = z.string().trim().min(1).max(64);

/** Does a verb and refreshes the pages; a conflict says what happened since the page was read. */
async function act(
  member: Member,
  seen: Seen,
  verb: (who: Who, options: VerbOptions) => Promise<unknown>,
): Promise<void> {
  const actor = { kind: "operator", id: member.operatorId, name: member.name } as const;
  const options = seen.revision === undefined ? {} : { ifMatch: seen.revision };
  try {
    await verb({ workspaceId: member.workspaceId, actor }, options);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refusal = refusalIn(error.cause);
    if (refusal) {
      const text = await refusedText(member, refusal);
      throw new AppError("conflict", text, { cause: error });
    }
    if (error.code !== "precondition_failed") throw error;
    throw new AppError("precondition_failed", await whatChanged(member, seen), { cause: error });
  }
  revalidatePath(`/${member.workspace.slug}`, "layout");
}

async function refusedText(member: Member, refusal: Refusal): Promise<string> {
  const reader = await readerOf(member);
  const by = await doerName(member, refusal.params.by);
  return refusalText(
    by === null ? refusal : { ...refusal, params: { ...refusal.params, by } },
    reader,
  );
}

async function whatChanged(member: Member, { caseId, seenLines }: Seen): Promise<string> {
  const { zone, locale, t } = await readerOf(member);
  const row = await findCase(ctx.db, member.workspaceId, caseId);
  const lines = row ? await readCaseLines(ctx, row, { locale, zone }) : [];
  const decisions = lines.filter(({ messageId }) => messageId === null);
  const since = decisions.slice(seenLines ?? decisions.length).slice(-CHANGES_TOLD_MAX);
  if (since.length === 0) return t("case.conflictAlone");
  return [t("case.conflict"), ...since.map(({ sentence }) => sentence)].join("\n");
}

export const resolveAction = action(
  "act_on_cases",
  ResolveInput.extend(Seen),
  ({ caseId, revision, seenLines, ...input }, member) =>
    act(member, { caseId, revision, seenLines }, (who, options) =>
      resolveCase(ctx, who, caseId, input, options),
    ),
);

/** The operator as one of the people, where it is known who that is. */
async function asPerson({ workspaceId, operatorId }: Member): Promise<{ personId?: string }> {
  const { personId } = await findMe(ctx.db, workspaceId, operatorId);
  return personId === null ? {} : { personId };
}

export const acknowledgeAction = action("act_on_cases", z.strictObject(Seen), (seen, member) =>
  act(member, seen, async (who, options) =>
    acknowledgeCase(ctx, who, seen.caseId, await asPerson(member), options),
  ),
);

/** Takes the case on, whoever has it. */
export const takeOverAction = action("act_on_cases", z.strictObject(Seen), (seen, member) =>
  act(member, seen, async (who, options) =>
    takeOverCase(ctx, who, seen.caseId, await asPerson(member), options),
  ),
);

/** Gives the case to somebody, who is told now. */
export const handOverAction = action(
  "act_on_cases",
  z.strictObject({ ...Seen, to: ReassignInput }),
  ({ to, ...seen }, member) =>
    act(member, seen, (who, options) => handOverCase(ctx, who, seen.caseId, to, options)),
);

export const snoozeAction = action(
  "act_on_cases",
  z.strictObject({ ...Seen, until: MomentWords }),
  async ({ until, ...seen }, member) => {
    const at = await momentOf(member, seen.caseId, until);
    return act(member, seen, (who, options) =>
      snoozeCase(ctx, who, seen.caseId, { until: toRfc3339(at) }, options),
    );
  },
);

/** Lets a snoozed case go on now. */
export const endSnoozeAction = action("act_on_cases", z.strictObject(Seen), (seen, member) =>
  act(member, seen, (who, options) => endSnooze(ctx, who, seen.caseId, options)),
);

/** Takes back what the operator just did. */
export const takeBackAction = action(
  "act_on_cases",
  z.strictObject({ caseId: CaseId, given: CaseGiven, before: CaseBefore }),
  ({ caseId, given, before }, member) =>
    act(member, { caseId }, (who) => takeBack(ctx, who, caseId, given, before)),
);

export const reassignAction = action(
  "act_on_cases",
  z.strictObject({ ...Seen, owner: ReassignInput }),
  ({ owner, ...seen }, member) =>
    act(member, seen, (who, options) => reassignCase(ctx, who, seen.caseId, owner, options)),
);

export const escalateAction = action(
  "act_on_cases",
  EscalateInput.extend(Seen),
  ({ caseId, revision, seenLines, ...input }, member) =>
    act(member, { caseId, revision, seenLines }, (who, options) =>
      escalateCase(ctx, who, caseId, input, options),
    ),
);

/** A date alone is the end of that day where the person lives; with a time it is that moment there. */
export const moveDueAction = action(
  "act_on_cases",
  z.strictObject({ ...Seen, due: MomentWords }),
  async ({ due, ...seen }, member) => {
    const bare = MoveDueInput.safeParse({ dueAt: due }).success;
    const dueAt = bare ? due : toRfc3339(await momentOf(member, seen.caseId, due));
    return act(member, seen, (who, options) => moveDue(ctx, who, seen.caseId, { dueAt }, options));
  },
);

export const cancelAction = action(
  "act_on_cases",
  CancelInput.extend(Seen),
  ({ reason, ...seen }, member) =>
    act(member, seen, (who, options) => cancelCase(ctx, who, seen.caseId, { reason }, options)),
);

export const reopenAction = action(
  "act_on_cases",
  ReopenInput.extend(Seen),
  ({ caseId, revision, seenLines, ...input }, member) =>
    act(member, { caseId, revision, seenLines }, (who, options) =>
      reopenCase(ctx, who, caseId, input, options),
    ),
);

/** A note takes no revision: it conflicts with nothing. */
export const noteAction = action(
  "act_on_cases",
  NoteInput.extend({ caseId: CaseId }),
  ({ text, caseId }, member) =>
    act(member, { caseId }, (who) => noteCase(ctx, who, caseId, { text })),
);

/** Takes a reply from everybody's list; the case stays as it is. */
export const markReplyReadAction = action(
  "act_on_cases",
  z.strictObject({ caseId: CaseId, replyId: z.uuid() }),
  ({ caseId, replyId }, member) =>
    act(member, { caseId }, (who) => markReplyRead(ctx, who, replyId)),
);

export const sendPlannedAction = action(
  "act_on_cases",
  z.strictObject({ ...Seen, ...Planned }),
  ({ step, messageId, ...seen }, member) =>
    act(member, seen, (who, options) =>
      sendPlannedNow(ctx, who, seen.caseId, { step, messageId }, options),
    ),
);

export const takePlannedOutAction = action(
  "act_on_cases",
  z.strictObject({
    ...Seen,
    ...Planned,
    reason: z.string().trim().min(1).max(REASON_MAX),
  }),
  ({ step, messageId, reason, ...seen }, member) =>
    act(member, seen, (who, options) =>
      takePlannedOut(ctx, who, seen.caseId, { step, messageId, reason }, options),
    ),
);

export const movePlannedAction = action(
  "act_on_cases",
  z.strictObject({ ...Seen, ...Planned, to: MomentWords }),
  async ({ step, messageId, to: words, ...seen }, member) => {
    const to = await momentOf(member, seen.caseId, words);
    return act(member, seen, (who, options) =>
      movePlanned(ctx, who, seen.caseId, { step, messageId, to }, options),
    );
  },
);
