import { z } from "zod";
import { Channel } from "@/core/template/channel";
import { keyed, sameKey } from "./keyed";

export const TopicInput = z.strictObject({
  ...sameKey,
  name: z.string().trim().min(1).max(120),
  description: z.string().trim().max(500).nullable().optional(),
  required: z.boolean().default(false).meta({ description: "Cannot be turned off by the person" }),
  defaultChannels: z
    .array(Channel)
    .max(Channel.options.length)
    .default([...Channel.options]),
});
export type TopicInput = z.infer<typeof TopicInput>;

export const Topic = z
  .object({
    key: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    required: z.boolean(),
    defaultChannels: z.array(z.string()),
  })
  .meta({ description: "What a person subscribes to" });
export type Topic = z.infer<typeof Topic>;

export const topicsContract = keyed({
  noun: "topics",
  path: "/topics",
  tag: "Topics",
  name: "a topic",
  input: TopicInput,
  output: Topic,
});
