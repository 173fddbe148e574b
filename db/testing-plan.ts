import type { Db } from "@/db/client";

/** The plan of the first query that `run` asks: names of nodes and indexes, as PostgreSQL chose them by its statistics. */
export async function planOf(db: Db, run: () => Promise<unknown>): Promise<string> {
  const asked: { query: string; params: unknown[] }[] = [];
  const watched = new Proxy(db.$client, {
    get(client, name) {
      if (name !== "unsafe") return Reflect.get(client, name);
      return (query: string, params: unknown[] = [], ...rest: never[]) => {
        asked.push({ query, params });
        return client.unsafe(query, params as never[], ...rest);
      };
    },
  });
  const session = Reflect.get(db, "session") as { client: unknown };
  const { client } = session;
  session.client = watched;
  try {
    await run();
  } finally {
    session.client = client;
  }
  const [first] = asked;
  if (!first) throw new Error("Nothing was asked.");
  const rows = await db.$client.unsafe(
    `explain (costs off) ${first.query}`,
    first.params as never[],
  );
  return rows.map((row) => String(row["QUERY PLAN"])).join("\n");
}
