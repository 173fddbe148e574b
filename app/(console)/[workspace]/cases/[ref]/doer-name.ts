import "server-only";
import { findNames } from "@/db/queries/names";
import { findOperatorNames } from "@/db/queries/operator-names";
import type { Member } from "@/server/auth/session";
import { ctx } from "@/server/boot";

/** The name of whoever the engine says did something: `operator:op_1`, or a person's id. Null for nobody. */
export async function doerName({ workspaceId }: Member, by: unknown): Promise<string | null> {
  if (typeof by !== "string") return null;
  const id = by.slice(by.indexOf(":") + 1);
  if (by.startsWith("operator:")) {
    const names = await findOperatorNames(ctx.db, workspaceId, [id]);
    return names.get(id) ?? id;
  }
  const { people } = await findNames(ctx.db, workspaceId, [id]);
  return people.get(id) ?? id;
}
