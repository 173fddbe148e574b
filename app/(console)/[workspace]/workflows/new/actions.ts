"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { AppError } from "@/core/errors";
import { STARTERS } from "@/core/gallery";
import { StarterAnswers } from "@/core/gallery/starter-answers";
import { starterIn } from "@/core/gallery/starter-in";
import { Key } from "@/core/ids";
import type { Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import type { Who } from "@/server/cases/verbs";
import { action } from "@/server/http/action";
import { createBlank } from "@/server/workflows/create-blank";
import { createFromStarter } from "@/server/workflows/create-from-starter";
import { duplicateWorkflow } from "@/server/workflows/duplicate-workflow";
import { importFile, lookAtFile } from "@/server/workflows/import-file";
import { FILE_CHARS_MAX } from "@/server/workflows/read-workflow-file";

const whoOf = (member: Member): Who => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name },
});
const seenAgain = (member: Member) => revalidatePath(`/${member.workspace.slug}`, "layout");

const Name = StarterAnswers.shape.name;

/** Each of these gives the key of what was made. */
export const createFromStarterAction = action(
  "edit_workflows",
  StarterAnswers.extend({ starter: Key }),
  async ({ starter: wanted, ...answers }, member) => {
    const starter = STARTERS.find(({ key }) => key === wanted);
    if (!starter) throw new AppError("not_found", "There is no such starter.");
    const { locale } = await viewer(member.workspace.timeZone);
    await createFromStarter(ctx, whoOf(member), starterIn(starter, locale), answers);
    seenAgain(member);
    return answers.key;
  },
);

export const createBlankAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, name: Name, topic: Key.nullable() }),
  async ({ key, name, topic }, member) => {
    const given = topic === null ? { newKey: key, name } : { key: topic };
    await createBlank(ctx, whoOf(member), { key, name, topic: given });
    seenAgain(member);
    return key;
  },
);

export const duplicateAction = action(
  "edit_workflows",
  z.strictObject({ from: Key, key: Key, name: Name }),
  async ({ from, key, name }, member) => {
    await duplicateWorkflow(ctx, whoOf(member), from, { key, name });
    seenAgain(member);
    return key;
  },
);

const FileText = z.string().max(FILE_CHARS_MAX);

/** What a file holds and would do, or everything that is wrong with it. */
export const lookAtFileAction = action(
  "edit_workflows",
  z.strictObject({ text: FileText, as: Key.optional() }),
  async (input, member) => {
    const { locale } = await viewer(member.workspace.timeZone);
    return lookAtFile(ctx, member.workspaceId, input, locale);
  },
);

export const importFileAction = action(
  "edit_workflows",
  z.strictObject({
    text: FileText,
    key: Key,
    name: Name,
    /** The revision whose draft is replaced, as its owner was told; null makes a new workflow. */
    replaces: z.int().nullable(),
  }),
  async (input, member) => {
    await importFile(ctx, whoOf(member), input);
    seenAgain(member);
    return input.key;
  },
);
