import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseSort } from "@/core/filter/case-fields";
import { uuidv7, type WorkspaceId } from "@/core/ids";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { planOf } from "@/db/testing-plan";
import type { CaseClause } from "./case-clauses";
import { listCasesBy } from "./case-pages";
import { countCases } from "./cases";

const CASES = 4_000;
const workspaceId = "018f0000-0000-7000-8000-000000000001" as WorkspaceId;
const NOW = new Date("2026-03-10T12:00:00Z");

let database: TestDatabase;

/** Case `n` is opened after case `n - 1`; every seventh has no due date, every fifth is closed. */
beforeAll(async () => {
  database = await testDatabase();
  const ids = Array.from({ length: CASES }, (_, n) =>
    uuidv7(NOW.getTime() + n, new Uint8Array(10)),
  );
  await database.db.execute(sql`
    insert into cases (workspace_id, id, number, workflow, version, subject, person_id, status, waiting_for,
      pc, stage, level, owner_person_id, owner_team, due_at, next_action_at, opened_at, data)
    select ${workspaceId}, id, n, 'w' || n % 4, 1 + n % 3, 'Invoice ' || n, 'p' || n % 50,
      case when n % 5 = 0 then 'resolved' else 'open' end,
      case when n % 5 = 0 then null when n % 11 = 0 then 'operator' else 'time' end,
      0, 's' || n % 3, case when n % 13 = 0 then 1 else 0 end,
      case when n % 40 = 1 then 'ana' end, case when n % 40 = 2 then 'billing' end,
      case when n % 7 = 0 then null else ${NOW.toISOString()}::timestamptz + (n * 7919 % 2000 - 1000) * interval '1 hour' end,
      case when n % 5 = 0 then null else ${NOW.toISOString()}::timestamptz + (n * 104729 % 3000) * interval '1 minute' end,
      ${NOW.toISOString()}::timestamptz + n * interval '1 millisecond', '{}'
    from unnest(${sql.param(ids)}::uuid[]) with ordinality as t(id, n)`);
  await database.db.execute(sql`analyze cases`);
}, 60_000);
afterAll(() => database.drop());

type Row = Awaited<ReturnType<typeof listCasesBy>>["rows"][number];

async function allOf(by: CaseSort, desc: boolean, clauses: CaseClause[], limit = 700) {
  const rows: Row[] = [];
  for (let cursor: string | undefined, n = 0; n < 20; n++) {
    const page = { limit, cursor, by, desc };
    const found = await listCasesBy(database.db, workspaceId, { clauses }, page);
    rows.push(...found.rows);
    if (found.nextCursor === null) return rows;
    cursor = found.nextCursor;
  }
  throw new Error("The pages do not end.");
}

const VALUES: Record<CaseSort, (row: Row) => number | null> = {
  opened: (row) => row.openedAt.getTime(),
  number: (row) => row.number,
  due: (row) => row.dueAt?.getTime() ?? null,
  next: (row) => row.nextActionAt?.getTime() ?? null,
};

const open: CaseClause = { on: "status", values: ["open"], orNone: false, not: false };

describe("pages of cases", () => {
  for (const by of ["opened", "number", "due", "next"] as const) {
    for (const desc of [false, true]) {
      it(`show every case once, by ${by} ${desc ? "downwards" : "upwards"}, those without it last`, async () => {
        const rows = await allOf(by, desc, []);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(CASES);
        const values = rows.map(VALUES[by]);
        const known = values.filter((value) => value !== null);
        expect(values.slice(0, known.length)).toEqual(known);
        expect(known).toEqual([...known].sort((a, b) => (desc ? b - a : a - b)));
      });
    }
  }

  it("keep the filter on every page", async () => {
    const rows = await allOf("due", false, [open]);
    expect(rows.every(({ status }) => status === "open")).toBe(true);
    expect(rows).toHaveLength(CASES - CASES / 5);
  });
});

