import { z } from "zod";
import { Key, PersonId } from "@/core/ids";
import { InstantText } from "@/core/time";
import { Path, Priority, stepBase } from "./shared";

const Owner = z.union([
  z.strictObject({ personId: PersonId }),
  z.strictObject({ team: Key }),
  z.null(),
]);

/** `dueAt`: a moment, or a path to one. `person.attributes.x`: any JSON scalar. */
const AttributePath = z
  .string()
  .regex(/^person\.attributes\.[A-Za-z_]\w{0,63}$/, "person.attributes.<name>");

export const Update = z.strictObject({
  ...stepBase,
  kind: z.literal("update"),
  set: z
    .object({
      priority: Priority.optional(),
      owner: Owner.optional(),
      dueAt: z.union([InstantText, z.iso.date(), z.strictObject({ from: Path })]).optional(),
    })
    .catchall(z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()]))
    .superRefine((set, context) => {
      for (const name of Object.keys(set)) {
        if (name === "priority" || name === "owner" || name === "dueAt") continue;
        if (AttributePath.safeParse(name).success) continue;
        context.addIssue({
          code: "unrecognized_keys",
          keys: [name],
          path: [],
          input: set,
          message: "can set priority, owner, dueAt or person.attributes.<name>",
        });
      }
    }),
});
export type Update = z.infer<typeof Update>;
