"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { parseMoment } from "@/core/calendar/zone";
import {
  CancelInput,
  EscalateInput,
  MoveDueInput,
  NoteInput,
  ReassignInput,
  ResolveInput,
} from "@/core/contracts/cases";
import { AppError } from "@/core/errors";
import { CaseId } from "@/core/ids";
import { toRfc3339 } from "@/core/time";
import { findCase } from "@/db/queries/cases";
import { findPerson } from "@/db/queries/people";
import type { Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { previewEscalation } from "@/server/cases/preview-case";
import { planOf } from "@/server/cases/read-plan";
import { readTimeline } from "@/server/cases/read-timeline";
import {
  acknowledgeCase,
  cancelCase,
  escalateCase,
  moveDue,
  noteCase,
  reassignCase,
  reopenCase,
  resolveCase,
  snoozeCase,
  type VerbOptions,
  type Who,
} from "@/server/cases/verbs";
import { action } from "@/server/http/action";
import { decisionsIn } from "./decisions-in";

/** The case, and the revision on the screen of whoever acts. */
const Seen = {
  caseId: CaseId,
  revision: z.int().optional(),
  seenLines: z.int().min(0).optional(),
};
type Seen = { caseId: string; revision?: number | undefined; seenLines?: number | undefined };

const CHANGES_TOLD_MAX = 3;
/** A date, or a date and a time, as a wall shows it. */
const CivilText = z.string().min(1).max(64);

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
    if (!(error instanceof AppError) || error.code !== "precondition_failed") throw error;
    throw new AppError("precondition_failed", await whatChanged(member, seen), { cause: error });
  }
  revalidatePath(`/${member.workspace.slug}`, "layout");
}

async function whatChanged(member: Member, { caseId, seenLines }: Seen): Promise<string> {
  const row = await findCase(ctx.db, member.workspaceId, caseId);
  const reader = { locale: "en", zone: (await viewer(member.workspace.timeZone)).zone };
  const timeline = row ? decisionsIn(await readTimeline(ctx, row, reader)) : [];
  const since = timeline.slice(seenLines ?? timeline.length);
  const lines = since.slice(-CHANGES_TOLD_MAX).map(({ sentence }) => sentence);
  const what = lines.length === 0 ? "" : ` Meanwhile: ${lines.join(" ")}`;
  return `The case has changed since you opened it, so nothing was done.${what}`;
}

/** A wall-clock text in the zone of the case's person, as the moment it is there. */
async function momentOf(member: Member, caseId: string, text: string, field: string) {
  const row = await findCase(ctx.db, member.workspaceId, caseId);
  const person = row && (await findPerson(ctx.db, member.workspaceId, row.personId));
  const at = parseMoment(text, person?.timeZone ?? member.workspace.timeZone);
  if (at === null) {
    const errors = [{ path: field, message: "is no date" }];
    throw new AppError("invalid", "Pick a date and a time.", { errors });
  }
  return at;
}

export const resolveAction = action(
  "act_on_cases",
  ResolveInput.extend(Seen),
  ({ caseId, revision, seenLines, ...input }, member) =>
    act(member, { caseId, revision, seenLines }, (who, options) =>
      resolveCase(ctx, who, caseId, input, options),
    ),
);

export const acknowledgeAction = action("act_on_cases", z.strictObject(Seen), (seen, member) =>
  act(member, seen, (who, options) => acknowledgeCase(ctx, who, seen.caseId, {}, options)),
);

export const snoozeAction = action(
  "act_on_cases",
  z.strictObject({ ...Seen, until: CivilText }),
  async ({ until, ...seen }, member) => {
    const at = await momentOf(member, seen.caseId, until, "until");
    return act(member, seen, (who, options) =>
      snoozeCase(ctx, who, seen.caseId, { until: toRfc3339(at) }, options),
    );
  },
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
  z.strictObject({ ...Seen, due: CivilText }),
  async ({ due, ...seen }, member) => {
    const bare = MoveDueInput.safeParse({ dueAt: due }).success;
    const dueAt = bare ? due : toRfc3339(await momentOf(member, seen.caseId, due, "due"));
    return act(member, seen, (who, options) => moveDue(ctx, who, seen.caseId, { dueAt }, options));
  },
);

export const cancelAction = action(
  "act_on_cases",
  CancelInput.extend(Seen),
  ({ reason, ...seen }, member) =>
    act(member, seen, (who, options) => cancelCase(ctx, who, seen.caseId, { reason }, options)),
);

export const reopenAction = action("act_on_cases", z.strictObject(Seen), (seen, member) =>
  act(member, seen, (who, options) => reopenCase(ctx, who, seen.caseId, {}, options)),
);

/** A note takes no revision: it conflicts with nothing. */
export const noteAction = action(
  "act_on_cases",
  NoteInput.extend({ caseId: CaseId }),
  ({ text, caseId }, member) =>
    act(member, { caseId }, (who) => noteCase(ctx, who, caseId, { text })),
);

export const escalationPreview = action(
  "read",
  z.strictObject({ caseId: CaseId }),
  ({ caseId }, member) => previewEscalation(ctx, member.workspaceId, caseId),
);

/** The plan as it would be with another due date; nothing is saved. */
export const duePreview = action(
  "read",
  z.strictObject({ caseId: CaseId, due: CivilText }),
  async ({ caseId, due }, member) => {
    const dueAt = await momentOf(member, caseId, due, "due");
    const { plan } = await planOf(ctx, member.workspaceId, caseId, "en", { dueAt });
    return plan.map(({ sentence }) => sentence);
  },
);
