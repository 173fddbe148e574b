import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobPolicy } from "@/core/jobs";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import { Definition } from "@/core/workflow/definition";
import { inTransaction } from "@/db/client";
import { findKeyed } from "@/db/queries/keyed";
import { putScenario } from "@/db/queries/scenarios";
import { setDraft } from "@/db/queries/workflow-drafts";
import { findVersion, findWorkflow, listVersions } from "@/db/queries/workflows";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { saveTemplate } from "../templates/save-template";
import {
  type House,
  install,
  messagesIn,
  newWorkspace,
  openMany,
  testHouse,
} from "../testing/house";
import { moveLater } from "./move-later";
import { previewPublish, publishWorkflow } from "./publish";
import { restoreVersion, rollBack } from "./restore-version";
import { saveDraft } from "./save-draft";

const hold = { id: "hold", kind: "wait", for: "P2D" };
const remind = { id: "remind", kind: "send", channels: [{ email: "reminder" }] };
const documentOf = (steps: unknown[]) => ({
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created", where: "data.amount > 10" },
  subject: "Invoice {{ data.id }}",
  stopsWhen: [{ event: "invoice.paid" }],
  stages: [
    { id: "first", name: "First", steps },
    { id: "last", name: "Last", steps: [{ id: "end", kind: "wait", for: "P9D" }] },
  ],
});

type Job = { name: string; payload: unknown; startAfter: Date | undefined };

let house: House;
let ctx: Ctx;
let who: Who;
let jobs: Job[];
let ids: string[];

beforeAll(async () => {
  house = await testHouse();
  ctx = {
    ...house.ctx,
    enqueue: async (_tx, name, payload, options) => {
      const parsed = jobPolicy(name).payload.parse(payload);
      jobs.push({ name, payload: parsed, startAfter: options?.startAfter });
    },
  };
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  jobs = [];
  who = await newWorkspace(ctx);
  await install(ctx, who, "invoices", documentOf([hold, remind]));
  const many = Array.from({ length: 12 }, (_, i) => ({ personId: `p${i}`, data: { id: i } }));
  ids = await openMany(ctx, who, "invoices", many);
});

const draft = (steps: unknown[]) =>
  saveDraft(ctx, who, "invoices", {
    name: "Invoices",
    definition: Definition.parse(documentOf(steps)),
  });
const preview = (restore?: number) => previewPublish(ctx, who, "invoices", { restore });
const publish = (input: Partial<Parameters<typeof publishWorkflow>[3]> = {}) =>
  publishWorkflow(ctx, who, "invoices", { inFlight: "finish", ...input });
const stands = async () => [
  ...(await ctx.db.execute<{ version: number; step: string; n: number }>(sql`
    select version, step, count(*)::int as n from cases where workspace_id = ${who.workspaceId}
    group by 1, 2 order by 1, 2`)),
];
const actions = async (): Promise<string[]> => {
  const rows = await ctx.db.execute<{ action: string }>(sql`
    select action from audit_log where workspace_id = ${who.workspaceId} order by id`);
  return rows.map(({ action }) => action);
};

describe("the preview of a draft", () => {
  it("says who stands where, where they would land and what they would get at once", async () => {
    await draft([{ ...hold, for: "P3D" }, remind]);
    const { changes, impact, version } = await preview();
    expect(version).toBe(2);
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      ["Wait 2 days.", "Wait 3 days."],
    ]);
    expect(impact).toMatchObject({ inFlight: 12, unplaced: 0 });
    const [row] = impact.landing;
    expect(row).toMatchObject({
      cases: 12,
      place: "edited",
      stepSentence: "Wait 2 days.",
      landsOnSentence: "Wait 3 days.",
      next: { tried: 12, soon: 0, unchanged: 0 },
    });
    expect((row?.next?.from ?? 0) - Date.now()).toBeGreaterThan(2 * 24 * HOUR_MS);
  });

  it("tells of messages that the move would send now, when the step they wait at is gone", async () => {
    await draft([remind]);
    const { impact } = await preview();
    expect(impact.landing).toMatchObject([
      { step: "hold", landsOn: "remind", place: "gone", next: { tried: 12, soon: 12 } },
    ]);
  });

  it("counts the starts of the last days that meet the condition", async () => {
    await ctx.db.execute(sql`
      insert into events (workspace_id, id, name, data, occurred_at, received_at, result)
      select ${who.workspaceId}, gen_random_uuid(), 'invoice.created',
        jsonb_build_object('amount', case when n % 2 = 0 then 100 else 1 end), now(), now(), '{}'
      from generate_series(1, 280) n`);
    await draft([hold]);
    expect((await preview()).impact.startsPerDay).toBe(10);
  });

  it("is bound to the draft, to its contents and to the live version", async () => {
    await draft([{ ...hold, for: "P3D" }, remind]);
    const { confirmToken } = await preview();
    await draft([{ ...hold, for: "P4D" }, remind]);
    await expect(publish({ confirmToken })).rejects.toMatchObject({ code: "conflict" });
    const again = await preview();
    await withContents({
      reminder: { channel: "email", content: { subject: "New", body: "New" } },
    });
    await expect(publish({ confirmToken: again.confirmToken })).rejects.toMatchObject({
      code: "conflict",
    });
    const { confirmToken: fresh } = await preview();
    expect(await publish({ confirmToken: fresh })).toMatchObject({ version: 2 });
  });
});

