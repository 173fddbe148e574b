"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { AppError } from "@/core/errors";
import { Key } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { Template } from "@/core/template/content";
import { findKeyed } from "@/db/queries/keyed";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { deleteTemplate } from "@/server/templates/delete-template";
import { saveTemplate } from "@/server/templates/save-template";
import { TestSendInput, testSend } from "@/server/templates/test-send";
import { operatorOf } from "../settings/operator-of";

const seenAgain = ({ workspace }: Member) => revalidatePath(`/${workspace.slug}/content`, "layout");

/** A template that is saved is not empty; whoever writes it begins here. */
const FIRST_WORDS = "…";

export const createTemplateAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, channel: Channel }),
  async ({ key, channel }, member) => {
    if (await findKeyed(ctx.db, member.workspaceId, "templates", key)) {
      const errors = [{ path: "key", message: "There is a template of this key already." }];
      throw new AppError("conflict", "There is a template of this key already.", { errors });
    }
    const content = { body: FIRST_WORDS, ...(channel === "email" ? { subject: key } : {}) };
    await saveTemplate(ctx, operatorOf(member), key, { channel, content });
    seenAgain(member);
  },
);

export const saveTemplateAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, template: Template }),
  async ({ key, template }, member) => {
    await saveTemplate(ctx, operatorOf(member), key, template);
    seenAgain(member);
  },
);

export const deleteTemplateAction = action(
  "edit_workflows",
  z.strictObject({ key: Key }),
  async ({ key }, member) => {
    await deleteTemplate(ctx, operatorOf(member), key);
    seenAgain(member);
  },
);

/** Sends what is shown as a test, to the operator or to somebody here; gives what the provider said. */
export const testSendAction = action("edit_workflows", TestSendInput, (input, member) =>
  testSend(ctx, operatorOf(member), input, member.email),
);
