import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findBulkJob, listBulkResults } from "@/db/queries/bulk-jobs";
import { findCases } from "@/db/queries/cases";
import { people } from "@/db/schema/people";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { bulkCases, bulkForOperator, cancelBulk, runBulk, undoBulk } from "./bulk";
import { reassignCase, resolveCase, snoozeCase, type Who } from "./verbs";

const workflow = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.id }}",
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [{ id: "only", name: "Only", steps: [{ id: "w1", kind: "wait", for: "P1D" }] }],
};

let house: House;
let who: Who;
let ids: string[];

beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await install(house.ctx, who, "invoices", workflow);
  const many = Array.from({ length: 25 }, (_, i) => ({ personId: "maria", data: { id: i } }));
  ids = await openMany(house.ctx, who, "invoices", many);
  house.jobs.length = 0;
});

const resolve = (some: readonly string[]) => ({
  ids: some,
  action: "resolve" as const,
  params: {},
});
const statuses = async () => {
  const rows = await findCases(house.ctx.db, who.workspaceId, ids);
  return rows.filter(({ status }) => status === "resolved").length;
};
const job = (id: string) => findBulkJob(house.ctx.db, who.workspaceId, id);
const runJobs = async () => {
  for (const { payload } of house.jobs.splice(0)) {
    await runBulk(house.ctx, payload as Parameters<typeof runBulk>[1]);
  }
};

describe("the same for many cases", () => {
  it("is done at once for a few, and tells which were passed over and why", async () => {
    const [closed = ""] = ids;
    await resolveCase(house.ctx, who, closed, {});
    const { jobId, isRunning } = await bulkForOperator(house.ctx, who, resolve(ids.slice(0, 3)));
    expect(isRunning).toBe(false);
    expect(await job(jobId)).toMatchObject({ total: 3, done: 2, refused: 1, canceled: 0 });
    const results = await listBulkResults(house.ctx.db, who.workspaceId, jobId);
    expect(results.find(({ caseId }) => caseId === closed)?.reason).toMatch(/already resolved/);
  });

  it("is left to a job for many, whose progress can be read", async () => {
    const { jobId, isRunning } = await bulkForOperator(house.ctx, who, resolve(ids));
    expect([isRunning, await statuses()]).toEqual([true, 0]);
    expect(await job(jobId)).toMatchObject({ total: 25, done: 0 });
    await runJobs();
    expect(await job(jobId)).toMatchObject({ total: 25, done: 25 });
  });

  it("stops when it is canceled, and says which cases had not had their turn", async () => {
    const { jobId } = await bulkForOperator(house.ctx, who, resolve(ids));
    await cancelBulk(house.ctx, who, jobId);
    await runJobs();
    expect(await job(jobId)).toMatchObject({ done: 0, canceled: 25 });
    expect(await statuses()).toBe(0);
  });

  it("changes no result when its job runs again after a worker died", async () => {
    const { jobId } = await bulkCases(house.ctx, who, { ...resolve(ids), ids });
    const again = [...house.jobs];
    await runJobs();
    house.jobs.push(...again);
    await runJobs();
    expect(await job(jobId)).toMatchObject({ done: 25, refused: 0 });
  });

  it("can be undone after a few were resolved: they are open, what was closed before stays closed", async () => {
    const [closed = ""] = ids;
    await resolveCase(house.ctx, who, closed, {});
    const { jobId } = await bulkForOperator(house.ctx, who, resolve(ids.slice(0, 3)));
    await undoBulk(house.ctx, who, jobId);
    const rows = await findCases(house.ctx.db, who.workspaceId, ids.slice(0, 3));
    const open = rows.filter(({ status }) => status === "open").map(({ id }) => id);
    expect(open.sort()).toEqual(ids.slice(1, 3).sort());
  });

  it("gives snoozed and reassigned cases back as they were, each in its own way", async () => {
    const [own = "", other = ""] = ids;
    const staff = ["ana", "mara"].map((id) => ({ workspaceId: who.workspaceId, id, name: id }));
    await house.ctx.db.insert(people).values(staff);
    const some = [own, other];
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const later = new Date(Date.now() + 172_800_000).toISOString();
    await reassignCase(house.ctx, who, own, { personId: "ana" });
    await snoozeCase(house.ctx, who, own, { until });
    const stands = async () => {
      const rows = await findCases(house.ctx.db, who.workspaceId, some);
      const found = rows.map(({ id, ownerPersonId, snoozedUntil }) => [
        id,
        [ownerPersonId, snoozedUntil?.toISOString()],
      ]);
      return Object.fromEntries(found);
    };
    const before = await stands();
    const snooze = { ids: some, action: "snooze" as const, params: { until: later } };
    const snoozed = await bulkForOperator(house.ctx, who, snooze);
    const owner = { ids: some, action: "reassign" as const, params: { personId: "mara" } };
    const given = await bulkForOperator(house.ctx, who, owner);
    expect(await stands()).toEqual({ [own]: ["mara", later], [other]: ["mara", later] });
    await undoBulk(house.ctx, who, given.jobId);
    await undoBulk(house.ctx, who, snoozed.jobId);
    expect(await stands()).toEqual(before);
  });

  it("leaves a case to whoever gave it to somebody else meanwhile", async () => {
    const [own = ""] = ids;
    const staff = ["ana", "mara"].map((id) => ({ workspaceId: who.workspaceId, id, name: id }));
    await house.ctx.db.insert(people).values(staff);
    const give = { ids: [own], action: "reassign" as const, params: { personId: "ana" } };
    const { jobId } = await bulkForOperator(house.ctx, who, give);
    await reassignCase(house.ctx, who, own, { personId: "mara" });
    const undone = await undoBulk(house.ctx, who, jobId);
    expect(await job(undone.jobId)).toMatchObject({ done: 0, refused: 1 });
    const [row] = await findCases(house.ctx.db, who.workspaceId, [own]);
    expect(row?.ownerPersonId).toBe("mara");
  });

  it("is snoozed again after its resolution is taken back", async () => {
    const [own = ""] = ids;
    const until = new Date(Date.now() + 86_400_000).toISOString();
    await snoozeCase(house.ctx, who, own, { until });
    const { jobId } = await bulkForOperator(house.ctx, who, resolve([own]));
    await undoBulk(house.ctx, who, jobId);
    const [row] = await findCases(house.ctx.db, who.workspaceId, [own]);
    expect([row?.status, row?.snoozedUntil?.toISOString()]).toEqual(["open", until]);
  });

  it("is not undone a second time, nor long after", async () => {
    const [own = ""] = ids;
    const { jobId } = await bulkForOperator(house.ctx, who, resolve([own]));
    await undoBulk(house.ctx, who, jobId);
    const again = await undoBulk(house.ctx, who, jobId);
    expect(await job(again.jobId)).toMatchObject({ done: 0, refused: 1 });
    await house.ctx.db.execute(sql`update bulk_jobs set created_at = now() - interval '1 day'`);
    await expect(undoBulk(house.ctx, who, jobId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("cannot be undone as a whole after a job, nor by another workspace", async () => {
    const { jobId } = await bulkForOperator(house.ctx, who, resolve(ids));
    await expect(undoBulk(house.ctx, who, jobId)).rejects.toMatchObject({ code: "conflict" });
    const stranger = await newWorkspace(house.ctx);
    await expect(undoBulk(house.ctx, stranger, jobId)).rejects.toMatchObject({ code: "not_found" });
    await expect(cancelBulk(house.ctx, stranger, jobId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
