import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { InboxView } from "@/core/contracts/inbox";
import { RenderedContent } from "@/core/delivery/rendered-content";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { inboxItems } from "@/db/schema/inbox";
import { decodeCursor } from "./page";

/** Items one answer tells; where more changed, whoever keeps a copy begins anew. */
export const ITEMS_TOLD_MAX = 200;

/** Whose inbox; `since`: what changed after this revision. */
export type InboxOf = { workspaceId: WorkspaceId; personId: string; since?: number };

const ms = (moment: string) => `round(date_part('epoch', ${moment}) * 1000)`;

/** Presses that still hold, and did not only take the matter on. */
const PRESSES = `
  from message_events e
  cross join lateral jsonb_array_elements(m.content->'actions') a
  where e.workspace_id = i.workspace_id and e.message_id = i.message_id and e.by = 'human'
    and e.detail ? 'action' and not e.detail ? 'takenBack' and a.value->>'id' = e.detail->>'action'
    and case a.value->>'kind'
      when 'snooze' then c.status = 'open' and ${ms("c.snoozed_until")} = (e.detail->>'until')::float8
      when 'acknowledge' then false
      when 'take_over' then false
      when 'need_help' then c.status = 'open' and c.acknowledged_at is null
      when 'hand_over' then c.status = 'open' and c.acknowledged_at is null
      when 'link' then (e.detail->>'resolved')::bool and c.status <> 'open'
      else c.status <> 'open' or not (e.detail->>'resolved')::bool end`;

const PRESS = `
  left join lateral (
    select e.detail, ${ms("e.at")} as at, a.value as action ${PRESSES}
    order by e.at desc, e.id desc limit 1) press on true`;

const ESCALATED = `(m.request->>'audience' = 'escalation' and (m.request->>'level')::int < c.level)`;

/** Somebody has the matter, and all this message asks for is to take it on. */
const TAKEN = `(case when c.acknowledged_at is not null or ${ESCALATED}
  then not m.content->'actions' @? '$[*] ? (@.kind == "complete" || @.kind == "choice" || @.kind == "reply")'
  else false end)`;

const WAITS = `i.answerable and c.status = 'open' and not ${TAKEN}`;
const TODO = `(${WAITS} and press.at is null)`;

const SHOWN = "i.archived_at is null and i.snoozed_until is null";
const VIEWS: Record<InboxView, string> = {
  all: SHOWN,
  todo: `${SHOWN} and ${TODO}`,
  snoozed: "i.archived_at is null and i.snoozed_until is not null",
  archived: "i.archived_at is not null",
};

const FROM_ITEMS = "from inbox_items i";
const MATTERS = `
  join messages m on m.workspace_id = i.workspace_id and m.id = i.message_id and m.content is not null
  join cases c on c.workspace_id = i.workspace_id and c.id = i.case_id`;
const OF_U = "where i.workspace_id = u.workspace_id and i.person_id = u.person_id";

const count = (where: string) => `count(*) filter (where ${where})::int`;

/** Only what waits for an answer is looked up beyond the item itself. */
const COUNTS = `
  (select jsonb_build_object('all', ${count(SHOWN)},
      'unseen', ${count(`${SHOWN} and i.seen_at is null`)}, 'unread', ${count(`${SHOWN} and i.read_at is null`)},
      'snoozed', ${count(VIEWS.snoozed)}, 'archived', ${count(VIEWS.archived)})
    ${FROM_ITEMS} ${OF_U})
  || jsonb_build_object('todo', (select count(*)::int ${FROM_ITEMS} ${MATTERS}
    ${OF_U} and ${SHOWN} and ${WAITS} and not exists (select 1 ${PRESSES})))`;

const DOER = "case when c.status <> 'open' then c.closed_by else c.acknowledged_by end";
const DOER_PERSON = `case when doer.text like 'person:%' then substr(doer.text, 8)
  when doer.text !~ '^(operator|event|api):' and doer.text <> 'plan' then doer.text end`;

