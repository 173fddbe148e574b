import type { Memory } from "../state";

type Climb = NonNullable<Memory["climb"]>;

/** Everybody who has yet to acknowledge, of the levels where everyone must. */
export const stillOwing = (climb: Climb | undefined): string[] => [
  ...new Set(Object.values(climb?.owed ?? {}).flat()),
];

/**
 * Takes one acknowledgement into account where everyone must: null where it ends the climb, since it
 * was the last of a level or speaks for all. `who` null: an operator or the API, who speaks for all.
 */
export function acknowledgedBy(climb: Climb, who: string | null): Climb | null {
  const { owed } = climb;
  if (owed === undefined || who === null) return null;
  if (climb.acknowledged?.includes(who)) return climb;
  if (!stillOwing(climb).includes(who)) return null;
  const left = Object.fromEntries(
    Object.entries(owed).map(([level, people]) => [level, people.filter((id) => id !== who)]),
  );
  if (Object.values(left).some((people) => people.length === 0)) return null;
  return { ...climb, owed: left, acknowledged: [...(climb.acknowledged ?? []), who] };
}
