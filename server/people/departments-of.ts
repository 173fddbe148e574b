import type { OrgTeam } from "@/core/contracts/teams";
import type { FieldError } from "@/core/errors";
import type { Place } from "./place-cells";

type Line = { line: number; place: Place };
type Known = { key: string; name: string };

const KEY_CHARS_MAX = 60;

/**
 * The departments that the lines of a file name, by key or by name, as teams of an import: new ones
 * are made, and those that say where they belong are put there. A line that says otherwise than one
 * before it is named with its mistake. `keyOf` gives the key of what a line calls a department.
 */
export function departmentsOf(
  lines: readonly Line[],
  known: readonly Known[],
): { teams: OrgTeam[]; keyOf: (department: string) => string; wrong: Map<number, FieldError> } {
  const keys = new Map<string, string>();
  for (const { key, name } of known) keys.set(name.trim().toLowerCase(), key);
  for (const { key } of known) keys.set(key.toLowerCase(), key);
  const teams = new Map<string, OrgTeam & { line?: number }>();
  const taken = new Set(known.map(({ key }) => key));
  const keyOf = (department: string): string => {
    const there = keys.get(department.toLowerCase());
    if (there !== undefined) return there;
    const key = freeKey(department, taken);
    taken.add(key);
    keys.set(department.toLowerCase(), key);
    teams.set(key, { key, name: department });
    return key;
  };
  const wrong = new Map<number, FieldError>();
  for (const { line, place } of lines) {
    if (place.department === undefined) continue;
    const key = keyOf(place.department);
    if (place.parentDepartment === undefined) continue;
    const parent = keyOf(place.parentDepartment);
    const before = teams.get(key);
    if (before?.line !== undefined && before.parent !== parent) {
      const message = `line ${before.line} says it belongs to ${before.parent}`;
      wrong.set(line, { path: "parentDepartment", message });
    } else if (before?.line === undefined) {
      teams.set(key, { ...(before ?? { key }), parent, line });
    }
  }
  return { teams: [...teams.values()].map(({ line: _, ...team }) => team), keyOf, wrong };
}

function freeKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, KEY_CHARS_MAX);
  const base = plain || "department";
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}