type Contents = Parameters<typeof setDraft>[1]["contents"];

async function withContents(contents: Contents): Promise<void> {
  const { workspaceId } = who;
  const stored = await findWorkflow(ctx.db, workspaceId, "invoices");
  const definition = stored?.workflow.draft ?? stored?.live?.definition;
  if (!definition) throw new Error("There is no document");
  await inTransaction(ctx.db, (tx) =>
    setDraft(tx, {
      workspaceId,
      key: "invoices",
      name: "Invoices",
      draft: definition,
      contents,
    }),
  );
}

describe("the contents of a draft", () => {
  const email = (body: string) => ({
    channel: "email" as const,
    content: { subject: "Reminder", body },
  });
  const stored = async () =>
    (await findKeyed(ctx.db, who.workspaceId, "templates", "reminder"))?.template.content.body;

  it("stay in the draft until it is published, and then are what is sent", async () => {
    await withContents({ reminder: email("Please pay.") });
    expect(await stored()).toBe("About {{ case.subject }}");
    const { contents } = await preview();
    expect(contents).toMatchObject([{ key: "reminder", isNew: false, alsoUsedBy: [] }]);
    await publish();
    expect(await stored()).toBe("Please pay.");
    expect((await findWorkflow(ctx.db, who.workspaceId, "invoices"))?.workflow).toMatchObject({
      draft: null,
      draftTemplates: {},
    });
    expect(await actions()).toContain("template.saved");
  });

  it("are said to be another workflow's too", async () => {
    await install(ctx, who, "orders", documentOf([remind]));
    await withContents({ reminder: email("Please pay.") });
    expect((await preview()).contents[0]?.alsoUsedBy).toEqual(["orders"]);
  });

  it("stand against publishing while they are not finished, with their places", async () => {
    await withContents({ reminder: email("") });
    const { unfinished } = await preview();
    expect(unfinished.map(({ path }) => path)).toEqual(["templates.reminder.content.body"]);
    await expect(publish()).rejects.toMatchObject({ code: "invalid" });
    await withContents({ reminder: email("{{ data.number") });
    await expect(publish()).rejects.toMatchObject({ code: "invalid" });
    expect(await stored()).toBe("About {{ case.subject }}");
  });
});

describe("contents that meet other work", () => {
  const email = (body: string) => ({
    channel: "email" as const,
    content: { subject: "Reminder", body },
  });
  const bodyOf = async (key: string) =>
    (await findKeyed(ctx.db, who.workspaceId, "templates", key))?.template.content.body;

  it("are not written over what somebody else published under their key after the preview", async () => {
    await withContents({ reminder: email("Mine") });
    const { confirmToken } = await preview();
    await saveTemplate(ctx, who, "reminder", email("Theirs"));
    await expect(publish({ confirmToken })).rejects.toMatchObject({ code: "conflict" });
    expect(await bodyOf("reminder")).toBe("Theirs");
  });

  it("that no step sends any more are neither published nor lost", async () => {
    await withContents({ reminder: email("Mine"), unused: email("Kept for later") });
    expect((await preview()).contents.map(({ key }) => key)).toEqual(["reminder"]);
    await publish();
    expect(await bodyOf("unused")).toBeUndefined();
    expect((await findWorkflow(ctx.db, who.workspaceId, "invoices"))?.workflow).toMatchObject({
      draft: null,
      draftTemplates: { unused: { content: { body: "Kept for later" } } },
    });
  });
});

describe("a scenario that fails", () => {
  const keep = (required: boolean) =>
    inTransaction(ctx.db, (tx) =>
      putScenario(tx, who.workspaceId, "invoices", {
        key: "nobody-answers",
        name: "Nobody answers",
        person: { name: "Maria", timeZone: "Europe/Berlin" },
        startAt: "2026-03-02T08:00:00Z",
        scenario: { behaviours: [] },
        expects: { end: { status: "resolved" } },
        required,
      }),
    );

  it("stands against publishing when it is required, and is said in the preview", async () => {
    await keep(true);
    await draft([{ ...hold, for: "P3D" }, remind]);
    const { scenarios } = await preview();
    expect(scenarios).toMatchObject([{ name: "Nobody answers", required: true, ok: false }]);
    await expect(publish()).rejects.toMatchObject({
      code: "invalid",
      errors: [{ path: "scenarios.nobody-answers" }],
    });
    await keep(false);
    expect(await publish()).toMatchObject({ version: 2 });
  });
});

