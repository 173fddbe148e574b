import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { JOBS, type JobPayload } from "@/core/jobs";
import { reopenCase, resolveCase, type Who } from "../cases/verbs";
import { savePeopleBatch } from "../people/save-people-batch";
import { type House, install, newWorkspace, openMany, testHouse } from "../testing/house";
import { type Receiver, receiver, verify } from "../testing/receiver";
import { notifyWebhook } from "./notify-webhook";
import { signingSecret } from "./signing-secret";

let house: House;
let peer: Receiver;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  peer = await receiver();
  house.jobs.length = 0;
  who = await newWorkspace(house.ctx);
  await savePeopleBatch(house.ctx, who, [{ id: "ana", name: "Ana", email: "ana@example.com" }]);
  await install(house.ctx, who, "incident", {
    schema: 1,
    purpose: "reminder",
    topic: "incidents",
    subject: "Incident",
    stopsWhen: [{ reply: true }],
    stages: [
      {
        id: "initial",
        name: "Initial",
        steps: [
          {
            id: "help",
            kind: "escalate",
            levels: [
              {
                targets: [{ webhook: peer.url }],
                channels: [{ email: "help" }],
                acknowledgeWithin: "PT1H",
              },
            ],
          },
        ],
      },
    ],
  });
  return () => peer.close();
});

const { payload } = JOBS["escalation.webhook"];
const told = (): JobPayload<"escalation.webhook">[] =>
  house.jobs
    .filter(({ name }) => name === "escalation.webhook")
    .map((job) => payload.parse(job.payload));
const call = async (place: number) => {
  const job = told()[place];
  if (!job) throw new Error(`There is no call ${place}`);
  await notifyWebhook(house.ctx, job);
};
const heard = () =>
  peer.heard.map((one) => {
    const secret = signingSecret(house.ctx.config.appSecret, who.workspaceId);
    return verify(one, secret) as { type: string; data: { status: string; step: string } };
  });
const open = async () => {
  const [caseId = ""] = await openMany(house.ctx, who, "incident", [{ personId: "ana" }]);
  return caseId;
};

test("an endpoint that was brought in is told when the case is over, signed both times", async () => {
  const caseId = await open();
  await call(0);
  await resolveCase(house.ctx, who, caseId, {});
  await call(1);
  expect(heard()).toMatchObject([
    { type: "case.escalated", data: { status: "open", step: "help", level: 1 } },
    { type: "case.closed", data: { status: "resolved", step: "help", level: 1 } },
  ]);
  const ids = peer.heard.map(({ headers }) => headers["webhook-id"]);
  expect(new Set(ids).size).toBe(2);
});

test("nobody is called in for what is over, nor told of an end that was taken back", async () => {
  const caseId = await open();
  await resolveCase(house.ctx, who, caseId, {});
  await call(0);
  expect(peer.heard).toHaveLength(0);
  await reopenCase(house.ctx, who, caseId, {});
  await call(1);
  expect(peer.heard).toHaveLength(0);
});

test("an answer that is none is thrown, so that the job comes again", async () => {
  await open();
  peer.answer((response) => response.writeHead(500).end());
  await expect(call(0)).rejects.toThrow("500");
});

test("a job of before there were closing calls is an escalation", () => {
  const { event, ...old } = payload.parse({
    ...{ workspaceId: who.workspaceId, caseId: who.workspaceId, step: "help" },
    ...{ visit: 1, level: 1, url: peer.url },
  });
  expect(event).toBe("escalated");
  expect(payload.parse(old)).toMatchObject({ event: "escalated" });
});