describe("a condition on cases", () => {
  const numbersOf = async (clause: CaseClause) =>
    (await allOf("number", false, [clause])).map(({ number }) => number);
  const numbers = Array.from({ length: CASES }, (_, i) => i + 1);
  const now = NOW;

  it("and its opposite share all cases between them, also those without a value", async () => {
    const clauses: CaseClause[] = [
      { on: "stage", values: ["s1", "s2"], orNone: false, not: false },
      { on: "ownerTeam", values: ["billing"], orNone: true, not: false },
      { on: "flags", flags: ["overdue", "held"], not: false, now },
      { on: "mine", personId: "ana", teams: ["billing"], not: false },
      { on: "mine", personId: null, teams: [], not: false },
      { on: "lastMessage", field: "status", values: ["failed"], not: false },
    ];
    for (const clause of clauses) {
      const some = await countCases(database.db, workspaceId, { clauses: [clause] }, 100_000);
      const opposite = { ...clause, not: true } as CaseClause;
      const others = await countCases(database.db, workspaceId, { clauses: [opposite] }, 100_000);
      expect([clause, some + others]).toEqual([clause, CASES]);
    }
  });

  it("lets exactly its cases through", async () => {
    expect(
      await numbersOf({ on: "mine", personId: "ana", teams: ["billing"], not: false }),
    ).toEqual(numbers.filter((n) => n % 40 === 1 || n % 40 === 2));
    expect(await numbersOf({ on: "flags", flags: ["held", "escalated"], not: false, now })).toEqual(
      numbers.filter((n) => n % 5 !== 0 && (n % 11 === 0 || n % 13 === 0)),
    );
    expect(await numbersOf({ on: "dueAt", isSet: false })).toEqual(
      numbers.filter((n) => n % 7 === 0),
    );
    expect(await numbersOf({ on: "version", op: "gt", values: [2] })).toEqual(
      numbers.filter((n) => n % 3 === 2),
    );
    expect(await numbersOf({ on: "words", text: "invoice 399" })).toEqual([
      399,
      ...numbers.slice(3989, 3999),
    ]);
  });
});

describe("the first page", () => {
  const plan = (by: CaseSort, desc: boolean, clauses: CaseClause[]) =>
    planOf(database.db, () =>
      listCasesBy(database.db, workspaceId, { clauses }, { limit: 50, by, desc }),
    );

  const expectIndex = (shown: string, index: RegExp) => {
    expect(shown).toMatch(index);
    expect(shown).not.toMatch(/Seq Scan/);
    expect(shown).not.toMatch(/-> +(Incremental )?Sort/);
  };

  it("of each order reads an index and sorts nothing", async () => {
    expectIndex(await plan("opened", true, []), /cases_workspace_id_id_pk/);
    expectIndex(await plan("number", true, []), /cases_number/);
    for (const desc of [false, true]) {
      expectIndex(await plan("due", desc, []), /Merge Append[\s\S]*cases_by_due/);
      expectIndex(await plan("due", desc, [open]), /cases_by_due/);
      expectIndex(await plan("next", desc, [open]), /cases_by_next/);
    }
  });

  it("of the usual filters reads an index", async () => {
    const overdue: CaseClause = { on: "flags", flags: ["overdue"], not: false, now: NOW };
    const week: CaseClause = { on: "dueAt", after: NOW, before: new Date(NOW.getTime() + 6e8) };
    const stage: CaseClause = { on: "stage", values: ["s1"], orNone: false, not: false };
    expectIndex(await plan("due", false, [open, overdue]), /cases_by_due/);
    expectIndex(await plan("due", false, [open, week]), /cases_by_due/);
    expectIndex(await plan("opened", true, [open, stage]), /cases_workspace_id_id_pk/);
    const owner: CaseClause = { on: "ownerPersonId", values: ["ana"], orNone: false, not: false };
    const team: CaseClause = { on: "ownerTeam", values: ["billing"], orNone: false, not: false };
    for (const clause of [owner, team]) {
      expect(await plan("opened", true, [clause])).not.toMatch(/Seq Scan/);
    }
  });
});
