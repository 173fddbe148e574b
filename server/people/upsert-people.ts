import type { InlinePerson } from "@/core/contracts/people";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import {
  findPeopleForWrite,
  type PersonFields,
  replaceAddresses,
  writePeople,
} from "@/db/queries/people-writes";
import { type AddressChange, addressChanges } from "./address-changes";

export type UpsertResult = {
  /** Ids that were not known before, or were erased. */
  created: string[];
  /** Ids of known people whose fields or addresses changed: their cases are to be planned again. */
  changed: string[];
};

/**
 * Writes people, all of them in one statement, and their addresses, which count as verified.
 *
 * `replace` empties what is absent; `merge` leaves it, and merges attributes one by one. Of a person
 * named twice the last one wins. People who would not change cost no write.
 */
export async function upsertPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  inputs: readonly InlinePerson[],
  mode: "replace" | "merge",
): Promise<UpsertResult> {
  const byId = new Map(inputs.map((input) => [input.id, input]));
  // In one order everywhere, so that two writers of the same people wait instead of deadlocking.
  const ids = [...byId.keys()].sort();
  if (ids.length === 0) return { created: [], changed: [] };
  const known = new Map(
    (await findPeopleForWrite(tx, workspaceId, ids)).map((person) => [person.id, person]),
  );
  const rows: PersonFields[] = [];
  const moves: AddressChange[] = [];
  const created: string[] = [];
  const changed: string[] = [];
  for (const id of ids) {
    const input = byId.get(id);
    if (!input) continue;
    const old = known.get(id);
    const row = fieldsOf(input, old, mode);
    const isNew = old === undefined || old.erased;
    const isMoved = !isNew && !isSame(row, old);
    const moved = addressChanges(input, old?.addresses ?? [], mode);
    if (isNew || isMoved) rows.push(row);
    moves.push(...moved);
    if (isNew) created.push(id);
    else if (isMoved || moved.length > 0) changed.push(id);
  }
  await writePeople(tx, workspaceId, rows);
  await replaceAddresses(tx, workspaceId, moves);
  return { created, changed };
}

function fieldsOf(
  input: InlinePerson,
  old: PersonFields | undefined,
  mode: "replace" | "merge",
): PersonFields {
  const base = mode === "merge" ? old : undefined;
  const given = <T>(value: T | undefined, before: T | undefined, empty: T): T =>
    value ?? (value === undefined ? (before ?? empty) : empty);
  return {
    id: input.id,
    name: given(input.name, base?.name, null),
    locale: given(input.locale, base?.locale, null),
    timeZone: given(input.timeZone, base?.timeZone, null),
    managerId: given(input.managerId, base?.managerId, null),
    attributes: { ...base?.attributes, ...input.attributes },
    location: given(input.location, base?.location, null),
  };
}

function isSame(a: PersonFields, b: PersonFields): boolean {
  return (
    a.name === b.name &&
    a.locale === b.locale &&
    a.timeZone === b.timeZone &&
    a.managerId === b.managerId &&
    sameJson(a.attributes, b.attributes) &&
    sameJson(a.location, b.location)
  );
}

/** Equal as JSON, whatever the order of fields: jsonb keeps its own. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = Object.entries(a);
  if (fields.length !== Object.keys(b).length) return false;
  return fields.every(
    ([name, value]) => Object.hasOwn(b, name) && sameJson(value, b[name as keyof typeof b]),
  );
}
