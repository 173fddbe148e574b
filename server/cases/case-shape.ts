import type { Case } from "@/core/contracts/cases";
import { formatMoment } from "@/core/sentence/format-moment";
import { languageOf } from "@/core/sentence/locale";
import { toRfc3339 } from "@/core/time";
import type { CaseListRow } from "@/db/queries/cases";
import type { Ctx } from "@/server/context";
import { planOf } from "./read-plan";

const at = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const WAITS = {
  en: {
    time: "Goes on",
    response: "Waits for an answer until",
    acknowledgement: "Waits for somebody to take it on until",
    due_date: "Waits for a due date",
    snooze: "Snoozed until",
    operator: "Waits for an operator",
  },
  de: {
    time: "Geht weiter",
    response: "Wartet auf eine Antwort bis",
    acknowledgement: "Wartet bis zur Übernahme, längstens bis",
    due_date: "Wartet auf ein Fälligkeitsdatum",
    snooze: "Zurückgestellt bis",
    operator: "Wartet auf einen Bearbeiter",
  },
} as const;

export type Reader = { locale: string; zone: string };

/** A case as lists answer it: `next` from its own row, without the plan after it. */
export function caseShape(row: CaseListRow, reader: Reader): Case {
  return {
    id: row.id,
    number: row.number,
    key: row.key,
    subject: row.subject,
    status: row.status,
    outcome: row.outcome,
    waitingFor: row.waitingFor,
    workflow: row.workflow,
    version: row.version,
    stage: row.stage,
    step: row.step,
    personId: row.personId,
    owner: ownerOf(row),
    priority: row.priority,
    level: row.level,
    acknowledgedBy: row.acknowledgedBy,
    acknowledgedAt: at(row.acknowledgedAt),
    data: row.data,
    dueAt: at(row.dueAt),
    snoozedUntil: at(row.snoozedUntil),
    openedAt: row.openedAt.toISOString(),
    firstResponseAt: at(row.firstResponseAt),
    closedAt: at(row.closedAt),
    closedBy: row.closedBy,
    revision: row.revision,
    next: nextOf(row, reader),
    plan: [],
  };
}

function ownerOf(row: CaseListRow): Case["owner"] {
  if (row.ownerPersonId !== null) return { personId: row.ownerPersonId };
  return row.ownerTeam === null ? null : { team: row.ownerTeam };
}

function nextOf(row: CaseListRow, { locale, zone }: Reader): Case["next"] {
  const { waitingFor, nextActionAt } = row;
  if (row.status !== "open" || waitingFor === null) return null;
  const words = WAITS[languageOf(locale)][waitingFor];
  const moment = nextActionAt ? ` ${formatMoment(nextActionAt.getTime(), zone, locale)}` : "";
  return { at: at(nextActionAt), kind: waitingFor, sentence: `${words}${moment}` };
}

/** A case as single reads answer it: with what happens next and the plan after it. */
export async function plannedCaseShape(ctx: Ctx, row: CaseListRow, reader: Reader): Promise<Case> {
  const { next, plan } = await planOf(ctx, row.workspaceId, row.id, reader.locale);
  return {
    ...caseShape(row, reader),
    next: next && {
      at: next.at === null ? null : toRfc3339(next.at),
      kind: next.kind,
      sentence: next.sentence,
    },
    plan: plan.map(({ what: _, ...item }) => ({ ...item, at: toRfc3339(item.at) })),
  };
}
