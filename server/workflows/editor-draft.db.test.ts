import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import { inTransaction } from "@/db/client";
import { letGoOfDraft } from "@/db/queries/workflow-drafts";
import type { Who } from "@/server/cases/verbs";
import { type House, install, newOperator, newWorkspace, testHouse } from "@/server/testing/house";
import { draftState, saveEditorDraft, storedDraft, WRITER_HOLDS_MS } from "./editor-draft";
import { takeOverDraft } from "./take-over-draft";

const KEY = "tasks";
const DOCUMENT = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "Task {{ data.id }}",
  start: { event: "task.created" },
  stopsWhen: [{ event: "task.done" }],
  stages: [
    {
      id: "a",
      name: "A",
      steps: [
        { id: "s1", kind: "send", channels: [{ email: "first" }] },
        { id: "w1", kind: "wait", for: "P2D" },
      ],
    },
  ],
};

let house: House;
let who: Who;
let ana: ReturnType<typeof asWriter>;
let ben: ReturnType<typeof asWriter>;

beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await install(house.ctx, who, KEY, DOCUMENT);
  ana = asWriter(await editor("Ana"), "Ana");
  ben = asWriter(await editor("Ben"), "Ben");
});

const editor = (name: string) => newOperator(house.ctx, who, name);

function asWriter(operatorId: string, name: string) {
  const writer = { workspaceId: who.workspaceId, operatorId, name };
  return {
    id: operatorId,
    save: (document: WorkflowDocument, ifMatch: number) =>
      saveEditorDraft(house.ctx, writer, KEY, { document, ifMatch }),
    takeOver: () => takeOverDraft(house.ctx, writer, KEY),
    letGo: () =>
      inTransaction(house.ctx.db, (tx) => letGoOfDraft(tx, who.workspaceId, KEY, operatorId)),
  };
}

const stored = () => storedDraft(house.ctx.db, who.workspaceId, KEY);
const state = () => draftState(house.ctx.db, who.workspaceId, KEY);

/** The stored document with its first stage under another name. */
async function renamed(name: string) {
  const { document, state: at } = await stored();
  const { definition } = document;
  const stages = definition.stages.map((stage) => ({ ...stage, name }));
  return { document: { ...document, definition: { ...definition, stages } }, at: at.revision };
}

async function save(by: typeof ana, name: string) {
  const { document, at } = await renamed(name);
  return by.save(document, at);
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** Time passes: whoever wrote stopped so long ago. */
const later = (ms: number) =>
  house.ctx.db.execute(sql`
    update workflows set writer_until = writer_until - make_interval(secs => ${ms / 1_000})
    where workspace_id = ${who.workspaceId}`);

const audited = async () =>
  (
    await house.ctx.db.execute<{ action: string; actor: string }>(sql`
      select action, actor->>'name' as actor from audit_log
      where workspace_id = ${who.workspaceId} and actor->>'kind' = 'operator' order by id`)
  ).map(({ action, actor }) => `${actor} ${action}`);

describe("the draft of an editor", () => {
  it("belongs to whoever saved last until they have been still for two minutes", async () => {
    expect((await state()).writer).toBeNull();
    expect((await save(ana, "B")).writer).toEqual({ id: ana.id, name: "Ana" });
    expect(await refusal(save(ben, "C"))).toBe("conflict");
    await later(WRITER_HOLDS_MS - 10_000);
    expect(await refusal(save(ben, "C"))).toBe("conflict");
    await save(ana, "D");
    await later(WRITER_HOLDS_MS - 10_000);
    expect(await refusal(save(ben, "C"))).toBe("conflict");
    await later(10_000);
    expect((await state()).writer).toBeNull();
    expect((await save(ben, "C")).writer).toEqual({ id: ben.id, name: "Ben" });
    expect((await stored()).document.definition.stages[0]?.name).toBe("C");
  });

  it("can be taken over, and the one who wrote it is refused from then on", async () => {
    await save(ana, "B");
    expect(await ben.takeOver()).toMatchObject({ writer: { name: "Ben" } });
    expect(await refusal(save(ana, "C"))).toBe("conflict");
    expect((await save(ben, "D")).writer?.name).toBe("Ben");
  });

  it("is let go only by whoever has it", async () => {
    await save(ana, "B");
    await ben.letGo();
    expect((await state()).writer?.name).toBe("Ana");
    await ana.letGo();
    expect((await state()).writer).toBeNull();
  });

  it("is not saved over another revision, and nothing changes then", async () => {
    const { document, at } = await renamed("B");
    const { revision } = await ana.save(document, at);
    expect(revision).toBe(at + 1);
    await ana.letGo();
    const stale = await renamed("C");
    expect(await refusal(ben.save(stale.document, at))).toBe("precondition_failed");
    expect(await state()).toMatchObject({ revision, writer: null });
    expect((await stored()).document).toEqual(document);
  });

  it("that says what is live is no draft", async () => {
    const live = (await stored()).document;
    expect(await state()).toMatchObject({ hasDraft: false, liveVersion: 1 });
    const changed = await save(ana, "B");
    expect(changed.hasDraft).toBe(true);
    const back = await ana.save(live, changed.revision);
    expect(back).toMatchObject({ hasDraft: false, liveVersion: 1 });
    expect((await stored()).document).toEqual(live);
  });

  it("keeps contents apart from what is published, so that live cases do not notice", async () => {
    const live = (await stored()).document;
    const words = { channel: "email" as const, content: { subject: "New", body: "New words" } };
    const { revision } = await state();
    const { hasDraft } = await ana.save({ ...live, contents: { first: words } }, revision);
    expect(hasDraft).toBe(true);
    expect((await stored()).document.contents).toEqual({ first: words });
    const [published] = await house.ctx.db.execute<{ subject: string }>(sql`
      select template->'content'->>'subject' as subject from templates
      where workspace_id = ${who.workspaceId} and key = 'first'`);
    expect(published?.subject).toBe("first {{ case.number }}");
  });

  it("leaves one line in the audit log for each sitting, however often it is saved", async () => {
    await save(ana, "B");
    await save(ana, "C");
    await save(ana, "D");
    expect(await audited()).toEqual(["Ana workflow.draft_saved"]);
    await later(WRITER_HOLDS_MS);
    await save(ana, "E");
    await ben.takeOver();
    await save(ben, "F");
    expect(await audited()).toEqual([
      "Ana workflow.draft_saved",
      "Ana workflow.draft_saved",
      "Ben workflow.draft_taken",
    ]);
  });

  it("of a workflow that is not there is refused", async () => {
    const { document } = await stored();
    const writer = { workspaceId: who.workspaceId, operatorId: ana.id, name: "Ana" };
    const attempt = saveEditorDraft(house.ctx, writer, "gone", { document, ifMatch: 1 });
    expect(await refusal(attempt)).toBe("not_found");
    expect(await refusal(takeOverDraft(house.ctx, writer, "gone"))).toBe("not_found");
    expect(await refusal(draftState(house.ctx.db, who.workspaceId, "gone"))).toBe("not_found");
  });

  it("of one workspace is not there for another", async () => {
    await save(ana, "B");
    const other = await newWorkspace(house.ctx);
    const writer = { workspaceId: other.workspaceId, operatorId: ana.id, name: "Ana" };
    expect(await refusal(takeOverDraft(house.ctx, writer, KEY))).toBe("not_found");
  });
});
