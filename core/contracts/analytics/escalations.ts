import { z } from "zod";
import { At } from "../fields";

const Median = z
  .object({
    seconds: z.int().nullable(),
    why: z.enum(["too_few", "not_reached"]).nullable().meta({
      description:
        "Why there is none: fewer than 20 acknowledgements, or more than half never acknowledged",
    }),
  })
  .meta({
    description: "Kaplan–Meier: what climbed or is open counts for as long as it was waited for",
  });

const Group = z.object({
  key: z.string().meta({
    description:
      "A level (`0` is the fallback), a target (`rota:nights`, `team:billing/lead`) or a team",
  }),
  escalated: z.int().meta({ description: "Times that somebody was told" }),
  acknowledged: z.int(),
  acknowledgedInTime: z.int(),
  medianToAcknowledge: Median,
  waiting: z.int().meta({ description: "Told, and there is time left" }),
  climbed: z.int(),
  exhausted: z.int(),
  resolvedAfter: z.int().meta({ description: "Of cases that were resolved later, by whomever" }),
  nobody: z.int().meta({ description: "Nobody was there to be told" }),
});

export const EscalationsReport = z
  .object({
    from: At,
    to: At,
    cases: z
      .object({
        opened: z.int(),
        escalated: z.int().meta({ description: "By the plan, with somebody told" }),
        byHand: z.int().meta({ description: "By hand only" }),
        failed: z.int().meta({ description: "Escalated to nobody" }),
        decided: z.int().meta({ description: "Over, escalated, or escalated to nobody" }),
        rate: z.number().nullable().meta({
          description: "escalated / decided; null where fewer than 20 are decided",
        }),
      })
      .meta({ description: "Cases opened in the period" }),
    byLevel: z.array(Group),
    byTarget: z.array(Group),
    byTeam: z.array(Group),
    unavailable: z.array(z.object({ why: z.string(), target: z.string(), n: z.int() })),
  })
  .meta({
    description: "Whom escalations brought in, and what came of it, by when they were told",
  });
export type EscalationsReport = z.infer<typeof EscalationsReport>;
