import type { PersonInput } from "@/core/contracts/people";
import { AppError } from "@/core/errors";
import { findPerson } from "@/db/queries/people";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { savePeople } from "./save-people";

/** Makes a person; gives their id. Throws `conflict` for an id that somebody has, so that nobody is overwritten. */
export async function addPerson(ctx: Ctx, who: Who, input: PersonInput): Promise<string> {
  const id = input.id ?? newId();
  if (await findPerson(ctx.db, who.workspaceId, id)) {
    const errors = [{ path: "id", message: "somebody has this id already" }];
    throw new AppError("conflict", `Somebody has the id ${id} already.`, { errors });
  }
  await savePeople(ctx, who, [{ ...input, id }], "merge");
  return id;
}
