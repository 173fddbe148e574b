import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ScenarioTest } from "@/core/case/scenario-test";
import { KEY_CHARS_MAX, Key } from "@/core/ids";
import { Definition } from "@/core/workflow/definition";
import { listScenarios } from "@/db/queries/scenarios";
import { freeWorkflowKey } from "@/db/queries/workflow-files";
import { findWorkflow } from "@/db/queries/workflows";
import type { Who } from "../cases/verbs";
import { type House, install, newOperator, newWorkspace, testHouse } from "../testing/house";
import { deleteScenario } from "./delete-scenario";
import { saveEditorDraft, storedDraft } from "./editor-draft";
import { importFile } from "./import-file";
import { saveDraft } from "./save-draft";
import { saveScenario } from "./save-scenario";

const DOCUMENT = {
  schema: 1,
  purpose: "reminder",
  topic: "tasks",
  subject: "Task {{ data.id }}",
  stopsWhen: [{ event: "task.done" }],
  stages: [
    {
      id: "a",
      name: "A",
      steps: [{ id: "s1", kind: "send", channels: [{ email: "first" }] }],
    },
  ],
};
const definition = Definition.parse(DOCUMENT);
const email = (body: string) => ({
  channel: "email" as const,
  content: { subject: "Subject", body },
});
const scenario = (key: string) =>
  ScenarioTest.parse({
    key,
    name: key,
    person: { id: "mara" },
    startAt: "2026-11-24T09:12:00Z",
    scenario: {},
  });

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await install(house.ctx, who, "tasks", DOCUMENT);
});

const row = async (key = "tasks") =>
  (await findWorkflow(house.ctx.db, who.workspaceId, key))?.workflow;
const revision = async () => (await row())?.revision ?? 0;
const put = (more: object = {}, options: Parameters<typeof saveDraft>[4] = {}, key = "tasks") =>
  saveDraft(house.ctx, who, key, { name: "Tasks", definition, ...more }, options);

describe("a draft that is written whole", () => {
  it("is refused when a scenario was kept or deleted since it was read", async () => {
    const read = await revision();
    await saveScenario(house.ctx, who, "tasks", scenario("kept"));
    await expect(put({ scenarios: [] }, { ifMatch: read })).rejects.toMatchObject({
      code: "precondition_failed",
    });
    expect(await listScenarios(house.ctx.db, who.workspaceId, "tasks")).toHaveLength(1);
    const again = await revision();
    await deleteScenario(house.ctx, who, "tasks", "kept");
    await expect(put({}, { ifMatch: again })).rejects.toMatchObject({
      code: "precondition_failed",
    });
  });

  it("leaves those contents of the draft alone that its steps do not send", async () => {
    await put({ templates: { first: email("Mine"), unused: email("For later") } });
    await put({ templates: { first: email("Theirs") } });
    expect((await row())?.draftTemplates).toEqual({
      first: email("Theirs"),
      unused: email("For later"),
    });
    await put({ templates: {} });
    expect((await row())?.draftTemplates).toEqual({ unused: email("For later") });
  });

  it.each(["new", "export"])(
    "cannot take the key %s, where the console has a page",
    async (key) => {
      const refused = { code: "invalid", errors: [{ path: "key" }] };
      await expect(put({}, {}, key)).rejects.toMatchObject(refused);
      await expect(put({}, { onlyNew: true }, key)).rejects.toMatchObject(refused);
      const text = JSON.stringify({ definition: DOCUMENT });
      const file = { text, key, name: "Tasks", replaces: null };
      await expect(importFile(house.ctx, who, file)).rejects.toMatchObject(refused);
      expect(await row(key)).toBeUndefined();
    },
  );
});

describe("a file over a draft that somebody else is writing", () => {
  it("is refused, while the API with the revision goes on", async () => {
    const { workspaceId } = who;
    const operatorId = await newOperator(house.ctx, who, "Ana");
    const { document, state } = await storedDraft(house.ctx.db, workspaceId, "tasks");
    const changed = { ...document, name: "By Ana" };
    const writer = { workspaceId, operatorId, name: "Ana" };
    const saved = await saveEditorDraft(house.ctx, writer, "tasks", {
      document: changed,
      ifMatch: state.revision,
    });
    const text = JSON.stringify({ definition: DOCUMENT });
    const file = { text, key: "tasks", name: "From a file", replaces: saved.revision };
    await expect(importFile(house.ctx, who, file)).rejects.toMatchObject({ code: "conflict" });
    expect((await row())?.name).toBe("By Ana");
    const own = { ...who, actor: { kind: "operator" as const, id: operatorId, name: "Ana" } };
    await importFile(house.ctx, own, file);
    await put({ name: "By the API" }, { ifMatch: await revision() });
    expect((await row())?.name).toBe("By the API");
  });
});

it("a free key is a key, also beside the longest one there can be", async () => {
  const long = "k".repeat(KEY_CHARS_MAX);
  await put({}, {}, long);
  const free = await freeWorkflowKey(house.ctx.db, who.workspaceId, long);
  expect(Key.safeParse(free).success).toBe(true);
  await put({}, { onlyNew: true }, free);
  expect(await freeWorkflowKey(house.ctx.db, who.workspaceId, long)).not.toBe(free);
});
