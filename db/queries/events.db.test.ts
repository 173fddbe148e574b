import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { planOf } from "@/db/testing-plan";
import type { EventClause, EventOutcome } from "./event-clauses";
import { countEvents, findEvents, listEvents } from "./events";

const EVENTS = 20_000;
const workspaceId = "018f0000-0000-7000-8000-000000000001" as WorkspaceId;
const elsewhere = "018f0000-0000-7000-8000-000000000002" as WorkspaceId;
const NOW = new Date("2026-03-10T12:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

let database: TestDatabase;

/** One event a minute: half opened a case, a quarter resolved one, a tenth did both, the rest nothing. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const ids = Array.from({ length: EVENTS }, (_, n) =>
    uuidv7(ago(EVENTS - n - 1).getTime(), new Uint8Array(10)),
  );
  await db.execute(sql`
    insert into events (workspace_id, id, name, key, person_id, data, occurred_at, received_at, result)
    select ${workspaceId}, id, 'invoice.' || n % 5, case when n % 2 = 0 then 'k' || n end,
      case when n % 4 > 0 then 'p' || n % 400 end, '{}',
      ${ago(EVENTS).toISOString()}::timestamptz + n * interval '1 minute',
      ${ago(EVENTS).toISOString()}::timestamptz + n * interval '1 minute',
      jsonb_build_object(
        'opened', case when n % 20 < 10 then '[{}]'::jsonb else '[]' end,
        'resolved', case when n % 20 between 8 and 12 then '[{}]'::jsonb else '[]' end)
    from unnest(${sql.param(ids)}::uuid[]) with ordinality as t(id, n)`);
  await db.execute(sql`analyze events`);
}, 60_000);
afterAll(() => database.drop());

const count = (clauses: EventClause[]) =>
  countEvents(database.db, workspaceId, { clauses }, 100_000);
type Negatable = Extract<EventClause, { not: boolean }>;

const did = (...outcomes: EventOutcome[]): Negatable => ({ on: "outcome", outcomes, not: false });
const oneOf = (
  on: "name" | "key" | "personId",
  values: string[],
  rest: { orNone?: boolean; not?: boolean } = {},
): Negatable => ({ on, values, orNone: false, not: false, ...rest });

describe("a condition on events", () => {
  it("and its opposite share all events between them, also those without a value", async () => {
    const clauses = [
      did("opened"),
      did("nothing"),
      oneOf("key", ["k2"]),
      oneOf("personId", ["p7"]),
    ];
    for (const clause of clauses) {
      const [some, others] = [await count([clause]), await count([{ ...clause, not: true }])];
      expect([clause, some + others]).toEqual([clause, EVENTS]);
    }
  });

  it("lets exactly its events through", async () => {
    expect(await count([did("opened")])).toBe(EVENTS / 2);
    expect(await count([did("opened", "resolved")])).toBe((EVENTS * 13) / 20);
    expect(await count([did("nothing", "responded")])).toBe((EVENTS * 7) / 20);
    expect(await count([oneOf("key", [], { orNone: true })])).toBe(EVENTS / 2);
    expect(await count([oneOf("personId", ["p7"], { orNone: true })])).toBe(EVENTS / 4 + 50);
    expect(await count([{ on: "receivedAt", after: ago(11), before: ago(5) }])).toBe(5);
  });

  it("counts no further than it is told", async () => {
    expect(await countEvents(database.db, workspaceId, {}, 1_000)).toBe(1_000);
  });
});

describe("pages of events", () => {
  it.each([true, false])("show every event of a name once, newest first: %s", async (newest) => {
    const filter = { clauses: [oneOf("name", ["invoice.3"])] };
    const ids: string[] = [];
    for (let cursor: string | undefined, n = 0; n < 10; n++) {
      const page = { limit: 1_500, cursor };
      const found = await listEvents(database.db, workspaceId, filter, page, newest);
      ids.push(...found.rows.map(({ id }) => id));
      if (found.nextCursor === null) break;
      cursor = found.nextCursor;
    }
    expect(ids).toHaveLength(EVENTS / 5);
    const inOrder = [...new Set(ids)].sort();
    expect(ids).toEqual(newest ? inOrder.reverse() : inOrder);
  });

  it("give chosen events newest first, and none of another workspace", async () => {
    const { rows } = await listEvents(database.db, workspaceId, {}, { limit: 3 });
    const ids = rows.map(({ id }) => id);
    const again = await findEvents(database.db, workspaceId, ids.toReversed());
    expect(again.map(({ id }) => id)).toEqual(ids);
    expect(await findEvents(database.db, elsewhere, ids)).toEqual([]);
  });
});

describe("the first page", () => {
  const plan = (clauses: EventClause[], newest = true) =>
    planOf(database.db, () =>
      listEvents(database.db, workspaceId, { clauses }, { limit: 50 }, newest),
    );

  it.each<[string, EventClause[]]>([
    ["nothing", []],
    ["what they did", [did("nothing")]],
    ["a name", [oneOf("name", ["invoice.3"])]],
    ["the last day", [{ on: "receivedAt", after: ago(1_440) }]],
  ])("by %s walks the events from their newest and sorts nothing", async (_, clauses) => {
    for (const newest of [true, false]) {
      const shown = await plan(clauses, newest);
      expect(shown).toMatch(/Index Scan( Backward)? using events_workspace_id_id_pk/);
      expect(shown).not.toMatch(/Seq Scan|Sort/);
    }
  });

  it("of one person reads their events only", async () => {
    const shown = await plan([oneOf("personId", ["p7"])]);
    expect(shown).toMatch(/events_person/);
    expect(shown).not.toMatch(/Seq Scan/);
  });
});
