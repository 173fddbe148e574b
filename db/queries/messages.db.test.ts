import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { planOf } from "@/db/testing-plan";
import type { MessageClause } from "./message-clauses";
import { countMessages, listMessages } from "./messages";

const MESSAGES = 20_000;
const CASES = 4_000;
const workspaceId = "018f0000-0000-7000-8000-000000000001" as WorkspaceId;
const NOW = new Date("2026-03-10T12:00:00Z");
/** Message `n` was planned this long before the newest: one a minute. */
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

let database: TestDatabase;

/** Five messages in each case; one in 40 failed, one in 20 is held, a fifth was not sent. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  const idsFrom = (count: number, stepMs: number) =>
    Array.from({ length: count }, (_, n) =>
      uuidv7(ago(MESSAGES).getTime() + (n + 1) * stepMs, new Uint8Array(10)),
    );
  const caseIds = idsFrom(CASES, 5);
  await db.execute(sql`
    insert into cases (workspace_id, id, number, workflow, version, subject, person_id, status, pc, stage,
      opened_at, data)
    select ${workspaceId}, id, n, 'w' || n % 4, 1, 'Invoice ' || n, 'p' || n % 500, 'open', 0, 's1', now(), '{}'
    from unnest(${sql.param(caseIds)}::uuid[]) with ordinality as t(id, n)`);
  await db.execute(sql`
    insert into messages (workspace_id, id, case_id, person_id, workflow, version, stage, step, visit, channel,
      template, status, code, planned_at)
    select ${workspaceId}, id, (${sql.param(caseIds)}::uuid[])[1 + (n - 1) / 5], 'p' || n % 500, 'w' || n % 4, 1,
      case when n % 3 = 0 then null else 's' || n % 3 end, 'step' || n % 5, 0,
      case when n % 10 = 0 then 'sms' else 'email' end, 'reminder',
      case when n % 80 = 0 then 'failed' when n % 80 = 40 then 'unknown' when n % 20 = 1 then 'held'
        when n % 5 = 2 then 'not_sent' else 'sent' end,
      case when n % 80 = 0 then 'fail.provider' when n % 5 = 2 then 'skip.no_address' end,
      ${ago(MESSAGES).toISOString()}::timestamptz + n * interval '1 minute'
    from unnest(${sql.param(idsFrom(MESSAGES, 60_000))}::uuid[]) with ordinality as t(id, n)`);
  await db.execute(sql`analyze cases, messages`);
}, 60_000);
afterAll(() => database.drop());

type Negatable = Extract<MessageClause, { not: boolean }>;

const oneOf = (
  on: "status" | "code" | "channel" | "workflow" | "stage" | "personId",
  values: string[],
  rest: { orNone?: boolean; not?: boolean } = {},
): Negatable => ({ on, values, orNone: false, not: false, ...rest });

const failed = oneOf("status", ["failed", "unknown"]);
const count = (clauses: MessageClause[]) =>
  countMessages(database.db, workspaceId, { clauses }, 100_000);

describe("pages of messages", () => {
  it.each([true, false])(
    "show every message that failed once, newest first: %s",
    async (newest) => {
      const ids: string[] = [];
      for (let cursor: string | undefined, n = 0; n < 10; n++) {
        const page = { limit: 150, cursor };
        const found = await listMessages(
          database.db,
          workspaceId,
          { clauses: [failed] },
          page,
          newest,
        );
        ids.push(...found.rows.map(({ id }) => id));
        if (found.nextCursor === null) break;
        cursor = found.nextCursor;
      }
      expect(ids).toHaveLength(MESSAGES / 40);
      const inOrder = [...new Set(ids)].sort();
      expect(ids).toEqual(newest ? inOrder.reverse() : inOrder);
    },
  );
});

describe("a condition on messages", () => {
  it("and its opposite share all messages between them, also those without a value", async () => {
    const clauses: Negatable[] = [
      failed,
      oneOf("code", ["skip.no_address"]),
      oneOf("stage", ["s1"]),
      oneOf("stage", [], { orNone: true }),
      { on: "case", refs: ["C-7", "nonsense"], not: false },
    ];
    for (const clause of clauses) {
      const [some, others] = [await count([clause]), await count([{ ...clause, not: true }])];
      expect([clause, some + others]).toEqual([clause, MESSAGES]);
    }
  });

  it("lets exactly its messages through", async () => {
    expect(await count([oneOf("channel", ["sms"])])).toBe(MESSAGES / 10);
    expect(await count([oneOf("personId", ["p7"]), oneOf("workflow", ["w3"])])).toBe(40);
    expect(await count([{ on: "plannedAt", after: ago(61) }])).toBe(61);
    expect(await count([{ on: "plannedAt", after: ago(61), before: ago(30) }])).toBe(30);
  });

  it("on a case takes its number, with and without C-, and its id, and nothing else", async () => {
    const ofCase = (...refs: string[]) => count([{ on: "case", refs, not: false }]);
    const { rows } = await listMessages(database.db, workspaceId, { case: "C-12" }, { limit: 50 });
    expect(rows).toHaveLength(5);
    expect(await ofCase("C-12")).toBe(5);
    expect(await ofCase("12", rows[0]?.caseId ?? "")).toBe(5);
    expect(await ofCase("c-12", "C-13")).toBe(10);
    expect(await ofCase("twelve", "C-99999")).toBe(0);
  });
});

describe("the first page", () => {
  const plan = (clauses: MessageClause[], newest = true) =>
    planOf(database.db, () =>
      listMessages(database.db, workspaceId, { clauses }, { limit: 50 }, newest),
    );
  const PRIMARY = /Index Scan( Backward)? using messages_workspace_id_id_pk/;

  it.each<[string, MessageClause[]]>([
    ["nothing", []],
    ["an outcome", [failed]],
    ["a workflow", [oneOf("workflow", ["w1"])]],
    ["a channel", [oneOf("channel", ["email"])]],
    ["a stage", [oneOf("stage", ["s1"])]],
    ["a reason", [oneOf("code", ["skip.no_address"])]],
    ["the last day", [{ on: "plannedAt", after: ago(1_440) }]],
  ])("by %s walks the messages from their newest and sorts nothing", async (_, clauses) => {
    for (const newest of [true, false]) {
      const shown = await plan(clauses, newest);
      expect(shown).toMatch(PRIMARY);
      expect(shown).not.toMatch(/Seq Scan|Sort/);
    }
  });

  it("of one person or one case reads their messages only", async () => {
    expect(await plan([oneOf("personId", ["p7"])])).toMatch(/messages_person/);
    const ofCase = await plan([{ on: "case", refs: ["C-7"], not: false }]);
    expect(ofCase).toMatch(/messages_once/);
    expect(ofCase).toMatch(/cases_number/);
    expect(ofCase).not.toMatch(/Seq Scan/);
  });
});