const ITEM = `
  i.message_id as id, i.revision, i.case_id as "caseId", ${ms("i.arrived_at")} as "arrivedAt",
  ${ms("i.seen_at")} as "seenAt", ${ms("i.read_at")} as "readAt", ${ms("i.archived_at")} as "archivedAt",
  ${ms("i.snoozed_until")} as "snoozedUntil", ${ms("i.snoozed_at")} as "snoozedAt",
  (extract(epoch from i.arrived_at) * 1000000)::bigint::text as micros,
  ${TODO} as todo, ${TAKEN} as taken, ${ESCALATED} as escalated, m.content, c.subject, c.status,
  ${ms("c.due_at")} as "dueAt", ${ms("c.closed_at")} as "closedAt",
  ${ms("c.acknowledged_at")} as "acknowledgedAt", press.detail as press, press.at as "pressedAt",
  press.action->>'kind' as "pressedKind", press.action->>'label' as "pressedLabel",
  t.key as topic, t.name as "topicName", doer.text as doer,
  case when doer.text like 'operator:%'
    then (select o.name from operators o where o.id = substr(doer.text, 10))
    else (select p.name from people p where p.workspace_id = i.workspace_id and p.id = ${DOER_PERSON})
  end as "doerName",
  ${DOER_PERSON} = i.person_id as "doerIsReader",
  case when ${ESCALATED} then (select ${ms("max(s.planned_at)")} from messages s
    where s.workspace_id = i.workspace_id and s.case_id = i.case_id
      and s.request->>'audience' = 'escalation' and (s.request->>'level')::int = c.level) end as "escalatedAt"`;

const DETAILS = `
  left join topics t on t.workspace_id = i.workspace_id and t.key = m.topic
  cross join lateral (select ${DOER} as text) doer`;

/** Items of `u`, with where their matters stand. */
const ITEMS = `${FROM_ITEMS} ${MATTERS} ${PRESS} ${DETAILS} ${OF_U}`;

const NEWEST = "i.arrived_at desc, i.message_id desc";

/** One statement, so that revision, counts and items are of one moment. */
const reading = (which: string, order = NEWEST, limit = "") => `
  select u.workspace_id as "workspaceId", u.person_id as "personId",
    coalesce(b.revision, 0)::float8 as revision, coalesce(b.removed_revision, 0)::float8 as "removedRevision",
    (p.id is null or p.erased_at is not null) as gone,
    (${COUNTS}) as counts,
    (select coalesce(jsonb_agg(to_jsonb(x) order by x."arrivedAt" desc, x.id desc), '[]')
      from (select ${ITEM} ${ITEMS} and ${which} order by ${order} ${limit}) x) as items
  from unnest($1::uuid[], $2::text[], $3::bigint[]) as u(workspace_id, person_id, since)
  left join inboxes b on b.workspace_id = u.workspace_id and b.person_id = u.person_id
  left join people p on p.workspace_id = u.workspace_id and p.id = u.person_id`;

const SINCE = reading("i.revision > u.since", NEWEST, `limit ${ITEMS_TOLD_MAX + 1}`);
const IDS = reading("i.message_id = any($4::uuid[])");
const page = (view: InboxView) =>
  reading(
    `${VIEWS[view]} and ($5::text is null or (i.arrived_at, i.message_id)
      < ('epoch'::timestamptz + $5::bigint * interval '1 microsecond', $6::uuid))`,
    NEWEST,
    "limit $4",
  );
const PAGES: Record<InboxView, string> = {
  all: page("all"),
  todo: page("todo"),
  snoozed: page("snoozed"),
  archived: page("archived"),
};

const Moment = z.number().nullable();
const ItemRow = z.object({
  id: z.string(),
  revision: z.number(),
  caseId: z.string(),
  arrivedAt: z.number(),
  seenAt: Moment,
  readAt: Moment,
  archivedAt: Moment,
  snoozedUntil: Moment,
  snoozedAt: Moment,
  micros: z.string(),
  todo: z.boolean(),
  taken: z.boolean(),
  escalated: z.boolean().nullable(),
  content: RenderedContent,
  subject: z.string(),
  status: z.enum(["open", "resolved", "expired", "canceled"]),
  dueAt: Moment,
  closedAt: Moment,
  acknowledgedAt: Moment,
  escalatedAt: Moment,
  press: z
    .object({
      choice: z.string().optional(),
      until: z.number().optional(),
      undo: z.object({ until: z.number() }).optional(),
    })
    .nullable(),
  pressedAt: Moment,
  pressedKind: z.string().nullable(),
  pressedLabel: z.string().nullable(),
  topic: z.string().nullable(),
  topicName: z.string().nullable(),
  doer: z.string().nullable(),
  doerName: z.string().nullable(),
  doerIsReader: z.boolean().nullable(),
});
export type InboxItemRow = z.infer<typeof ItemRow>;

