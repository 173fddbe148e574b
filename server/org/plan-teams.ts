import type { OrgTeam } from "@/core/contracts/teams";
import { circleText, refusedByCircle } from "@/core/org/circles";
import { type Item, refuse } from "./parse-items";
import type { TeamState } from "./team-state";

/**
 * The teams as they would be after an import, by key. An item with a calendar or a department that is
 * not there, or whose department belongs to it, is refused; so is one whose department is refused.
 */
export function planTeams(
  items: readonly Item<OrgTeam>[],
  stored: ReadonlyMap<string, TeamState>,
  hasCalendar: (key: string) => boolean,
): Map<string, TeamState> {
  for (const item of items) {
    const calendar = item.value?.calendar;
    if (calendar && !hasCalendar(calendar)) {
      refuse(item, "calendar", `there is no calendar ${calendar}`);
    }
  }
  refuseParents(items, stored);
  const planned = new Map(stored);
  for (const { value } of items) {
    if (value) planned.set(value.key, merged(value, stored.get(value.key)));
  }
  return planned;
}

function refuseParents(
  items: readonly Item<OrgTeam>[],
  stored: ReadonlyMap<string, TeamState>,
): void {
  for (;;) {
    const taken = items.flatMap(({ value }) => value ?? []);
    const exists = new Set([...stored.keys(), ...taken.map(({ key }) => key)]);
    const changes = new Map(
      taken.flatMap(({ key, parent }) => (parent === undefined ? [] : [[key, parent] as const])),
    );
    const circles = refusedByCircle(changes, (key) => stored.get(key)?.parent ?? null);
    let refused = 0;
    for (const item of items) {
      const { key, parent } = item.value ?? {};
      if (!key || !parent) continue;
      const circle = circles.get(key);
      if (circle)
        refuse(
          item,
          "parent",
          circleText(circle, (one) => one, "belongs to"),
        );
      else if (!exists.has(parent)) refuse(item, "parent", `there is no team ${parent}`);
      else continue;
      refused += 1;
    }
    if (refused === 0) return;
  }
}

function merged(item: OrgTeam, old: TeamState | undefined): TeamState {
  const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);
  const leadId = given(item.leadId, old?.leadId ?? null);
  const members = item.members?.map(({ role, personId, deputyId, absentFrom, absentUntil }) => ({
    personId,
    role,
    deputyId: deputyId ?? null,
    absentFrom: absentFrom ? new Date(absentFrom) : null,
    absentUntil: absentUntil ? new Date(absentUntil) : null,
  }));
  return {
    name: item.name ?? old?.name ?? item.key,
    leadId,
    calendar: given(item.calendar, old?.calendar ?? null),
    timeZone: given(item.timeZone, old?.timeZone ?? null),
    parent: given(item.parent, old?.parent ?? null),
    members: members ?? old?.members ?? [],
  };
}
