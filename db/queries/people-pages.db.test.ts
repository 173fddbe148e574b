import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonProblem, PersonSort } from "@/core/filter/person-fields";
import type { WorkspaceId } from "@/core/ids";
import { type TestDatabase, testDatabase } from "@/db/testing";
import { countPeople, findPeople, listPeopleBy, listPeopleValues } from "./people-pages";
import type { PersonClause } from "./person-clauses";

const PEOPLE = 100_000;
const COUNTED_MAX = 10_000;
const workspaceId = "018f0000-0000-7000-8000-000000000001" as WorkspaceId;
const other = "018f0000-0000-7000-8000-000000000002" as WorkspaceId;
const NOW = new Date("2026-03-10T12:00:00Z");

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  const at = NOW.toISOString();
  for (const [workspace, n] of [
    [workspaceId, PEOPLE],
    [other, 1_000],
  ] as const) {
    await database.db.execute(sql`
      insert into people (workspace_id, id, name, locale, time_zone, manager_id, paused_until, erased_at, created_at)
      select ${workspace}, 'user_' || n,
        case when n % 97 = 0 then null else (array['Ana','Bea','Cem','Dov','Eva'])[1 + n % 5] || ' Person ' || md5(n::text) end,
        case when n % 10 = 0 then null else (array['de','en-GB','fr'])[1 + n % 3] end,
        case when n % 50 = 0 then null else 'Europe/Berlin' end,
        case when n % 20 = 0 then 'user_' || (1 + n % 400) end,
        case when n % 1000 = 0 then ${at}::timestamptz + interval '1 day' when n % 1000 = 1 then ${at}::timestamptz - interval '1 day' end,
        case when n % 500 = 7 then ${at}::timestamptz end,
        ${at}::timestamptz - n * interval '1 minute'
      from generate_series(1, ${n}::int) n`);
    await database.db.execute(sql`
      insert into contact_points (workspace_id, person_id, channel, address)
      select ${workspace}, 'user_' || n, channel, case channel when 'email' then 'person' || n || '@example.com' else '+4930' || n end
      from generate_series(1, ${n}::int) n, unnest(array['email', 'sms']) channel where n % 100 <> 3`);
    await database.db.execute(sql`
      insert into suppressions (workspace_id, channel, address, reason, at)
      select ${workspace}, 'email', 'person' || n || '@example.com', 'bounced', ${at}
      from generate_series(1, ${n}::int) n where n % 200 = 5`);
    await database.db.execute(sql`
      insert into team_members (workspace_id, team, person_id)
      select ${workspace}, 'team_' || n % 20, 'user_' || n from generate_series(1, 400) n`);
  }
  await database.db.execute(sql`analyze people, contact_points, suppressions, team_members`);
}, 120_000);
afterAll(() => database.drop());

const problem = (...problems: PersonProblem[]): PersonClause => ({
  on: "problem",
  problems,
  not: false,
  now: NOW,
});
const words = (text: string, isCommon = false): PersonClause => ({ on: "words", text, isCommon });
const named = (on: "language" | "team" | "manager", ...values: string[]): PersonClause => ({
  on,
  values: values.filter((value) => value !== "none"),
  orNone: values.includes("none"),
  not: false,
});
const numbers = Array.from({ length: PEOPLE }, (_, n) => n + 1).filter((n) => n % 500 !== 7);
const count = (clauses: PersonClause[]) =>
  countPeople(database.db, workspaceId, clauses, PEOPLE * 2);

describe("pages of people", () => {
  for (const by of ["added", "name"] as const) {
    for (const desc of [false, true]) {
      it(`show everybody once, by ${by} ${desc ? "downwards" : "upwards"}, and none of the erased`, async () => {
        const clauses = [named("team", "team_1", "team_2", "team_7", "none")];
        const ids: string[] = [];
        const places: (string | number)[] = [];
        for (let cursor: string | undefined, n = 0; n < 20; n++) {
          const page = { limit: 90, cursor, by, desc };
          const { rows, nextCursor } = await listPeopleBy(database.db, other, clauses, page);
          for (const row of rows) {
            ids.push(row.id);
            places.push(by === "name" ? (row.name ?? row.id).toLowerCase() : +row.createdAt);
          }
          if (nextCursor === null) break;
          cursor = nextCursor;
        }
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(await countPeople(database.db, other, clauses, COUNTED_MAX));
        if (by === "added") {
          const sorted = places.toSorted((a, b) =>
            desc ? Number(b) - Number(a) : Number(a) - Number(b),
          );
          expect(places).toEqual(sorted);
        }
      });
    }
  }

  it("have no row of another workspace and no erased one, also when they are asked for by id", async () => {
    const found = await findPeople(database.db, other, ["user_1", "user_7", "user_5000"]);
    expect(found.map(({ id }) => id)).toEqual(["user_1"]);
  });
});

