import { z } from "zod";
import { TimeZone } from "@/core/calendar/zone";
import { Data } from "@/core/contracts/fields";
import { AppError } from "@/core/errors";
import { PersonId } from "@/core/ids";
import { Locale } from "@/core/template/locale";
import { findPeopleForWrite, writePeople } from "@/db/queries/people-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changePerson } from "./change-person";

/** A profile as it is edited: all of it but the addresses and the place. */
export const ProfileInput = z.strictObject({
  name: z.string().trim().min(1).max(200).nullable(),
  timeZone: TimeZone.nullable(),
  locale: Locale.nullable(),
  managerId: PersonId.nullable(),
  attributes: Data,
});
export type ProfileInput = z.infer<typeof ProfileInput>;

/** Replaces the profile; addresses stay. Throws `not_found`, and `invalid` for a manager who is themself. */
export async function updatePerson(
  ctx: Ctx,
  who: Who,
  personId: string,
  input: ProfileInput,
): Promise<void> {
  if (input.managerId === personId) {
    const errors = [{ path: "managerId", message: "nobody is their own manager" }];
    throw new AppError("invalid", "Nobody is their own manager.", { errors });
  }
  await changePerson(ctx, who, personId, async (tx) => {
    const [old] = await findPeopleForWrite(tx, who.workspaceId, [personId]);
    const location = old?.location ?? null;
    await writePeople(tx, who.workspaceId, [{ id: personId, ...input, location }]);
    return { action: "person.saved" };
  });
}