const Counts = z.object({
  all: z.number(),
  unseen: z.number(),
  unread: z.number(),
  todo: z.number(),
  snoozed: z.number(),
  archived: z.number(),
});

const Row = z.object({
  workspaceId: z.custom<WorkspaceId>((value) => typeof value === "string"),
  personId: z.string(),
  revision: z.number(),
  /** Whoever knows an earlier revision may hold items that are no more. */
  removedRevision: z.number(),
  /** Erased, or never there. */
  gone: z.boolean(),
  counts: Counts,
  items: z.array(ItemRow),
});
export type InboxRow = z.infer<typeof Row>;

async function read(
  db: Db | Tx,
  text: string,
  inboxes: readonly InboxOf[],
  more: readonly unknown[] = [],
): Promise<InboxRow[]> {
  const params = [
    inboxes.map(({ workspaceId }) => workspaceId),
    inboxes.map(({ personId }) => personId),
    inboxes.map(({ since }) => since ?? Number.MAX_SAFE_INTEGER),
    ...more,
  ];
  const rows = await db.$client.unsafe(text, params as never[], { prepare: true });
  return z.array(Row).parse([...rows]);
}

/** Several inboxes with what changed in each after its `since`, one item more than is told where there are more. */
export const readChanged = (db: Db | Tx, inboxes: readonly InboxOf[]): Promise<InboxRow[]> =>
  read(db, SINCE, inboxes);

/** One inbox, with the items of these ids that are in it. */
export async function readNamed(
  db: Db | Tx,
  inbox: InboxOf,
  ids: readonly string[],
): Promise<InboxRow> {
  return only(await read(db, IDS, [inbox], [ids]));
}

const Cursor = z.tuple([z.string().regex(/^\d{1,18}$/), z.uuid()]);

/** A page of a list, newest first. */
export async function readPage(
  db: Db | Tx,
  inbox: InboxOf,
  { view, limit, cursor }: { view: InboxView; limit: number; cursor?: string | undefined },
): Promise<InboxRow & { nextCursor: string | null }> {
  const [micros, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, Cursor);
  const row = only(await read(db, PAGES[view], [inbox], [limit + 1, micros, id]));
  const items = row.items.slice(0, limit);
  const last = items.at(-1);
  const isMore = row.items.length > limit && last !== undefined;
  const next = isMore ? JSON.stringify([last.micros, last.id]) : null;
  return { ...row, items, nextCursor: next && Buffer.from(next).toString("base64url") };
}

function only([row]: InboxRow[]): InboxRow {
  if (!row) throw new Error("Invariant violated: every inbox asked for is answered");
  return row;
}

const EXPORTED_MAX = 1_000;

/** What is kept of how a person went about their inbox, the newest first; the words are with the messages. */
export async function listItemsOfPerson(db: Db | Tx, workspaceId: WorkspaceId, personId: string) {
  return db
    .select({
      messageId: inboxItems.messageId,
      arrivedAt: inboxItems.arrivedAt,
      seenAt: inboxItems.seenAt,
      readAt: inboxItems.readAt,
      archivedAt: inboxItems.archivedAt,
      snoozedUntil: inboxItems.snoozedUntil,
      snoozedAt: inboxItems.snoozedAt,
    })
    .from(inboxItems)
    .where(and(eq(inboxItems.workspaceId, workspaceId), eq(inboxItems.personId, personId)))
    .orderBy(desc(inboxItems.arrivedAt), desc(inboxItems.messageId))
    .limit(EXPORTED_MAX);
}
