import type { OrgPerson } from "@/core/contracts/people";
import type { WorkspaceId } from "@/core/ids";
import type { Tx } from "@/db/client";
import { knownPeople, peopleByEmail } from "@/db/queries/org";
import { type Item, refuse } from "./parse-items";

/**
 * Puts ids where a manager or a deputy was named by their address: somebody of the same import, else
 * somebody who is here. Refuses an address nobody has, or several have.
 */
export async function resolveEmails(
  tx: Tx,
  workspaceId: WorkspaceId,
  items: readonly Item<OrgPerson>[],
): Promise<void> {
  const named = items.flatMap(({ value }) => [
    ...(value?.managerEmail ? [value.managerEmail] : []),
    ...(value?.teams ?? []).flatMap(({ deputyEmail }) => deputyEmail ?? []),
  ]);
  if (named.length === 0) return;
  const here = await peopleByEmail(tx, workspaceId, named);
  const inImport = Map.groupBy(
    items.flatMap(({ value }) =>
      value?.email ? [{ id: value.id, email: lower(value.email) }] : [],
    ),
    ({ email }) => email,
  );
  const idsOf = (email: string): string[] =>
    inImport.get(lower(email))?.map(({ id }) => id) ?? here.get(lower(email)) ?? [];
  for (const item of items) {
    const { value } = item;
    if (!value) continue;
    const find = (email: string, path: string): string | undefined => {
      const [id, other] = idsOf(email);
      if (id !== undefined && other === undefined) return id;
      refuse(item, path, other ? `several people have ${email}` : `nobody has ${email}`);
      return undefined;
    };
    const managerId = value.managerEmail ? find(value.managerEmail, "managerEmail") : undefined;
    const teams = value.teams?.map((place, i) => {
      const deputyId = place.deputyEmail && find(place.deputyEmail, `teams.${i}.deputyEmail`);
      return deputyId ? { ...place, deputyId } : place;
    });
    if (!item.value) continue;
    item.value = { ...value, ...(managerId && { managerId }), ...(teams && { teams }) };
  }
}

/**
 * Refuses people whose manager or deputy was named by the address of somebody who is refused and was
 * not here before: what they were to be called then is no one's id.
 */
export async function refuseOrphans(
  tx: Tx,
  workspaceId: WorkspaceId,
  items: readonly Item<OrgPerson>[],
): Promise<void> {
  const refused = items.flatMap(({ id, value }) => (value === null && id !== null ? [id] : []));
  if (refused.length === 0) return;
  const known = await knownPeople(tx, workspaceId, refused);
  const missing = new Set(refused.filter((id) => !known.has(id)));
  for (let before = -1; before !== missing.size; ) {
    before = missing.size;
    for (const item of items) {
      const { value } = item;
      if (!value) continue;
      const orphaned = orphanedBy(value, missing);
      if (!orphaned) continue;
      refuse(item, orphaned.path, `${orphaned.email} is not taken either`);
      missing.add(value.id);
    }
  }
}

function orphanedBy({ managerEmail, managerId, teams }: OrgPerson, missing: ReadonlySet<string>) {
  if (managerEmail && managerId && missing.has(managerId)) {
    return { path: "managerEmail", email: managerEmail };
  }
  for (const [i, { deputyEmail, deputyId }] of (teams ?? []).entries()) {
    if (deputyEmail && deputyId && missing.has(deputyId)) {
      return { path: `teams.${i}.deputyEmail`, email: deputyEmail };
    }
  }
  return null;
}

const lower = (email: string): string => email.toLowerCase();
