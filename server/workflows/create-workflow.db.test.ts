import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STARTERS } from "@/core/gallery";
import type { StarterAnswers } from "@/core/gallery/starter-answers";
import { unpaidInvoice } from "@/core/gallery/unpaid-invoice";
import { findKeyed } from "@/db/queries/keyed";
import { listMembers } from "@/db/queries/keyed-writes";
import { listScenarios } from "@/db/queries/scenarios";
import { findWorkflow } from "@/db/queries/workflows";
import { auditLog } from "@/db/schema/operations";
import type { Who } from "@/server/cases/verbs";
import { saveTeam } from "@/server/teams/save-team";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { createBlank } from "./create-blank";
import { createFromStarter } from "./create-from-starter";
import { duplicateWorkflow } from "./duplicate-workflow";
import { importFile, lookAtFile } from "./import-file";
import { problemsOf } from "./problems-of";
import { previewPublish, publishWorkflow } from "./publish";

let house: House;
let who: Who;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

const answers = (changes: Partial<StarterAnswers> = {}): StarterAnswers => ({
  name: "Unpaid invoice",
  key: "unpaid-invoice",
  startEvent: "invoice.created",
  personField: null,
  dueField: null,
  teams: {},
  ...changes,
});

const auditOf = (target: string) =>
  house.ctx.db
    .select({ action: auditLog.action, detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, who.workspaceId), eq(auditLog.target, target)));

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => ({ code: error.code, errors: error.errors, message: error.message }),
  );

describe("a workflow from a starter", () => {
  beforeAll(async () => {
    who = await newWorkspace(house.ctx);
    const member = { personId: "dana", role: "lead" as const };
    await saveTeam(house.ctx, who, "receivables", {
      name: "Receivables",
      leadId: "dana",
      members: [member],
    });
    const teams = { billing: "receivables", finance: "receivables" };
    await createFromStarter(house.ctx, who, unpaidInvoice, answers({ teams }));
  });

  it("is a draft with everything it needs, and may be published at once", async () => {
    const { ctx } = house;
    const found = await findWorkflow(ctx.db, who.workspaceId, "unpaid-invoice");
    expect(found?.workflow).toMatchObject({ status: "draft", liveVersion: null });
    const draft = found?.workflow.draft;
    expect(
      draft && (await problemsOf(ctx, who.workspaceId, draft)).map(({ code }) => code),
    ).toEqual(expect.not.arrayContaining(["start.person_unresolved"]));
    const { checks, confirmToken } = await previewPublish(ctx, who, "unpaid-invoice");
    expect(checks.filter(({ severity }) => severity === "problem")).toEqual([]);
    const input = { confirmToken, inFlight: "finish" } as const;
    expect(await publishWorkflow(ctx, who, "unpaid-invoice", input)).toMatchObject({ version: 1 });
  });

  it("keeps the starter's scenarios, and leaves one line in the audit log", async () => {
    const kept = await listScenarios(house.ctx.db, who.workspaceId, "unpaid-invoice");
    expect(kept.map(({ key }) => key).sort()).toEqual(
      unpaidInvoice.scenarios.map(({ key }) => key).sort(),
    );
    const [line, ...more] = (await auditOf("unpaid-invoice")).filter(
      ({ action }) => action === "workflow.created",
    );
    expect(more).toEqual([]);
    expect(line?.detail).toMatchObject({ starter: "unpaid-invoice", made: { teams: [] } });
  });

  it("is refused under a key that is taken, with one that is free, and makes nothing then", async () => {
    const teams = { billing: null, finance: null };
    const refused = await refusal(
      createFromStarter(house.ctx, who, unpaidInvoice, answers({ teams })),
    );
    expect(refused).toMatchObject({ code: "conflict", errors: [{ path: "key" }] });
    expect(refused?.message).toContain("unpaid-invoice-2");
    expect(await findKeyed(house.ctx.db, who.workspaceId, "teams", "billing")).toBeUndefined();
  });

  it("is refused for a team that does not exist", async () => {
    const teams = { billing: "nobody" };
    const refused = await refusal(
      createFromStarter(house.ctx, who, unpaidInvoice, answers({ key: "other", teams })),
    );
    expect(refused).toMatchObject({ code: "invalid", errors: [{ path: "teams.billing" }] });
  });

  it("shares contents that are the same, and has its own policy where its teams are others", async () => {
    const { ctx } = house;
    await createFromStarter(ctx, who, unpaidInvoice, answers({ key: "second" }));
    const [line] = await auditOf("second");
    expect(line?.detail).toEqual({
      starter: "unpaid-invoice",
      made: {
        teams: ["billing", "finance"],
        topics: [],
        templates: [],
        policies: ["unpaid-invoices-2"],
      },
    });
    expect(await listMembers(ctx.db, who.workspaceId, ["billing"])).toEqual([]);
  });

  it("can be made from every starter, one beside the other", async () => {
    for (const starter of STARTERS) {
      const key = `every-${starter.key}`;
      const startEvent = starter.asks.event;
      await createFromStarter(house.ctx, who, starter, answers({ key, startEvent }));
      const found = await findWorkflow(house.ctx.db, who.workspaceId, key);
      expect(found?.workflow.draft?.start?.event).toBe(startEvent);
    }
  });
});

