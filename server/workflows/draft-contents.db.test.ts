import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR_MS } from "@/core/time";
import { findKeyed } from "@/db/queries/keyed";
import { findWorkflow } from "@/db/queries/workflows";
import type { Who } from "../cases/verbs";
import { savePolicy } from "../policies/save-policy";
import { saveTemplate } from "../templates/save-template";
import { type House, install, newOperator, newWorkspace, testHouse } from "../testing/house";
import { saveEditorDraft, storedDraft } from "./editor-draft";
import { previewPublish, publishWorkflow } from "./publish";
import { restoreVersion } from "./restore-version";

const email = (body: string) => ({
  channel: "email" as const,
  content: { subject: "Subject", body },
});
const documentOf = (step: object) => ({
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "Task {{ data.id }}",
  start: { event: "task.created" },
  stopsWhen: [{ event: "task.done" }],
  stages: [{ id: "a", name: "A", steps: [{ id: "wait", kind: "wait", for: "P2D" }, step] }],
});
const remind = { id: "remind", kind: "send", channels: [{ email: "reminder" }] };
const escalate = { id: "call-leads", kind: "escalate", policy: "leads" };

let house: House;
let who: Who;
let operatorId: string;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  const { ctx } = house;
  who = await newWorkspace(ctx);
  operatorId = await newOperator(ctx, who, "Ana");
  await saveTemplate(ctx, who, "alarm", email("It is late."));
  await savePolicy(ctx, who, "leads", {
    name: "Leads",
    levels: [
      {
        targets: [{ manager: "person" }],
        channels: [{ email: "alarm" }],
        acknowledgeWithin: "P1D",
      },
    ],
  });
  await install(ctx, who, "tasks", documentOf(remind));
});

type Contents = Awaited<ReturnType<typeof storedDraft>>["document"]["contents"];

const open = (key: string) => storedDraft(house.ctx.db, who.workspaceId, key);
const row = async (key = "tasks") =>
  (await findWorkflow(house.ctx.db, who.workspaceId, key))?.workflow;
const bodyOf = async (key: string) =>
  (await findKeyed(house.ctx.db, who.workspaceId, "templates", key))?.template.content.body;

/** Saves the stored document in an editor with these contents, and its first stage under a name. */
async function save(contents: Contents, name = "A", key = "tasks") {
  const { document, state } = await open(key);
  const stages = document.definition.stages.map((stage) => ({ ...stage, name }));
  const definition = { ...document.definition, stages };
  const writer = { workspaceId: who.workspaceId, operatorId, name: "Ana" };
  const saved = { document: { ...document, definition, contents }, ifMatch: state.revision };
  return saveEditorDraft(house.ctx, writer, key, saved);
}

const publish = (key = "tasks") => publishWorkflow(house.ctx, who, key, { inFlight: "finish" });

describe("contents that nothing sends", () => {
  it("make no draft of a document that says what is live, and wait beside it", async () => {
    expect(await save({ later: email("For later") })).toMatchObject({ hasDraft: false });
    expect((await open("tasks")).document.contents).toEqual({ later: email("For later") });
  });

  it("wait there through a publishing and through a draft that is discarded", async () => {
    await save({ later: email("For later"), reminder: email("New words") }, "B");
    await publish();
    expect(await row()).toMatchObject({ draft: null, draftTemplates: { later: {} } });
    await save({ later: email("For later"), reminder: email("Newer words") }, "C");
    const { liveVersion, revision } = (await row()) ?? {};
    await restoreVersion(
      house.ctx,
      { ...who, actor: { kind: "operator", id: operatorId, name: "Ana" } },
      "tasks",
      {
        version: liveVersion ?? 0,
        ifMatch: revision ?? 0,
      },
    );
    expect((await row())?.draft).toBeNull();
    expect((await row())?.draftTemplates).toEqual({ later: email("For later") });
  });
});

describe("contents that are sent", () => {
  it("and say what is published already are no draft, and are not published again", async () => {
    const published = (await findKeyed(house.ctx.db, who.workspaceId, "templates", "reminder"))
      ?.template;
    if (!published) throw new Error("There is no reminder");
    expect(await save({ reminder: published })).toMatchObject({ hasDraft: false });
    await save({ reminder: published }, "B");
    const { contents } = await previewPublish(house.ctx, who, "tasks");
    expect(contents).toEqual([]);
  });

  it("by the policy of a step are a draft, are shown and are published", async () => {
    await install(house.ctx, who, "calls", documentOf(escalate));
    expect(await save({ alarm: email("It is very late.") }, "A", "calls")).toMatchObject({
      hasDraft: true,
    });
    const { contents } = await previewPublish(house.ctx, who, "calls");
    expect(contents.map(({ key }) => key)).toEqual(["alarm"]);
    await publish("calls");
    expect(await bodyOf("alarm")).toBe("It is very late.");
  });

  it("by the policy of another workflow too are said to be that one's", async () => {
    await install(house.ctx, who, "calls", documentOf(escalate));
    const sends = { ...remind, channels: [{ email: "alarm" }] };
    await install(house.ctx, who, "alarms", documentOf(sends));
    await save({ alarm: email("Other words") }, "A", "alarms");
    const { contents } = await previewPublish(house.ctx, who, "alarms");
    expect(contents).toMatchObject([{ key: "alarm", alsoUsedBy: ["calls"] }]);
  });
});

describe("who writes a draft", () => {
  it("is told by the database's clock, not by that of the process", async () => {
    await save({}, "B");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR_MS });
    try {
      await save({}, "C");
    } finally {
      vi.useRealTimers();
    }
    const lines = await house.ctx.db.execute(sql`
      select 1 from audit_log where workspace_id = ${who.workspaceId}
        and action = 'workflow.draft_saved' and actor->>'kind' = 'operator'`);
    expect(lines).toHaveLength(1);
  });
});
