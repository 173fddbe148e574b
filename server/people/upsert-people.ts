import type { InlinePerson } from "@/core/contracts/people";
import { AppError, type FieldError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import {
  findPeopleForWrite,
  type PersonFields,
  replaceAddresses,
  writePeople,
} from "@/db/queries/people-writes";
import { type AddressChange, addressChanges } from "./address-changes";
import { refusedPeople } from "./refused-people";

export type UpsertResult = {
  /** Ids that were not known before, or were erased. */
  created: string[];
  /** Ids of known people whose fields or addresses changed: their cases are to be planned again. */
  changed: string[];
};

type UpsertEachResult = UpsertResult & {
  refused: ReadonlyMap<string, FieldError[]>;
  /** By the id of somebody who was known: which of their fields changed. */
  fields: ReadonlyMap<string, string[]>;
};

type Mode = "replace" | "merge";

/**
 * As `upsertEach`, all or none. Throws `invalid` for the first who cannot be written so; `placeOf`
 * says where in the caller's input a person stands.
 */
export async function upsertPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  inputs: readonly InlinePerson[],
  mode: Mode,
  placeOf: (id: string) => string = () => "",
): Promise<UpsertResult> {
  const { refused, created, changed } = await upsertEach(tx, workspaceId, inputs, mode);
  for (const [id, errors] of refused) {
    const placed = errors.map(({ path, message }) => ({ path: `${placeOf(id)}${path}`, message }));
    throw new AppError("invalid", "This person cannot be saved like this.", { errors: placed });
  }
  return { created, changed };
}

/**
 * Writes people, all of them in one statement, and their addresses, which count as verified.
 *
 * `replace` empties what is absent; `merge` leaves it, and merges attributes one by one. Of a person
 * named twice the last one wins. People who would not change cost no write. Who would end above
 * themself once all of them are written, or works by a calendar that is not there, is refused, and
 * stops no other.
 */
export async function upsertEach(
  tx: Tx,
  workspaceId: WorkspaceId,
  inputs: readonly InlinePerson[],
  mode: Mode,
): Promise<UpsertEachResult> {
  const byId = new Map(inputs.map((input) => [input.id, input]));
  // In one order everywhere, so that two writers of the same people wait instead of deadlocking.
  const ids = [...byId.keys()].sort();
  if (ids.length === 0) return { created: [], changed: [], refused: new Map(), fields: new Map() };
  const known = new Map(
    (await findPeopleForWrite(tx, workspaceId, ids)).map((person) => [person.id, person]),
  );
  const before = (id: string) => {
    const old = known.get(id);
    return old?.erased ? undefined : old;
  };
  const wanted = new Map(
    [...byId].map(([id, input]) => [id, fieldsOf(input, before(id), mode)] as const),
  );
  const refused = await refusedPeople(tx, workspaceId, wanted, before);
  const moved: PersonFields[] = [];
  const stayed: PersonFields[] = [];
  const moves: AddressChange[] = [];
  const created: string[] = [];
  const changed: string[] = [];
  const fields = new Map<string, string[]>();
  for (const id of ids) {
    const [input, row] = [byId.get(id), wanted.get(id)];
    if (!input || !row || refused.has(id)) continue;
    const old = before(id);
    const differing = old === undefined ? [] : fieldsThatDiffer(row, old);
    const isChanged = differing.length > 0;
    const own = addressChanges(input, known.get(id)?.addresses ?? [], mode);
    const named = own.map(({ channel }) => (channel === "sms" ? "phone" : channel));
    if (old !== undefined) fields.set(id, [...differing, ...named]);
    if (old === undefined || isChanged) {
      const keepsManager = row.managerId !== null && row.managerId === old?.managerId;
      (keepsManager ? stayed : moved).push(row);
    }
    moves.push(...own);
    if (old === undefined) created.push(id);
    else if (isChanged || own.length > 0) changed.push(id);
  }
  await writePeople(tx, workspaceId, moved);
  await writePeople(tx, workspaceId, stayed, { keepManagers: true });
  await replaceAddresses(tx, workspaceId, moves);
  return { created, changed, refused, fields };
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
    calendar: given(input.calendar, base?.calendar, null),
  };
}

function fieldsThatDiffer(a: PersonFields, b: PersonFields): string[] {
  const plain = ["name", "locale", "timeZone", "managerId", "calendar"] as const;
  const json = ["attributes", "location"] as const;
  return [
    ...plain.filter((field) => a[field] !== b[field]),
    ...json.filter((field) => !sameJson(a[field], b[field])),
  ];
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
