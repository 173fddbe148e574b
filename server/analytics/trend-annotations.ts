import { civilAt, parseDate } from "@/core/calendar/civil";
import { fromCivil, toCivil } from "@/core/calendar/zone-offset";
import type { Annotation } from "@/core/contracts/analytics/trend";
import { stepAt } from "@/core/metrics/time-steps";
import { toRfc3339 } from "@/core/time";
import { listIncidents, listPauses, listPublished, listTrendNotes } from "@/db/queries/trend-marks";
import type { OpenReport } from "./open-report";

const NOTHING = { workflow: null, version: null, text: null, id: null };

/** What happened beside the numbers, in the order of time. A note stands at its day's first moment. */
export async function listAnnotations({
  db,
  workspaceId,
  cohort: { period, zone, workflow },
}: Pick<OpenReport, "db" | "workspaceId" | "cohort">): Promise<Annotation[]> {
  const first = stepAt(toCivil(period.from, zone), "day");
  const last = stepAt(toCivil(period.to - 1, zone), "day");
  const of = { ...period, workflow };
  const [published, pauses, incidents, notes] = await Promise.all([
    listPublished(db, workspaceId, of),
    listPauses(db, workspaceId, of),
    listIncidents(db, workspaceId, period),
    listTrendNotes(db, workspaceId, { first, last, workflow }),
  ]);
  const marks: Annotation[] = [
    ...published.map(({ at, note, ...version }) => ({
      ...NOTHING,
      ...version,
      at: toRfc3339(at),
      kind: "published" as const,
      text: note,
    })),
    ...pauses.map(({ at, workflow: of, paused }) => ({
      ...NOTHING,
      at: toRfc3339(at),
      kind: paused ? ("paused" as const) : ("resumed" as const),
      workflow: of,
    })),
    ...incidents.map(({ at, provider }) => ({
      ...NOTHING,
      at: toRfc3339(at),
      kind: "incident" as const,
      text: provider,
    })),
    ...notes.map(({ id, day, workflow: of, text }) => ({
      ...NOTHING,
      at: toRfc3339(fromCivil(civilAt(parseDate(day) ?? 0, 0), zone)),
      kind: "note" as const,
      workflow: of,
      text,
      id,
    })),
  ];
  return marks.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
