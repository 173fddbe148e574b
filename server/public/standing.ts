import { sql } from "drizzle-orm";
import { z } from "zod";
import type { CaseStatus } from "@/core/case/state";
import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { CASE_COLUMNS, type CaseRow } from "@/server/cases/case-row";
import type { Link } from "./link";
import { escalatedTo, nameOfDoer, namesText, type Told, toldOfEnding } from "./who";

export type Action = RenderedContent["actions"][number];

/** What is kept of a press, beside the case's own timeline. */
export const Press = z.object({
  action: z.string(),
  choice: z.string().optional(),
  until: z.number().optional(),
  /** Whether it closed the case. */
  resolved: z.boolean(),
  /** Until when it can be taken back, and until when the case was snoozed before. */
  undo: z.object({ until: z.number(), snoozedUntil: z.number().nullable() }).optional(),
});
export type Press = z.infer<typeof Press>;

export type Pressed = { kind: "pressed"; press: Press; at: Instant; told: Told | null };

/** Whether pressing would still mean anything, and if not, what happened instead. */
export type Standing =
  | { kind: "open" }
  | Pressed
  | {
      kind: "closed";
      status: Exclude<CaseStatus, "open">;
      by: string | null;
      at: Instant | null;
    }
  | { kind: "acknowledged"; by: string; at: Instant }
  | { kind: "escalated"; to: string | null; at: Instant | null };

const Level = z.object({ level: z.int().optional(), audience: z.string() });

const ONE = `select ${CASE_COLUMNS} from cases c where c.workspace_id = $1 and c.id = $2`;

export async function readCase(db: Db | Tx, link: Link): Promise<CaseRow | undefined> {
  const rows = await db.$client.unsafe(ONE, [link.workspaceId, link.message.caseId]);
  return (rows as unknown as CaseRow[])[0];
}

/**
 * Where the matter stands for one button of one message. A button pressed before answers as it did
 * then; `until` is what is pressed now, since putting off to another day is another press.
 */
export async function standingOf(
  db: Db | Tx,
  link: Link,
  action: Action,
  row: CaseRow,
  until?: Instant,
): Promise<Standing> {
  if (action.kind === "link") return { kind: "open" };
  const pressed = await lastPress(db, link, action, row, until);
  if (pressed) return pressed;
  if (row.status !== "open") {
    const by = await nameOfDoer(db, link, row.closedBy);
    return { kind: "closed", status: row.status, by, at: row.closedAt };
  }
  if (action.kind !== "acknowledge") return { kind: "open" };
  if (row.acknowledgedAt !== null) {
    const by = (await nameOfDoer(db, link, row.acknowledgedBy)) ?? link.workspace.name;
    return { kind: "acknowledged", by, at: row.acknowledgedAt };
  }
  const request = Level.safeParse(link.message.request).data;
  if (request?.audience === "escalation" && (request.level ?? row.level) < row.level) {
    const { names, at } = await escalatedTo(db, link, row.level);
    return { kind: "escalated", to: namesText(names, link.locale), at };
  }
  return { kind: "open" };
}

/** The press of this button that was sent under this key, also when it was taken back since. */
export async function pressOfKey(
  db: Db | Tx,
  { workspaceId, message }: Link,
  action: Action,
  key: string,
): Promise<Pressed | null> {
  const [found] = await db.execute<{ detail: unknown; at: Instant }>(sql`
    select detail, round(date_part('epoch', at) * 1000)::float8 as at from message_events
    where workspace_id = ${workspaceId} and message_id = ${message.id} and by = 'human'
      and detail->>'action' = ${action.id} and detail->>'key' = ${key} limit 1`);
  const press = Press.safeParse(found?.detail).data;
  return found && press ? { kind: "pressed", press, at: found.at, told: null } : null;
}

/** The press of this button that still holds; one that closed a case which is open again does not. */
async function lastPress(
  db: Db | Tx,
  link: Link,
  action: Action,
  row: CaseRow,
  until: Instant | undefined,
): Promise<Pressed | null> {
  const { workspaceId, message } = link;
  const [found] = await db.execute<{ detail: unknown; at: Instant }>(sql`
    select detail, round(date_part('epoch', at) * 1000)::float8 as at from message_events
    where workspace_id = ${workspaceId} and message_id = ${message.id} and by = 'human'
      and detail->>'action' = ${action.id} and not detail ? 'takenBack'
    order by at desc, id desc limit 1`);
  const press = Press.safeParse(found?.detail).data;
  if (!found || !press) return null;
  const open = row.status === "open";
  if (press.resolved && open) return null;
  if (action.kind === "snooze") {
    const asked = until === undefined ? row.snoozedUntil : until;
    if (!open || press.until !== asked) return null;
  }
  if (action.kind === "acknowledge" && (row.acknowledgedAt === null || !open)) return null;
  const told = press.resolved ? await toldOfEnding(db, link) : null;
  return { kind: "pressed", press, at: found.at, told };
}
