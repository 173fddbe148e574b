import type { LoadedCase } from "./load-case";

/** Who is responsible, by name where there is one; null for nobody. */
export function ownerName({ row, names }: LoadedCase): string | null {
  if (row.ownerPersonId) return names.people.get(row.ownerPersonId) ?? row.ownerPersonId;
  if (row.ownerTeam) return names.teams.get(row.ownerTeam) ?? row.ownerTeam;
  return null;
}
