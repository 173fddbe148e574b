import type { WorkspaceId } from "@/core/ids";
import type { Names } from "@/core/sentence/names";
import type { Db } from "@/db/client";
import { findNames } from "@/db/queries/names";

/** The labels sentences use for keys and ids. `personIds` may hold other texts too. */
export async function readNames(
  db: Db,
  workspaceId: WorkspaceId,
  personIds: Iterable<string>,
): Promise<Names> {
  const { people, teams, policies } = await findNames(db, workspaceId, personIds);
  return {
    person: (id) => people.get(id),
    team: (key) => teams.get(key),
    policy: (key) => policies.get(key),
  };
}

const TEXTS_MAX = 5_000;

/** Every short text inside a value: wherever a person's id may stand. */
export function textsIn(root: unknown): string[] {
  const texts: string[] = [];
  const stack: unknown[] = [root];
  while (stack.length > 0 && texts.length < TEXTS_MAX) {
    const value = stack.pop();
    if (typeof value === "string" && value.length <= 128) texts.push(value);
    else if (typeof value === "object" && value !== null) stack.push(...Object.values(value));
  }
  return texts;
}
