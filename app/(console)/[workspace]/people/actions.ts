"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { PersonInput } from "@/core/contracts/people";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import type { Who } from "@/server/cases/verbs";
import { action } from "@/server/http/action";
import { addPerson } from "@/server/people/add-person";
import { importPeople, previewImport } from "@/server/people/import-people";
import { IMPORT_CHARS_MAX } from "./import-limit";

const whoOf = (member: Member): Who => ({
  workspaceId: member.workspaceId,
  actor: { kind: "operator", id: member.operatorId, name: member.name },
});
const seenAgain = (member: Member) => revalidatePath(`/${member.workspace.slug}/people`, "layout");

/** Gives the id of the new person. */
export const addPersonAction = action("act_on_cases", PersonInput, async (input, member) => {
  const id = await addPerson(ctx, whoOf(member), input);
  seenAgain(member);
  return id;
});

const CsvFile = z.strictObject({ text: z.string().min(1).max(IMPORT_CHARS_MAX) });

export const previewImportAction = action("edit_workflows", CsvFile, ({ text }, member) =>
  previewImport(ctx, whoOf(member), text),
);

export const importAction = action("edit_workflows", CsvFile, async ({ text }, member) => {
  const result = await importPeople(ctx, whoOf(member), text);
  seenAgain(member);
  return result;
});
