import { afterAll, beforeAll, expect, test } from "vitest";
import { findWorkflow } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import { type House, install, newWorkspace, testHouse } from "@/server/testing/house";
import { promoteArm } from "./promote-arm";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const send = (id: string) => ({ id, kind: "send", channels: [{ email: id }] });
const wait = { id: "w", kind: "wait_for_response", for: "P3D" };
const document = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  stopsWhen: [{ event: "invoice.paid" }],
  subject: "Invoice",
  stages: [
    {
      id: "one",
      name: "One",
      steps: [
        send("first"),
        {
          id: "tone",
          kind: "split",
          arms: [
            { name: "Soft", weight: 50, steps: [send("soft")] },
            {
              name: "Hard",
              weight: 50,
              steps: [send("hard"), { ...wait, id: "w2" }, send("more")],
            },
          ],
        },
        wait,
      ],
    },
  ],
};

async function workflow(): Promise<Who> {
  const who = await newWorkspace(house.ctx);
  await install(house.ctx, who, "invoices", document);
  return who;
}
const read = (who: Who) => findWorkflow(house.ctx.db, who.workspaceId, "invoices");
const revisionOf = async (who: Who) => (await read(who))?.workflow.revision ?? 0;

test("the winner's steps take the place of the split in the draft; what is live stays as it is", async () => {
  const who = await workflow();
  const ifMatch = await revisionOf(who);
  await promoteArm(house.ctx, who, "invoices", { step: "tone", arm: "Hard", ifMatch });
  const found = await read(who);
  const steps = found?.workflow.draft?.stages[0]?.steps.map(({ id }) => id);
  expect(steps).toEqual(["first", "hard", "w2", "more", "w"]);
  expect(found?.workflow.liveVersion).toBe(1);
  expect(found?.live?.definition.stages[0]?.steps.map(({ id }) => id)).toEqual([
    "first",
    "tone",
    "w",
  ]);
});

test("what has changed since it was read is refused, and so is an arm that is not there", async () => {
  const who = await workflow();
  const ifMatch = await revisionOf(who);
  const promote = (asked: object) =>
    promoteArm(house.ctx, who, "invoices", { step: "tone", arm: "Soft", ifMatch, ...asked });
  const refused = { code: "precondition_failed" };
  await expect(promote({ ifMatch: ifMatch + 1 })).rejects.toMatchObject(refused);
  await expect(promote({ arm: "holdout" })).rejects.toMatchObject(refused);
  await expect(promote({ step: "first" })).rejects.toMatchObject(refused);
  await promote({});
  const again = promote({ ifMatch: await revisionOf(who) });
  await expect(again).rejects.toMatchObject(refused);
});
