import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { applyEvents, lockCases } from "@/server/cases/apply-events";
import { databaseNow, LIVE } from "@/server/clock/clock";
import { providerRegistry } from "@/server/providers/registry";
import { createResend } from "@/server/providers/resend";
import { deliverDue } from "./deliver";
import { deliveryTest, testWorld } from "./testing";

const it = deliveryTest();

describe("terminal wins", () => {
  test("nothing but the ending leaves after a case is closed, whenever it was planned", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const caseId = await world.addCase({
      status: "resolved",
      outcome: "paid",
      closedAt: new Date(),
    });
    const late = await world.addMessage(caseId);
    const thanks = await world.addMessage(caseId, {
      step: "c1",
      request: { audience: "person", ending: true },
    });
    await deliver();
    expect(await world.message(late)).toMatchObject({
      status: "not_sent",
      code: "skip.case_closed",
    });
    expect(await world.message(thanks)).toMatchObject({ status: "sent" });
  });

  test("a case that is being resolved right now keeps its message back", async () => {
    const { deliver } = it.start();
    const world = await testWorld(it.db());
    const caseId = await world.addCase();
    const id = await world.addMessage(caseId);
    await inTransaction(it.db(), async (tx) => {
      await tx.execute(sql`update cases set status = 'resolved' where id = ${caseId}`);
      expect(await deliver()).toMatchObject({ claimed: 0 });
    });
    await deliver();
    expect(await world.message(id)).toMatchObject({ status: "not_sent" });
    expect(it.server().accepted).toHaveLength(0);
  });

  test("a call that cannot start in time goes back, and its case is looked at again", async () => {
    const { ctx, workerId, deliver } = it.start();
    it.server().behave("hang");
    const resend = createResend({ apiKey: "re_test", baseUrl: it.server().url });
    const slow = providerRegistry([{ ...resend, concurrencyMax: 1 }]);
    const world = await testWorld(it.db());
    const first = await world.addMessage(await world.addCase());
    const waits: Promise<void>[] = [];
    const background = (calls: Promise<void>) => waits.push(calls.catch(() => {}));
    await deliver({ providers: slow, background });
    const caseId = await world.addCase();
    const second = await world.addMessage(caseId);
    await deliverDue(ctx, { workerId, clock: LIVE, providers: slow });
    expect(await world.message(second)).toMatchObject({
      status: "planned",
      attempts: 0,
      code: null,
    });
    await it.db().execute(sql`update cases set status = 'canceled' where id = ${caseId}`);
    await it.db().execute(sql`update messages set deliver_at = now() where id = ${second}`);
    await deliver({ providers: slow });
    expect(await world.message(second)).toMatchObject({ status: "not_sent" });
    expect(it.server().accepted.map(({ key }) => key)).toEqual([first]);
    it.server().hangUp();
    await Promise.all(waits);
  });

  test("cases resolved while four workers deliver: nothing is handed over after its case was closed", async () => {
    const world = await testWorld(it.db());
    await it.addWorkflow(world.workspaceId);
    const caseIds: string[] = [];
    for (let n = 0; n < 80; n++) {
      const caseId = await world.addCase({ pc: 1, step: "w1", waitingFor: "time" });
      await world.addMessage(caseId);
      caseIds.push(caseId);
    }
    const resolveAll = async () => {
      const { ctx } = it.start();
      for (const caseId of caseIds.toReversed()) {
        await inTransaction(it.db(), async (tx) => {
          const { workspaceId } = world;
          await lockCases(tx, [{ workspaceId, caseId }]);
          const event = {
            type: "resolved",
            by: { kind: "plan" },
            at: await databaseNow(tx),
          } as const;
          await applyEvents(ctx, tx, [{ workspaceId, caseId, event }]);
        });
      }
    };
    const work = async () => {
      const { deliver } = it.start();
      for (let round = 0; round < 30; round++) await deliver({ limit: 3 });
    };
    await Promise.all([resolveAll(), work(), work(), work(), work()]);
    const rows = await it.db().execute<{ status: string; after: boolean }>(sql`
      select m.status, m.attempt_at > c.closed_at + interval '1 millisecond' as after
        from messages m join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id`);
    const of = (status: string) => rows.filter((row) => row.status === status);
    expect(of("sent").length + of("not_sent").length).toBe(80);
    expect(of("sent").filter(({ after }) => after)).toEqual([]);
    expect(it.server().accepted).toHaveLength(of("sent").length);
    expect(of("sent").length).toBeGreaterThan(0);
    expect(of("not_sent").length).toBeGreaterThan(0);
  });
});
