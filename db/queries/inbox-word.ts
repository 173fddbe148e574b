import type { WorkspaceId } from "@/core/ids";
import { type LastWord, lastWord, type Tx } from "@/db/client";

/** Where web processes hear whose inbox changed. A payload is a list of pairs: workspace, person. */
export const INBOX_CHANNEL = "followthrough_inbox";

/** PostgreSQL takes less than 8000 bytes. */
const PAYLOAD_BYTES_MAX = 7_900;

type Refs = Map<string, WorkspaceId>;

const U = "unnest($1::uuid[], $2::uuid[]) as u(workspace_id, id)";

/** Inboxes are locked last of all, in one order, so that nobody who holds one waits for anything else. */
const BUMP = `
  insert into inboxes as b (workspace_id, person_id, revision)
  select workspace_id, person_id, 1 from (
    select m.workspace_id, m.person_id from ${U}
    join messages m on m.workspace_id = u.workspace_id and m.id = u.id
    where m.channel = 'in_app' and m.content is not null
    union all
    select i.workspace_id, i.person_id
    from unnest($3::uuid[], $4::uuid[]) as u(workspace_id, id)
    join inbox_items i on i.workspace_id = u.workspace_id and i.case_id = u.id
    union all
    select i.workspace_id, i.person_id
    from unnest($5::uuid[], $6::uuid[]) as u(workspace_id, id)
    join inbox_items i on i.workspace_id = u.workspace_id and i.message_id = u.id
    union all
    select i.workspace_id, i.person_id
    from unnest($7::uuid[], $8::text[]) as u(workspace_id, id)
    join inbox_items i on i.workspace_id = u.workspace_id and i.person_id = u.id) p
  group by workspace_id, person_id order by workspace_id, person_id
  on conflict (workspace_id, person_id) do update set revision = b.revision + 1
  returning b.workspace_id as "workspaceId", b.person_id as "personId"`;

const ANSWERABLE = `coalesce(m.content->'actions' @?
  '$[*] ? (@.kind == "complete" || @.kind == "choice" || @.kind == "reply" || @.kind == "acknowledge")', false)`;

const ARRIVE = `
  insert into inbox_items (workspace_id, message_id, person_id, case_id, revision, answerable, arrived_at, test_clock)
  select m.workspace_id, m.id, m.person_id, m.case_id, b.revision, ${ANSWERABLE},
    coalesce(m.sent_at, m.planned_at), m.test_clock
  from ${U}
  join messages m on m.workspace_id = u.workspace_id and m.id = u.id
  join inboxes b on b.workspace_id = m.workspace_id and b.person_id = m.person_id
  join people p on p.workspace_id = m.workspace_id and p.id = m.person_id
  where m.channel = 'in_app' and m.content is not null and p.erased_at is null
  on conflict do nothing`;

const OF_CASES = `
  update inbox_items i set revision = b.revision
  from ${U}, inboxes b
  where i.workspace_id = u.workspace_id and i.case_id = u.id
    and b.workspace_id = i.workspace_id and b.person_id = i.person_id`;

/** Whoever answers a message has read it. */
const OF_MESSAGES = `
  update inbox_items i set revision = b.revision,
    seen_at = coalesce(i.seen_at, to_timestamp($3::float8 / 1000)),
    read_at = coalesce(i.read_at, to_timestamp($3::float8 / 1000))
  from ${U}, inboxes b
  where i.workspace_id = u.workspace_id and i.message_id = u.id
    and b.workspace_id = i.workspace_id and b.person_id = i.person_id`;

const removing = (column: "case_id" | "message_id" | "person_id", type: "uuid" | "text") => `
  with gone as (
    delete from inbox_items i using unnest($1::uuid[], $2::${type}[]) as u(workspace_id, id)
    where i.workspace_id = u.workspace_id and i.${column} = u.id
    returning i.workspace_id, i.person_id)
  update inboxes b set removed_revision = b.revision
  from (select distinct workspace_id, person_id from gone) g
  where b.workspace_id = g.workspace_id and b.person_id = g.person_id`;

const TELL = "select pg_notify($1, payload) from unnest($2::text[]) as payload";

type Person = { workspaceId: WorkspaceId; personId: string };