describe("a blank workflow", () => {
  it("has a name, a topic and one stage", async () => {
    const { ctx } = house;
    const topic = { newKey: "visits", name: "Visits" };
    await createBlank(ctx, who, { key: "visits", name: "Visits", topic });
    const found = await findWorkflow(ctx.db, who.workspaceId, "visits");
    expect(found?.workflow.draft).toMatchObject({ topic: "visits", subject: "Visits" });
    const row = await findKeyed(ctx.db, who.workspaceId, "topics", "visits");
    expect(row?.name).toBe("Visits");
  });

  it("never takes the address of the page where workflows are made", async () => {
    const topic = { key: "visits" };
    const refused = await refusal(createBlank(house.ctx, who, { key: "new", name: "New", topic }));
    expect(refused).toMatchObject({ code: "conflict" });
    expect(refused?.message).toContain("new-1");
  });

  it("needs a topic that exists", async () => {
    const refused = await refusal(
      createBlank(house.ctx, who, { key: "x", name: "X", topic: { key: "nothing" } }),
    );
    expect(refused).toMatchObject({ code: "invalid", errors: [{ path: "topic" }] });
  });
});

describe("a copy of a workflow", () => {
  it("begins as the other one is written, with its scenarios", async () => {
    const { ctx } = house;
    await duplicateWorkflow(ctx, who, "unpaid-invoice", { key: "copy", name: "Copy" });
    const found = await findWorkflow(ctx.db, who.workspaceId, "copy");
    const from = await findWorkflow(ctx.db, who.workspaceId, "unpaid-invoice");
    expect(found?.workflow.draft).toEqual(from?.live?.definition);
    const kept = await listScenarios(ctx.db, who.workspaceId, "copy");
    expect(kept).toHaveLength(unpaidInvoice.scenarios.length);
  });
});

describe("a workflow from a file", () => {
  const { definition, templates, scenarios } = unpaidInvoice;
  const look = (file: unknown, as?: string) =>
    lookAtFile(house.ctx, who.workspaceId, { text: JSON.stringify(file), as }, "en");

  it("becomes a draft; contents that differ from what is published wait in it", async () => {
    const { ctx } = house;
    const first = templates["invoice-first"];
    const words = { subject: "Other", body: "Other words." };
    const changed = { ...templates, "invoice-first": { ...first, content: words } };
    const file = { name: "Imported", definition, templates: changed, scenarios };
    const text = JSON.stringify(file);
    expect(await look(file)).toMatchObject({
      ok: true,
      name: "Imported",
      key: null,
      counts: { templates: Object.keys(templates).length, scenarios: scenarios.length },
      changed: ["invoice-first"],
      missing: [],
      taken: null,
    });
    await importFile(ctx, who, { text, key: "imported", name: "Imported", replaces: null });
    const found = await findWorkflow(ctx.db, who.workspaceId, "imported");
    expect(Object.keys(found?.workflow.draftTemplates ?? {})).toEqual(["invoice-first"]);
    const live = await findKeyed(ctx.db, who.workspaceId, "templates", "invoice-first");
    expect(live?.template).toEqual(first);
  });

  it("takes the place of another's draft only when that is meant, and when it is still the same", async () => {
    const { ctx } = house;
    const file = { key: "imported", definition };
    const text = JSON.stringify(file);
    const found = await look(file);
    if (!found.ok || !found.taken) throw new Error("the key is taken");
    expect(found.taken).toMatchObject({ name: "Imported", hasDraft: true, free: "imported-2" });
    const input = { text, key: "imported", name: "Again" };
    expect(await refusal(importFile(ctx, who, { ...input, replaces: null }))).toMatchObject({
      code: "conflict",
      errors: [{ path: "key" }],
    });
    const { revision } = found.taken;
    await importFile(ctx, who, { ...input, replaces: revision });
    expect(await refusal(importFile(ctx, who, { ...input, replaces: revision }))).toMatchObject({
      code: "precondition_failed",
    });
    const after = await findWorkflow(ctx.db, who.workspaceId, "imported");
    expect(after?.workflow.name).toBe("Again");
  });

  it("may name contents that nobody has, which is said", async () => {
    const renamed = JSON.parse(JSON.stringify(definition).replaceAll("invoice-due-sms", "nowhere"));
    expect(await look({ definition: renamed })).toMatchObject({ ok: true, missing: ["nowhere"] });
  });

  it("is refused in the reader's language", async () => {
    const text = '{"definition": {"schema": 2}}';
    const found = await lookAtFile(house.ctx, who.workspaceId, { text }, "de");
    if (found.ok) throw new Error("it is no workflow");
    expect(found.problems.map(({ message }) => message).join(" ")).toMatch(/Ungültig/);
  });
});
