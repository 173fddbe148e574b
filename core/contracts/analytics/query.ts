import { z } from "zod";
import { TimeZone } from "@/core/calendar/zone";
import { Key } from "@/core/ids";
import { Channel } from "@/core/template/channel";
import { StepId } from "@/core/workflow/steps/shared";

const MomentOrDate = z.string().max(40);

/** What every report may be asked for. */
export const reportQuery = {
  from: MomentOrDate.optional().meta({
    description: "A moment, or a date: its first moment. 30 days before `to` when absent",
    examples: ["2026-09-01"],
  }),
  to: MomentOrDate.optional().meta({
    description: "A moment, not included, or a date, included whole. Now when absent",
    examples: ["2026-09-30"],
  }),
  timeZone: TimeZone.optional().meta({ description: "Of dates; the workspace's when absent" }),
  workflow: Key.optional(),
  version: z.coerce.number<string>("a whole number").int().min(1).max(999_999_999).optional(),
  stage: StepId.optional().meta({ description: "Cases with a delivered message of this stage" }),
  channel: Channel.optional().meta({ description: "Cases with a delivered message on it" }),
  team: Key.optional().meta({ description: "Of the owner" }),
  topic: Key.optional(),
  locale: z.string().max(35).optional().meta({ description: "The person's language" }),
  arm: z
    .string()
    .max(1_000)
    .optional()
    .meta({
      description:
        "`step=arm` of a split; of several, joined by commas. In an arm's name `,`, `=` and `%` stand as `%2C`, `%3D` and `%25`",
      examples: ["first=short"],
    }),
  segment: z.string().max(64).optional().meta({ description: "A saved view of people, by its id" }),
  format: z.enum(["json", "csv"]).default("json"),
};
