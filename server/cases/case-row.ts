import { type CaseState, Memory, Trail } from "@/core/case/state";
import type { WorkspaceId } from "@/core/ids";

/** A case as the engine reads it: moments as epoch milliseconds. */
export type CaseRow = {
  workspaceId: WorkspaceId;
  id: string;
  number: number;
  workflow: string;
  version: number;
  key: string | null;
  subject: string;
  personId: string;
  status: CaseState["status"];
  outcome: string | null;
  waitingFor: CaseState["waitingFor"];
  pc: number;
  stage: string | null;
  step: string | null;
  priority: CaseState["priority"];
  level: number;
  ownerPersonId: string | null;
  ownerTeam: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: number | null;
  dueAt: number | null;
  snoozedUntil: number | null;
  nextActionAt: number | null;
  openedAt: number;
  firstResponseAt: number | null;
  closedAt: number | null;
  closedBy: string | null;
  revision: number;
  testClock: boolean;
  data: Record<string, unknown>;
  memory: unknown;
  trail: unknown;
};

const ms = (column: string) => `round(date_part('epoch', c.${column}) * 1000)`;

/** The columns of `CaseRow`, of `cases c`. */
export const CASE_COLUMNS = `c.workspace_id as "workspaceId", c.id, c.number, c.workflow, c.version, c.key,
  c.subject, c.person_id as "personId", c.status, c.outcome, c.waiting_for as "waitingFor", c.pc,
  c.stage, c.step, c.priority, c.level, c.owner_person_id as "ownerPersonId",
  c.owner_team as "ownerTeam", c.acknowledged_by as "acknowledgedBy",
  ${ms("acknowledged_at")} as "acknowledgedAt", ${ms("due_at")} as "dueAt",
  ${ms("snoozed_until")} as "snoozedUntil", ${ms("next_action_at")} as "nextActionAt",
  ${ms("opened_at")} as "openedAt", ${ms("first_response_at")} as "firstResponseAt",
  ${ms("closed_at")} as "closedAt", c.closed_by as "closedBy", c.revision,
  c.test_clock as "testClock", c.data, c.memory, c.trail`;

const Stored = Memory.omit({ trail: true });

/** Where the case had been when it was read; null where it is older than trails. */
export const trailOf = ({ trail }: Pick<CaseRow, "trail">): Trail | null =>
  trail === null ? null : Trail.parse(trail);

/** The state `advance` works on. */
export function stateOf(row: CaseRow): CaseState {
  const trail = trailOf(row);
  const owner =
    row.ownerPersonId !== null
      ? { personId: row.ownerPersonId }
      : row.ownerTeam !== null
        ? { team: row.ownerTeam }
        : null;
  return {
    status: row.status,
    outcome: row.outcome,
    waitingFor: row.waitingFor,
    pc: row.pc,
    stage: row.stage,
    step: row.step,
    priority: row.priority,
    level: row.level,
    owner,
    acknowledgedBy: row.acknowledgedBy,
    acknowledgedAt: row.acknowledgedAt,
    dueAt: row.dueAt,
    snoozedUntil: row.snoozedUntil,
    nextActionAt: row.nextActionAt,
    openedAt: row.openedAt,
    firstResponseAt: row.firstResponseAt,
    closedAt: row.closedAt,
    closedBy: row.closedBy,
    memory: { ...(row.memory !== null && Stored.parse(row.memory)), ...(trail && { trail }) },
  };
}
