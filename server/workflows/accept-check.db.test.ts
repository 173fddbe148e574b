import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AppError } from "@/core/errors";
import { Definition } from "@/core/workflow/definition";
import { checkMarks } from "@/core/workflow/problems/accepted";
import type { Who } from "../cases/verbs";
import { type House, install, newWorkspace, testHouse } from "../testing/house";
import { acceptCheck } from "./accept-check";
import { storedDraft } from "./editor-draft";
import { previewPublish } from "./publish";
import { saveDraft } from "./save-draft";
import { takeBackAcceptance } from "./take-back-acceptance";

const KEY = "tasks";
const NOTE = "We do this on purpose.";
const steps = (...ids: string[]) =>
  Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "tasks",
    subject: "Task {{ data.id }}",
    stopsWhen: [{ event: "task.done" }],
    stages: [
      {
        id: "a",
        name: "A",
        steps: ids.map((id) => ({ id, kind: "send", channels: [{ email: "first" }] })),
      },
    ],
  });

let house: House;
let who: Who;
let ana: { workspaceId: Who["workspaceId"]; operatorId: string; name: string };
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  ana = { workspaceId: who.workspaceId, operatorId: "op_ana", name: "Ana" };
  await install(house.ctx, who, KEY, steps("s1"));
  await draft("s1", "s2");
});

const draft = (...ids: string[]) =>
  saveDraft(house.ctx, who, KEY, { key: KEY, name: "Tasks", definition: steps(...ids) });
const preview = () => previewPublish(house.ctx, who, KEY);
const checkOf = async (code: string) =>
  (await preview()).checks.find((one) => one.code === code)?.check ?? "";
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );
const audited = async () => {
  const rows = await house.ctx.db.execute<{ action: string; detail: unknown }>(sql`
    select action, detail from audit_log where workspace_id = ${who.workspaceId}
      and action like '%accept%' order by id`);
  return [...rows];
};

test("an accepted check leaves the preview's count and stands there with who and why", async () => {
  const check = await checkOf("wait.zero");
  await acceptCheck(house.ctx, ana, KEY, { check, note: NOTE });
  const { checks, accepted } = await preview();
  expect(checks.map(({ code }) => code)).not.toContain("wait.zero");
  expect(accepted).toMatchObject([
    { check, acceptance: { note: NOTE, by: { id: "op_ana", name: "Ana" }, step: "s2" } },
  ]);
  expect(await audited()).toMatchObject([
    { action: "workflow.check_accepted", detail: { code: "wait.zero", step: "s2", note: NOTE } },
  ]);
});

test("accepting changes neither the document nor its revision: an open editor saves on", async () => {
  const before = await storedDraft(house.ctx.db, who.workspaceId, KEY);
  await acceptCheck(house.ctx, ana, KEY, { check: await checkOf("wait.zero"), note: NOTE });
  expect(await storedDraft(house.ctx.db, who.workspaceId, KEY)).toEqual(before);
});

test("what is taken back counts again, and once is enough", async () => {
  const check = await checkOf("wait.zero");
  await acceptCheck(house.ctx, ana, KEY, { check, note: NOTE });
  expect(await takeBackAcceptance(house.ctx, ana, KEY, check)).toEqual([]);
  expect(await takeBackAcceptance(house.ctx, ana, KEY, check)).toEqual([]);
  expect(await checkOf("wait.zero")).toBe(check);
  expect((await audited()).map(({ action }) => action)).toEqual([
    "workflow.check_accepted",
    "workflow.acceptance_taken_back",
  ]);
});

test("what was accepted of a deleted step is forgotten when the next one is accepted", async () => {
  await acceptCheck(house.ctx, ana, KEY, { check: await checkOf("wait.zero"), note: NOTE });
  await draft("s1", "s3");
  const check = await checkOf("wait.zero");
  const accepted = await acceptCheck(house.ctx, ana, KEY, { check, note: "This one too." });
  expect(accepted.map(({ step, note }) => [step, note])).toEqual([["s3", "This one too."]]);
});

test("a problem cannot be accepted, nor what nobody found, nor a check of no workflow", async () => {
  await saveDraft(house.ctx, who, KEY, {
    key: KEY,
    name: "Tasks",
    definition: Definition.parse({
      ...steps("s1"),
      stages: [
        {
          id: "a",
          name: "A",
          steps: [{ id: "s1", kind: "send", channels: [{ email: "nowhere" }] }],
        },
      ],
    }),
  });
  const { checks } = await preview();
  const problem = checks.find(({ severity }) => severity === "problem");
  expect(problem).toBeDefined();
  const accept = (key: string, check = "") =>
    codeOf(acceptCheck(house.ctx, ana, key, { check, note: NOTE }));
  expect(await accept(KEY, problem?.check)).toBe("conflict");
  expect(await accept(KEY, "no such check")).toBe("conflict");
  expect(await accept("no-such-workflow", problem?.check)).toBe("not_found");
  const other = await newWorkspace(house.ctx);
  const stranger = { ...ana, workspaceId: other.workspaceId };
  expect(await codeOf(acceptCheck(house.ctx, stranger, KEY, { check: "x", note: NOTE }))).toBe(
    "not_found",
  );
});

test("a mark says the same wherever it is made", async () => {
  const { checks } = await preview();
  const markOf = checkMarks(steps("s1", "s2"));
  expect(checks.map(markOf)).toEqual(checks.map(({ check }) => check));
});
