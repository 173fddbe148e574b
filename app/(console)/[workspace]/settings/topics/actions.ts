"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Key } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";
import { action } from "@/server/http/action";
import { changeTopic } from "@/server/topics/change-topic";
import { createTopic } from "@/server/topics/create-topic";
import { deleteTopic } from "@/server/topics/delete-topic";
import { operatorOf } from "../operator-of";

const Name = z.string().trim().min(1).max(120);

const seenAgain = (member: Member) =>
  revalidatePath(`/${member.workspace.slug}/settings/topics`, "layout");

export const createTopicAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, name: Name }),
  async (input, member) => {
    await createTopic(ctx, operatorOf(member), input);
    seenAgain(member);
  },
);

const Change = z
  .strictObject({
    name: Name,
    description: z.string().trim().max(500).nullable(),
    required: z.boolean(),
    defaultChannels: z.array(Channel).max(Channel.options.length),
  })
  .partial();

export const changeTopicAction = action(
  "edit_workflows",
  z.strictObject({ key: Key, change: Change }),
  async ({ key, change }, member) => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    await changeTopic(ctx, operatorOf(member), key, Object.fromEntries(given));
    seenAgain(member);
  },
);

export const deleteTopicAction = action(
  "edit_workflows",
  z.strictObject({ key: Key }),
  async ({ key }, member) => {
    await deleteTopic(ctx, operatorOf(member), key);
    seenAgain(member);
  },
);
