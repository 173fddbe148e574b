import { sql } from "drizzle-orm";
import { z } from "zod";
import type { CaseStatus, Owner } from "@/core/case/state";
import type { RenderedContent } from "@/core/delivery/rendered-content";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { CASE_COLUMNS, type CaseRow } from "@/server/cases/case-row";
import { levelOf, type Seen } from "./helper";
import type { Link } from "./link";
import { escalatedTo, nameOfDoer, namesText, type Told, toldOfEnding } from "./who";

export type Action = RenderedContent["actions"][number];

/** What is kept of a press, beside the case's own timeline. */
export const Press = z.object({
  action: z.string(),
  choice: z.string().optional(),
  until: z.number().optional(),
  /** Who the matter was handed to. */
  to: z.union([z.object({ personId: z.string() }), z.object({ team: z.string() })]).optional(),
  /** The level the matter stood at. */
  level: z.int().optional(),
  /** What the page had shown, where it was pressed there. */
  seen: z.string().optional(),
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
  | { kind: "escalated"; level: number; to: string | null; at: Instant | null }
  /** The engine has nobody to go to. */
  | { kind: "refused"; why: "no_escalation" | "nobody_there"; at: null };

/** What is pressed now, where it matters to what was pressed before. */
export type Asked = { until?: Instant; seen?: Seen; to?: Owner };

const ONE = `select ${CASE_COLUMNS} from cases c where c.workspace_id = $1 and c.id = $2`;

export async function readCase(db: Db | Tx, link: Link): Promise<CaseRow | undefined> {
  const rows = await db.$client.unsafe(ONE, [link.workspaceId, link.message.caseId]);
  return (rows as unknown as CaseRow[])[0];
}

/**
 * Where the matter stands for one button of one message. A button pressed before answers as it did
 * then; putting off to another day is another press, and so is a button of a page that shows the
 * matter as it stands now.
 */
export async function standingOf(
  db: Db | Tx,
  link: Link,
  action: Action,
  row: CaseRow,
  asked: Asked = {},
): Promise<Standing> {
  if (action.kind === "link") return { kind: "open" };
  const pressed = await lastPress(db, link, action, row, asked);
  if (pressed) return pressed;
  if (row.status !== "open") {
    const by = await nameOfDoer(db, link, row.closedBy);
    return { kind: "closed", status: row.status, by, at: row.closedAt };
  }
  return (await overtaken(db, link, action, row, asked)) ?? { kind: "open" };
}

/** What has happened since the message or the page was shown, where that leaves this button without a meaning. */
async function overtaken(
  db: Db | Tx,
  link: Link,
  { id, kind }: Action,
  row: CaseRow,
  { seen }: Asked,
): Promise<Standing | null> {
  const { person } = link;
  const mine = row.acknowledgedAt !== null && row.acknowledgedBy === person.id;
  if (mine && (kind === "acknowledge" || kind === "take_over")) {
    const press = { action: id, resolved: false };
    return { kind: "pressed", press, at: row.acknowledgedAt ?? link.now, told: null };
  }
  const isOfHelper = kind === "acknowledge" || kind === "need_help" || kind === "hand_over";
  // Whoever takes it over, or resolves or puts it off, may do so whoever has it: unless that changed meanwhile.
  if (!isOfHelper && (seen === undefined || kind === "complete")) return null;
  if (row.acknowledgedAt !== null && !mine && seen?.acknowledgedAt !== row.acknowledgedAt) {
    const by = (await nameOfDoer(db, link, row.acknowledgedBy)) ?? link.workspace.name;
    return { kind: "acknowledged", by, at: row.acknowledgedAt };
  }
  if (mine && kind !== "need_help") return null;
  if ((seen?.level ?? levelOf(link) ?? row.level) >= row.level) return null;
  return escalatedAlready(db, link, row);
}

/** The matter has gone to another level since, and to whom. */
export async function escalatedAlready(
  db: Db | Tx,
  link: Link,
  { level }: CaseRow,
): Promise<Standing & { kind: "escalated" }> {
  const { names, at } = await escalatedTo(db, link, level);
  return { kind: "escalated", level, to: namesText(names, link.locale), at };
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
  asked: Asked,
): Promise<Pressed | null> {
  const { workspaceId, message } = link;
  const { seen } = asked;
  const [found] = await db.execute<{ detail: unknown; at: Instant }>(sql`
    select detail, round(date_part('epoch', at) * 1000)::float8 as at from message_events
    where workspace_id = ${workspaceId} and message_id = ${message.id} and by = 'human'
      and detail->>'action' = ${action.id} and not detail ? 'takenBack'
    order by at desc, id desc limit 1`);
  const press = Press.safeParse(found?.detail).data;
  if (!found || !press || !holds(link, action, row, press, asked)) return null;
  if (seen !== undefined && press.seen !== seen.text) return null;
  const told = press.resolved ? await toldOfEnding(db, link) : null;
  return { kind: "pressed", press, at: found.at, told };
}

function holds(link: Link, { kind }: Action, row: CaseRow, press: Press, asked: Asked): boolean {
  const open = row.status === "open";
  if (press.resolved && open) return false;
  switch (kind) {
    case "snooze":
      return open && press.until === (asked.until ?? row.snoozedUntil);
    case "acknowledge":
    case "take_over":
      return open && hasTaken(row, link.person.id);
    case "hand_over":
      return open && press.to !== undefined && isSame(press.to, row) && isAsked(press.to, asked.to);
    default:
      return true;
  }
}

/** Whoever has the matter, and of a level where everybody must acknowledge, whoever has done so. */
const hasTaken = (
  { acknowledgedAt, acknowledgedBy, memory }: CaseRow,
  personId: string,
): boolean =>
  acknowledgedAt === null
    ? Partly.safeParse(memory).data?.climb.acknowledged.includes(personId) === true
    : acknowledgedBy === personId;

const Partly = z.object({ climb: z.object({ acknowledged: z.array(z.string()) }) });

const isSame = (to: Owner, { ownerPersonId, ownerTeam }: CaseRow): boolean =>
  "team" in to ? to.team === ownerTeam : to.personId === ownerPersonId;

const isAsked = (to: Owner, asked: Owner | undefined): boolean =>
  asked === undefined || JSON.stringify(to) === JSON.stringify(asked);
