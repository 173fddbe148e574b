import { byUrgency, type Urgency } from "@/core/delivery/caps";

type Row = Urgency & { caseId: string };

/**
 * The most urgent first of those that share the room there is, and of their cases; all others stay
 * where they are. A case moves as a whole, in the order of planning: who was told of it first
 * decides who else is told, and must not hang on what other cases have to say at that moment.
 */
export function inUrgency<R extends Row>(
  rows: readonly R[],
  sharesRoom: (row: R) => boolean,
): readonly R[] {
  const cases = new Set(rows.filter(sharesRoom).map(({ caseId }) => caseId));
  if (cases.size === 0) return rows;
  const moves = ({ caseId }: R) => cases.has(caseId);
  const urgent = rows.filter(moves).toSorted(byUrgency).values();
  return rows.map((row) => (moves(row) ? (urgent.next().value ?? row) : row));
}
