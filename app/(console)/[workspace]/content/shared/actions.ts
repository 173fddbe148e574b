"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { AppError } from "@/core/errors";
import { Key } from "@/core/ids";
import { EmailLayout } from "@/core/template/email-layout";
import { Snippet } from "@/core/template/snippet";
import { findKeyed } from "@/db/queries/keyed";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { deleteLayout } from "@/server/layouts/delete-layout";
import { saveLayout } from "@/server/layouts/save-layout";
import { deleteSnippet } from "@/server/snippets/delete-snippet";
import { saveSnippet } from "@/server/snippets/save-snippet";
import { operatorOf } from "../../settings/operator-of";

const seenAgain = ({ workspace }: Member) => revalidatePath(`/${workspace.slug}/content`, "layout");

/** What is saved is not empty; whoever writes it begins here. */
const FIRST_WORDS = "…";

const New = z.strictObject({ key: Key, name: z.string().trim().max(120) });
const Named = z.strictObject({ key: Key });

async function refuseKnown({ workspaceId }: Member, noun: "snippets" | "layouts", key: string) {
  if (!(await findKeyed(ctx.db, workspaceId, noun, key))) return;
  throw new AppError("conflict", "There is one of this key already.");
}

export const createSnippetAction = action("edit_workflows", New, async ({ key }, member) => {
  await refuseKnown(member, "snippets", key);
  await saveSnippet(ctx, operatorOf(member), key, { text: FIRST_WORDS });
  seenAgain(member);
});

export const saveSnippetAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, snippet: Snippet }),
  async ({ key, snippet }, member) => {
    await saveSnippet(ctx, operatorOf(member), key, snippet);
    seenAgain(member);
  },
);

export const deleteSnippetAction = action("edit_workflows", Named, async ({ key }, member) => {
  await deleteSnippet(ctx, operatorOf(member), key);
  seenAgain(member);
});

export const createLayoutAction = action("edit_workflows", New, async ({ key, name }, member) => {
  await refuseKnown(member, "layouts", key);
  await saveLayout(ctx, operatorOf(member), key, { name: name || key });
  seenAgain(member);
});

export const saveLayoutAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, layout: EmailLayout }),
  async ({ key, layout }, member) => {
    await saveLayout(ctx, operatorOf(member), key, layout);
    seenAgain(member);
  },
);

export const deleteLayoutAction = action("edit_workflows", Named, async ({ key }, member) => {
  await deleteLayout(ctx, operatorOf(member), key);
  seenAgain(member);
});
