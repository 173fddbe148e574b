import type { FieldError } from "@/core/errors";

/** Columns about where somebody stands in the org. */
export const PLACE_FIELDS = [
  "managerEmail",
  "teams",
  "department",
  "parentDepartment",
  "role",
  "deputyId",
  "deputyEmail",
] as const;
type PlaceField = (typeof PLACE_FIELDS)[number];

/** Where a line of a file puts somebody. */
export type Place = {
  managerEmail?: string;
  /** Keys of teams. */
  teams: string[];
  /** Key or name. */
  department?: string;
  parentDepartment?: string;
  role?: "lead" | "member";
  deputyId?: string;
  deputyEmail?: string;
};

const ROLES: Readonly<Record<string, "lead" | "member">> = {
  lead: "lead",
  leader: "lead",
  head: "lead",
  leitung: "lead",
  member: "member",
  mitglied: "member",
};

/** Takes the cells about the org out of a line's record. */
export function placeOf(record: Record<string, unknown>): {
  place: { place: Place; problem?: FieldError };
  rest: Record<string, unknown>;
} {
  const rest = { ...record };
  const texts: Partial<Record<PlaceField, string>> = {};
  for (const field of PLACE_FIELDS) {
    const value = rest[field];
    if (typeof value === "string") texts[field] = value;
    delete rest[field];
  }
  const { teams = "", role: roleText, ...texted } = texts;
  const role = roleText === undefined ? undefined : ROLES[roleText.toLowerCase()];
  const place: Place = {
    ...texted,
    teams: teams.split(/[;|,]/).flatMap((team) => team.trim() || []),
    ...(role && { role }),
  };
  const problem = problemOf(place, roleText);
  return { place: { place, ...(problem && { problem }) }, rest };
}

function problemOf(place: Place, roleText: string | undefined): FieldError | undefined {
  const { role, department, parentDepartment, teams, deputyId, deputyEmail } = place;
  const nowhere = department === undefined && teams.length === 0;
  if (roleText !== undefined && role === undefined) {
    return { path: "role", message: "say lead or member" };
  }
  if (parentDepartment !== undefined && department === undefined) {
    return { path: "parentDepartment", message: "stands beside a department only" };
  }
  if (nowhere && role !== undefined) {
    return { path: "role", message: "of which team? Name it under teams or department" };
  }
  if (nowhere && (deputyId ?? deputyEmail) !== undefined) {
    const path = deputyId === undefined ? "deputyEmail" : "deputyId";
    return { path, message: "in which team? Name it under teams or department" };
  }
  return undefined;
}