/** What a transaction changes in inboxes, done and told with its COMMIT. */
class InboxWord implements LastWord {
  readonly arrived: Refs = new Map();
  readonly cases: Refs = new Map();
  readonly answered: Refs = new Map();
  readonly goneCases: Refs = new Map();
  readonly goneMessages: Refs = new Map();
  readonly gonePeople: Refs = new Map();
  readonly told: Person[] = [];
  answeredAt = 0;

  async prepare(tx: Tx): Promise<void> {
    const { arrived, answered, goneCases, goneMessages, gonePeople } = this;
    const cases = new Map([...this.cases, ...goneCases]);
    const messages = new Map([...answered, ...goneMessages]);
    const changing = [arrived, cases, messages, gonePeople];
    if (changing.every(({ size }) => size === 0)) return;
    const run = (text: string, params: unknown[]) =>
      tx.$client.unsafe(text, params as never[], { prepare: true });
    const bumped = await run(BUMP, changing.flatMap(columnsOf));
    if (bumped.length === 0) return;
    this.told.push(...(bumped as unknown as Person[]));
    await Promise.all([
      arrived.size > 0 && run(ARRIVE, columnsOf(arrived)),
      this.cases.size > 0 && run(OF_CASES, columnsOf(this.cases)),
      answered.size > 0 && run(OF_MESSAGES, [...columnsOf(answered), this.answeredAt]),
      goneCases.size > 0 && run(removing("case_id", "uuid"), columnsOf(goneCases)),
      goneMessages.size > 0 && run(removing("message_id", "uuid"), columnsOf(goneMessages)),
      gonePeople.size > 0 && run(removing("person_id", "text"), columnsOf(gonePeople)),
    ]);
  }

  async send(tx: Tx): Promise<void> {
    if (this.told.length === 0) return;
    await tx.$client.unsafe(TELL, [INBOX_CHANNEL, payloadsOf(this.told)], { prepare: true });
  }
}

const columnsOf = (refs: Refs): [unknown[], unknown[]] => [[...refs.values()], [...refs.keys()]];

function payloadsOf(people: readonly Person[]): string[] {
  const payloads: string[] = [];
  let entries: string[] = [];
  let bytes = 2;
  for (const { workspaceId, personId } of people) {
    const entry = JSON.stringify([workspaceId, personId]);
    const size = Buffer.byteLength(entry) + 1;
    if (entries.length > 0 && bytes + size > PAYLOAD_BYTES_MAX) {
      payloads.push(`[${entries.join()}]`);
      entries = [];
      bytes = 2;
    }
    entries.push(entry);
    bytes += size;
  }
  return [...payloads, `[${entries.join()}]`];
}

const wordOf = (tx: Tx): InboxWord => lastWord(tx, INBOX_CHANNEL, () => new InboxWord());

/** A message has become `sent`: if it is an in-app one, it lies in its person's inbox from the commit on. */
export function messageArrived(tx: Tx, message: { workspaceId: WorkspaceId; id: string }): void {
  wordOf(tx).arrived.set(message.id, message.workspaceId);
}

/** Where a case stands has changed for those who have items of it. */
export function itemsOfCaseChanged(
  tx: Tx,
  { workspaceId, id }: { workspaceId: WorkspaceId; id: string },
) {
  wordOf(tx).cases.set(id, workspaceId);
}

/** A button of a message was pressed, or a press was taken back. */
export function messageAnswered(
  tx: Tx,
  { workspaceId, id }: { workspaceId: WorkspaceId; id: string },
  at: number,
): void {
  const word = wordOf(tx);
  word.answered.set(id, workspaceId);
  word.answeredAt = at;
}

/** Tells who looks at this inbox, when the transaction commits; the caller has given it its revision. */
export function inboxChanged(tx: Tx, person: Person): void {
  wordOf(tx).told.push(person);
}

/** The messages of these cases are no more, and with them their items. */
export function casesGone(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): void {
  for (const id of ids) wordOf(tx).goneCases.set(id, workspaceId);
}

/** The words of these messages are no more. */
export function messagesGone(tx: Tx, workspaceId: WorkspaceId, ids: readonly string[]): void {
  for (const id of ids) wordOf(tx).goneMessages.set(id, workspaceId);
}

/** Somebody was erased. */
export function personGone(tx: Tx, workspaceId: WorkspaceId, personId: string): void {
  wordOf(tx).gonePeople.set(personId, workspaceId);
}
