import { afterAll, beforeAll, expect, it } from "vitest";
import type { WorkspaceId } from "@/core/ids";
import { armsText } from "@/core/metrics/arm-of";
import { inTransaction } from "@/db/client";
import { storeFacts } from "@/db/queries/case-facts";
import { operators } from "@/db/schema/operators";
import { nowOf } from "@/server/clock/clock";
import { testApi } from "@/server/http/testing";
import { type House, testHouse } from "@/server/testing/house";
import { createView } from "@/server/views/create-view";
import { deleteView } from "@/server/views/delete-view";
import { reportResponse } from "./report-response";
import { storedFacts } from "./testing";

let house: House;
let api: ReturnType<typeof testApi>;
let key: string;
let workspaceId: WorkspaceId;

const SHORT = armsText([
  ["tone", "Soft, short"],
  ["when", "At 9=sharp"],
]);
const SOFT = armsText([["tone", "Soft"]]);

beforeAll(async () => {
  house = await testHouse();
  const { db } = house.ctx;
  api = testApi(db);
  key = await api.newKey();
  const { headers } = await api.call(key, "GET", "/topics");
  workspaceId = headers.get("x-workspace-id") as WorkspaceId;
  const openedAt = await nowOf(db, workspaceId);
  const facts = (arm: string, version: number) =>
    storedFacts({
      workspaceId,
      day: new Date(openedAt).toISOString().slice(0, 10),
      version,
      locale: "de",
      facts: { arm, openedAt, tallies: { "opened|||0": 1, "reached|||0": 1 } },
    });
  await inTransaction(db, (tx) =>
    storeFacts(tx, [facts(SHORT, 1), facts(SOFT, 1), facts(SOFT, 2)]),
  );
}, 60_000);
afterAll(() => house.database.drop());

async function file(query: Record<string, string>): Promise<[number, string]> {
  const response = await reportResponse(
    house.ctx.db,
    { workspaceId, slug: "acme", timeZone: "UTC" },
    `?${new URLSearchParams(query)}`,
  );
  return [response.status, await response.text()];
}
const get = (report: string, query: Record<string, string>) =>
  api.call(key, "GET", `/analytics/${report}?${new URLSearchParams(query)}`);
async function opened(query: Record<string, string>): Promise<number> {
  const { kpis } = (await get("summary", query)).json;
  return (kpis as { opened: number }).opened;
}

it("cases are asked for by arms of any name, and by several at once in any order", async () => {
  const [tone = "", when = ""] = SHORT.split(",");
  for (const locale of [{}, { locale: "de" }]) {
    expect(await opened({ arm: tone, ...locale })).toBe(1);
    expect(await opened({ arm: SOFT, ...locale })).toBe(2);
    expect(await opened({ arm: `${when},${tone}`, ...locale })).toBe(1);
    expect(await opened({ arm: `${when},${SOFT}`, ...locale })).toBe(0);
  }
  expect((await get("escalations", { arm: `${when},${tone}` })).status).toBe(200);
  expect((await file({ report: "escalations", arm: SOFT }))[0]).toBe(200);
  const { status, json } = await get("summary", { arm: "tone=Soft, short" });
  expect([status, json.errors]).toEqual([422, [expect.objectContaining({ path: "arm" })]]);
});

it("versions are told apart within one workflow only", async () => {
  const { status, json } = await get("response-time", { by: "version" });
  expect([status, json.errors]).toEqual([
    422,
    [{ path: "by", message: "version needs the workflow it is of" }],
  ]);
  const csv = await get("response-time", { by: "version", format: "csv" });
  expect(csv.status).toBe(422);
  const one = await get("response-time", { by: "version", workflow: "invoices" });
  expect(one.json.curves).toMatchObject([{ key: "1" }, { key: "2" }]);
  expect(await file({ report: "response-time", by: "version" })).toEqual([
    422,
    "There is no report of this. by version needs the workflow it is of.",
  ]);
  expect((await get("summary", { workflow: "invoices", version: "99999999999" })).status).toBe(422);
});

it("people of a saved view that is no more have no report, and the answer says so", async () => {
  const { ctx } = house;
  await ctx.db.insert(operators).values({ id: "ana", name: "Ana", email: "ana@example.com" });
  const actor = { kind: "operator", id: "ana", name: "Ana" } as const;
  const ana = { workspaceId, operatorId: "ana", actor };
  const { id: segment } = await createView(ctx, ana, {
    list: "people",
    name: "German",
    query: "language=de",
    shared: true,
  });
  expect((await get("summary", { segment })).status).toBe(200);
  expect((await file({ report: "all", segment }))[0]).toBe(200);
  await deleteView(ctx, ana, segment);
  const message = "There is no such saved view of people.";
  for (const format of ["json", "csv"]) {
    const { status, json } = await get("trend", { segment, format });
    expect([status, json]).toMatchObject([404, { code: "not_found", detail: message }]);
  }
  expect(await file({ report: "trend", segment })).toEqual([404, message]);
  expect(await file({ report: "all", segment })).toEqual([404, message]);
});

it.each([
  { arm: "nonsense" },
  { segment: "vip" },
  { workflow: "invoices", version: "two" },
  { version: "2" },
  { channel: "pigeon" },
])("a file of %j is refused, since it would be of more cases than that", async (query) => {
  const [status, text] = await file({ report: "summary", ...query });
  expect([status, text]).toEqual([422, expect.stringContaining(Object.keys(query).at(-1) ?? "")]);
});

it("there is no file of a report that there is not", async () => {
  expect(await file({ report: "weather" })).toEqual([404, "There is no such report."]);
});