describe("open cases", () => {
  it("finish on their version unless they are told to move", async () => {
    await draft([{ ...hold, for: "P3D" }, remind]);
    expect(await publish()).toEqual({ version: 2, moved: 0, movingLater: 0 });
    expect(await stands()).toEqual([{ version: 1, step: "hold", n: 12 }]);
  });

  it("move to where they stand, or to what comes next", async () => {
    await draft([remind, { id: "pause", kind: "wait", for: "P1D" }]);
    expect(await publish({ inFlight: "move" })).toEqual({ version: 2, moved: 12, movingLater: 0 });
    expect(await stands()).toEqual([{ version: 2, step: "pause", n: 12 }]);
    expect(await messagesIn(ctx.db, who.workspaceId)).toHaveLength(12);
    expect(await actions()).toContain("workflow.cases_moved");
  });

  it("that would send at once move over the time asked for, the first at once", async () => {
    const from = Date.now();
    await draft([remind, { id: "pause", kind: "wait", for: "P1D" }]);
    const done = await publish({ inFlight: "move", spreadMinutes: 120 });
    expect(done).toEqual({ version: 2, moved: 0, movingLater: 12 });
    expect(await stands()).toEqual([{ version: 1, step: "hold", n: 12 }]);
    expect(await messagesIn(ctx.db, who.workspaceId)).toEqual([]);
    const after = jobs.map(({ startAfter }) => ((startAfter?.getTime() ?? 0) - from) / MINUTE_MS);
    expect(after.map((minutes) => Math.round(minutes / 10))).toEqual(ids.map((_, i) => i));
    expect(await actions()).toContain("workflow.move_spread");

    const [first, ...rest] = jobs;
    const run = (job: Job | undefined) =>
      moveLater(ctx, job?.payload as Parameters<typeof moveLater>[1]);
    await run(first);
    await run(first);
    expect(await messagesIn(ctx.db, who.workspaceId)).toHaveLength(1);
    for (const job of rest) await run(job);
    expect(await stands()).toEqual([{ version: 2, step: "pause", n: 12 }]);
    expect(await messagesIn(ctx.db, who.workspaceId)).toHaveLength(12);
  });

  it("that send nothing at once are not spread", async () => {
    await draft([{ ...hold, for: "P3D" }, remind]);
    const done = await publish({ inFlight: "move", spreadMinutes: 120 });
    expect(done).toEqual({ version: 2, moved: 12, movingLater: 0 });
    expect(jobs).toEqual([]);
  });

  it("that wait for their move stay where they are when the version is taken back", async () => {
    await draft([remind, { id: "pause", kind: "wait", for: "P1D" }]);
    await publish({ inFlight: "move", spreadMinutes: 60 });
    await rollBack(ctx, who, "invoices", { toVersion: 1, inFlight: "finish" });
    for (const { payload } of jobs) {
      await moveLater(ctx, payload as Parameters<typeof moveLater>[1]);
    }
    expect(await stands()).toEqual([{ version: 1, step: "hold", n: 12 }]);
    expect(await actions()).toContain("workflow.move_dropped");
  });
});

describe("an earlier version", () => {
  beforeEach(async () => {
    await draft([{ ...hold, for: "P3D" }, remind]);
    await publish();
  });
  const stored = async () => (await findWorkflow(ctx.db, who.workspaceId, "invoices"))?.workflow;

  it("is made live again as the next one, which says where it comes from", async () => {
    const { confirmToken, changes, restoredFrom } = await preview(1);
    expect(restoredFrom).toBe(1);
    expect(changes.map(({ after }) => after)).toEqual(["Wait 2 days."]);
    await rollBack(ctx, who, "invoices", { toVersion: 1, inFlight: "finish", confirmToken });
    const { rows } = await listVersions(ctx.db, who.workspaceId, "invoices", { limit: 10 });
    expect(rows.map(({ version, restoredFrom }) => [version, restoredFrom])).toEqual([
      [3, 1],
      [2, null],
      [1, null],
    ]);
    expect(rows[0]?.definition).toEqual(rows[2]?.definition);
    expect((await stored())?.liveVersion).toBe(3);
  });

  it("leaves a draft alone, and cannot be the one that is live", async () => {
    await draft([hold]);
    await rollBack(ctx, who, "invoices", { toVersion: 1, inFlight: "finish" });
    expect((await stored())?.draft?.stages[0]?.steps).toHaveLength(1);
    await expect(
      rollBack(ctx, who, "invoices", { toVersion: 3, inFlight: "finish" }),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      rollBack(ctx, who, "invoices", { toVersion: 9, inFlight: "finish" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("becomes the draft, and says where it comes from when that is published as it is", async () => {
    const revision = (await stored())?.revision ?? 0;
    await restoreVersion(ctx, who, "invoices", { version: 1, ifMatch: revision });
    expect((await stored())?.draft?.stages[0]?.steps[0]).toMatchObject({ for: "P2D" });
    const { version } = await publish();
    expect(await findVersion(ctx.db, who.workspaceId, "invoices", version)).toMatchObject({
      restoredFrom: 1,
    });
  });

  it("does not take the place of a draft that was changed meanwhile", async () => {
    const revision = (await stored())?.revision ?? 0;
    await draft([hold]);
    await expect(
      restoreVersion(ctx, who, "invoices", { version: 1, ifMatch: revision }),
    ).rejects.toMatchObject({ code: "precondition_failed" });
    expect((await stored())?.draft?.stages[0]?.steps).toHaveLength(1);
  });
});
