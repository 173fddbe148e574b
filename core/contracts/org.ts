import { z } from "zod";
import { endpoint } from "./endpoint";

/** What one import holds at most. */
export const ORG_PEOPLE_MAX = 10_000;
export const ORG_TEAMS_MAX = 500;

const outcome = {
  result: z.enum(["created", "changed", "same", "refused"]),
  changes: z.array(z.string()).meta({
    description: "Fields that are (or would be) written; `teams.sales` for a place in a team",
  }),
  error: z
    .object({
      code: z.string(),
      detail: z.string(),
      errors: z.array(z.object({ path: z.string(), message: z.string() })),
    })
    .nullable(),
};

const TeamOutcome = z.object({ key: z.string().nullable(), ...outcome });
const PersonOutcome = z.object({ id: z.string().nullable(), ...outcome });

const OrgResult = z.object({
  dryRun: z.boolean(),
  teams: z.array(TeamOutcome),
  people: z.array(PersonOutcome),
});
export type OrgResult = z.infer<typeof OrgResult>;
export type PersonOutcome = z.infer<typeof PersonOutcome>;

export const orgContract = {
  import: endpoint("org:write", {
    method: "POST",
    path: "/org/import",
    summary: "Bring teams, people and who reports to whom from where they live",
    description: `At most ${ORG_TEAMS_MAX} teams and ${ORG_PEOPLE_MAX} people, in any order: they are looked at together, then written in one transaction. An absent field stays as it is, and nothing is deleted, so the same import twice changes nothing. An item that cannot be taken says why and stops no other. With \`dryRun\` nothing is written.`,
    tags: ["Org"],
  })
    .input(
      z.object({
        body: z.strictObject({
          dryRun: z.boolean().default(false),
          teams: z
            .array(
              z.unknown().meta({
                description:
                  "A team, as in `PUT /teams/{key}`, with its `key`; only what is to change",
              }),
            )
            .max(ORG_TEAMS_MAX)
            .default([]),
          people: z
            .array(
              z.unknown().meta({
                description:
                  "A person, as in `PUT /people/{id}`, with their `id`; only what is to change. Also `managerEmail`, and `teams: [{ team, role?, deputyId?, deputyEmail? }]`",
              }),
            )
            .max(ORG_PEOPLE_MAX)
            .default([]),
        }),
      }),
    )
    .output(OrgResult),
};
