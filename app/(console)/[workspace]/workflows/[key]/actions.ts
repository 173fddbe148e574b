"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { DueText } from "@/core/contracts/fields";
import { PublishInput } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import { Key, PersonId } from "@/core/ids";
import { findPerson } from "@/db/queries/people";
import type { Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { nowOf } from "@/server/clock/clock";
import { action } from "@/server/http/action";
import { previewPublish, publishWorkflow } from "@/server/workflows/publish";
import { rollBack } from "@/server/workflows/restore-version";
import { triggerWorkflow } from "@/server/workflows/trigger";
import { pauseWorkflow, resumeWorkflow } from "@/server/workflows/turn-workflow";

const DATA_CHARS_MAX = 100_000;

const whoOf = (member: Member) => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name } as const,
});
const seenAgain = (member: Member) => revalidatePath(`/${member.workspace.slug}`, "layout");

/** The draft, or an earlier version to be made live again. */
const Publishing = z.strictObject({ key: Key, restore: z.int().min(1).optional() });

/** What publishing would do, with the clock that its moments are told by. */
export const publishPreview = action(
  "edit_workflows",
  Publishing,
  async ({ key, restore }, member) => {
    const { zone, locale } = await viewer(member.workspace.timeZone);
    const preview = await previewPublish(ctx, whoOf(member), key, { locale, restore });
    const now = await nowOf(ctx.db, member.workspaceId);
    return { ...preview, clock: { now, viewerZone: zone, locale } };
  },
);

const { inFlight, spreadMinutes } = PublishInput.unwrap().shape;

export const publishAction = action(
  "edit_workflows",
  Publishing.extend({
    confirmToken: z.string().min(1).max(256),
    inFlight,
    spreadMinutes,
    note: z.string().trim().max(4_000),
  }),
  async ({ key, note, restore, spreadMinutes: spread, ...given }, member) => {
    const { locale } = await viewer(member.workspace.timeZone);
    const input = {
      ...given,
      ...(spread === undefined ? {} : { spreadMinutes: spread }),
      ...(note === "" ? {} : { note }),
    };
    const done =
      restore === undefined
        ? await publishWorkflow(ctx, whoOf(member), key, { ...input, locale })
        : await rollBack(ctx, whoOf(member), key, { ...input, toVersion: restore });
    seenAgain(member);
    return done;
  },
);

export const turnAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, to: z.enum(["paused", "live"]) }),
  async ({ key, to }, member) => {
    const turn = to === "paused" ? pauseWorkflow : resumeWorkflow;
    await turn(ctx, whoOf(member), key);
    seenAgain(member);
  },
);

export const triggerAction = action(
  "act_on_cases",
  z.strictObject({
    key: Key,
    personId: PersonId,
    data: z.string().max(DATA_CHARS_MAX),
    due: z.union([z.literal(""), DueText]),
    businessKey: z.union([z.literal(""), Key]),
  }),
  async ({ key, personId, data, due, businessKey }, member) => {
    if (!(await findPerson(ctx.db, member.workspaceId, personId))) {
      const errors = [{ path: "personId", message: "is not known" }];
      throw new AppError("invalid", `There is no person ${personId}.`, { errors });
    }
    const { cases, alreadyOpen } = await triggerWorkflow(ctx, whoOf(member), key, {
      people: [personId],
      data: parsedData(data),
      ...(due === "" ? {} : { dueAt: due }),
      ...(businessKey === "" ? {} : { key: businessKey }),
    });
    seenAgain(member);
    const [opened] = cases;
    return { number: (opened ?? alreadyOpen[0])?.number ?? 0, isNew: opened !== undefined };
  },
);

const JsonObject = z.record(z.string(), z.json());

function parsedData(text: string): z.infer<typeof JsonObject> {
  if (text.trim() === "") return {};
  try {
    return JsonObject.parse(JSON.parse(text));
  } catch (cause) {
    const errors = [{ path: "data", message: "is no JSON object" }];
    throw new AppError("invalid", 'The data is no JSON object, such as {"number": "2041"}.', {
      errors,
      cause,
    });
  }
}
