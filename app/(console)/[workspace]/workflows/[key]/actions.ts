"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { DueText } from "@/core/contracts/fields";
import { PublishInput } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import { Key, PersonId } from "@/core/ids";
import { findPerson } from "@/db/queries/people";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { previewPublish, publishWorkflow } from "@/server/workflows/publish";
import { triggerWorkflow } from "@/server/workflows/trigger";
import { pauseWorkflow, resumeWorkflow } from "@/server/workflows/turn-workflow";

const DATA_CHARS_MAX = 100_000;

const whoOf = (member: Member) => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name } as const,
});
const seenAgain = (member: Member) => revalidatePath(`/${member.workspace.slug}`, "layout");

const Named = z.strictObject({ key: Key });

export const publishPreview = action("edit_workflows", Named, ({ key }, member) =>
  previewPublish(ctx, whoOf(member), key),
);

export const publishAction = action(
  "edit_workflows",
  z.strictObject({
    key: Key,
    confirmToken: z.string().min(1).max(256),
    inFlight: PublishInput.unwrap().shape.inFlight,
    note: z.string().trim().max(4_000),
  }),
  async ({ key, note, ...input }, member) => {
    const done = await publishWorkflow(ctx, whoOf(member), key, {
      ...input,
      ...(note === "" ? {} : { note }),
    });
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