describe("a condition on people", () => {
  it("and its opposite share everybody between them, also those without a value", async () => {
    const clauses = [
      problem("no_zone", "suppressed"),
      problem("no_address"),
      named("language", "de", "none"),
      named("team", "team_3"),
      named("manager", "user_21"),
    ];
    for (const clause of clauses) {
      const opposite = { ...clause, not: true } as PersonClause;
      const both = (await count([clause])) + (await count([opposite]));
      expect([clause, both]).toEqual([clause, numbers.length]);
    }
  });

  it("lets exactly its people through", async () => {
    const has = (test: (n: number) => boolean) => numbers.filter(test).length;
    expect(await count([problem("no_zone")])).toBe(has((n) => n % 50 === 0));
    expect(await count([problem("no_address")])).toBe(has((n) => n % 100 === 3));
    expect(await count([problem("suppressed")])).toBe(has((n) => n % 200 === 5));
    expect(await count([problem("paused")])).toBe(has((n) => n % 1000 === 0));
    const any = problem("no_zone", "no_address", "suppressed", "paused");
    expect(await count([any])).toBe(
      has((n) => n % 50 === 0 || n % 100 === 3 || n % 200 === 5 || n % 1000 === 0),
    );
    expect(await count([named("team", "team_3")])).toBe(has((n) => n <= 400 && n % 20 === 3));
    expect(await count([named("manager", "none")])).toBe(has((n) => n % 20 !== 0));
    const lately = { on: "added", after: new Date(NOW.getTime() - 100 * 60_000) } as const;
    expect(await count([lately])).toBe(has((n) => n < 100));
  });

  it("finds words in the name, the id and an address, whichever way it looks for them", async () => {
    for (const isCommon of [false, true]) {
      expect(await count([words("USER_99999", isCommon)])).toBe(1);
      expect(await count([words("person4242@EXAMPLE", isCommon)])).toBe(1);
      expect(await count([words("cem person", isCommon)])).toBe(
        numbers.filter((n) => n % 5 === 2 && n % 97 !== 0).length,
      );
      expect(await count([words("100%", isCommon)])).toBe(0);
    }
  });

  it("knows what there is to choose from", async () => {
    const { languages, managers } = await listPeopleValues(database.db, workspaceId);
    expect(languages).toEqual(["de", "en-GB", "fr"]);
    expect(managers).toContain("user_21");
  });
});

describe("the first page of 100,000 people", () => {
  /** The plan of what `run` asks first. */
  async function planOf(clauses: PersonClause[], by: PersonSort, desc: boolean): Promise<string> {
    const asked: { query: string; params: unknown[] }[] = [];
    const watched = new Proxy(database.db.$client, {
      get(client, name) {
        if (name !== "unsafe") return Reflect.get(client, name);
        return (query: string, params: unknown[] = [], ...rest: never[]) => {
          asked.push({ query, params });
          return client.unsafe(query, params as never[], ...rest);
        };
      },
    });
    const session = Reflect.get(database.db, "session") as { client: unknown };
    const { client } = session;
    session.client = watched;
    try {
      await listPeopleBy(database.db, workspaceId, clauses, { limit: 50, by, desc });
    } finally {
      session.client = client;
    }
    const [first] = asked;
    if (!first) throw new Error("Nothing was asked.");
    const rows = await database.db.$client.unsafe(
      `explain (costs off) ${first.query}`,
      first.params as never[],
    );
    return rows.map((row) => String(row["QUERY PLAN"])).join("\n");
  }

  it("of each order reads an index and sorts nothing", async () => {
    for (const desc of [false, true]) {
      for (const by of ["added", "name"] as const) {
        const plan = await planOf([], by, desc);
        expect(plan).toMatch(by === "added" ? /people_by_added/ : /people_by_name/);
        expect(plan).not.toMatch(/Seq Scan|Sort/);
      }
    }
  });

  it("of words that many have walks an index until the page is full", async () => {
    expect(await planOf([words("example", true)], "added", true)).toMatch(/people_by_added/);
  });
});
