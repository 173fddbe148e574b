import { z } from "zod";
import { TimeZone } from "@/core/calendar/zone";
import { Data } from "@/core/contracts/fields";
import { AppError } from "@/core/errors";
import { PersonId } from "@/core/ids";
import { Locale } from "@/core/template/locale";
import { inTransaction, type Tx } from "@/db/client";
import { holdOrg } from "@/db/queries/org";
import { findPeopleForWrite, writePeople } from "@/db/queries/people-writes";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { changePersonIn } from "./change-person";
import { refusedPeople } from "./refused-people";

/** A profile as it is edited: all of it but the addresses and the place. */
export const ProfileInput = z.strictObject({
  name: z.string().trim().min(1).max(200).nullable(),
  timeZone: TimeZone.nullable(),
  locale: Locale.nullable(),
  managerId: PersonId.nullable(),
  attributes: Data,
});
export type ProfileInput = z.infer<typeof ProfileInput>;

/**
 * Replaces the profile; addresses, place and calendar stay. Throws `not_found`, and `invalid` for a
 * manager who reports to this person.
 */
export async function updatePerson(
  ctx: Ctx,
  who: Who,
  personId: string,
  input: ProfileInput,
): Promise<void> {
  const { workspaceId } = who;
  const write = async (tx: Tx) => {
    const [old] = await findPeopleForWrite(tx, workspaceId, [personId]);
    const { location = null, calendar = null } = old ?? {};
    const row = { id: personId, ...input, location, calendar };
    const refused = await refusedPeople(tx, workspaceId, new Map([[personId, row]]), () => old);
    const errors = refused.get(personId);
    if (errors)
      throw new AppError("invalid", `This does not go: ${errors[0]?.message}.`, { errors });
    await writePeople(tx, workspaceId, [row]);
    return { action: "person.saved" as const };
  };
  await inTransaction(ctx.db, async (tx) => {
    // Before the person: whoever changes managers of several holds the org first, then the people.
    if (input.managerId !== null) await holdOrg(tx, workspaceId);
    await changePersonIn(ctx, tx, who, personId, write);
  });
}
