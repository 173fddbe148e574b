import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { InboxAnswer } from "@/core/contracts/inbox";
import { inTransaction } from "@/db/client";
import { messageArrived } from "@/db/queries/inbox-word";
import { InboxHub } from "@/server/inbox/hub";
import { newId } from "@/server/new-id";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { inboxLoop } from "./inbox-loop";

const CONTENT = JSON.stringify({
  locale: "en",
  subject: null,
  preheader: null,
  title: "Please pay",
  body: "Soon.",
  actions: [],
});

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

/** An inbox of a live workspace with read items, each put off until so many minutes from now. */
async function inboxPutOff(minutes: readonly number[]) {
  const { ctx } = house;
  const { workspaceId } = await newWorkspace(ctx, "live");
  const ids = minutes.map(() => newId());
  await inTransaction(ctx.db, async (tx) => {
    await tx.execute(
      sql`insert into people (workspace_id, id, name) values (${workspaceId}, 'ana', 'Ana')`,
    );
    for (const [i, id] of ids.entries()) {
      await tx.execute(sql`
        insert into cases (workspace_id, id, number, workflow, version, subject, person_id, status, pc, priority, level, opened_at, data)
        values (${workspaceId}, ${id}, ${i + 1}, 'w', 1, 'Matter', 'ana', 'open', 0, 'normal', 0, now(), '{}')`);
      await tx.execute(sql`
        insert into messages (workspace_id, id, case_id, person_id, workflow, version, step, visit, channel,
          template, request, status, content, planned_at, sent_at)
        values (${workspaceId}, ${id}, ${id}, 'ana', 'w', 1, 's', 0, 'in_app', 't', '{}', 'sent',
          ${CONTENT}::jsonb, now(), now())`);
      messageArrived(tx, { workspaceId, id });
    }
  });
  for (const [i, id] of ids.entries()) {
    await ctx.db.execute(sql`
      update inbox_items set seen_at = now(), read_at = now(), snoozed_at = now(),
        snoozed_until = now() + make_interval(mins => ${minutes[i] ?? 0})
      where workspace_id = ${workspaceId} and message_id = ${id}`);
  }
  return { workspaceId, ids };
}

/** One round of the loop as it is. */
async function round() {
  const loop = inboxLoop(house.ctx);
  loop.start();
  await loop.stop();
}

test("brings back unread what was put off until now, and tells whoever looks", async () => {
  const { workspaceId, ids } = await inboxPutOff([-5, -1, 60]);
  const hub = new InboxHub(house.ctx);
  await hub.ready();
  const heard: InboxAnswer[] = [];
  const leave = hub.join({
    workspaceId,
    personId: "ana",
    since: 0,
    greeted: false,
    send: (bytes) => {
      const [, answer] = /^data: (.+)$/m.exec(new TextDecoder().decode(bytes)) ?? [];
      if (answer !== undefined) heard.push(JSON.parse(answer) as InboxAnswer);
    },
    end: () => {},
  });
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(1);
  expect(heard[0]?.counts).toMatchObject({ all: 0, snoozed: 3 });
  await round();
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2);
  expect(heard[1]?.counts).toMatchObject({ all: 2, unseen: 2, unread: 2, snoozed: 1 });
  const back = heard[1]?.items.map(({ id, readAt, snoozedUntil }) => ({
    id,
    readAt,
    snoozedUntil,
  }));
  const unread = ids.slice(0, 2).map((id) => ({ id, readAt: null, snoozedUntil: null }));
  expect(back?.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(unread);
  const [before] = await house.ctx.db.execute<{ revision: number }>(sql`
    select revision::int from inboxes where workspace_id = ${workspaceId}`);
  await round();
  const [after] = await house.ctx.db.execute<{ revision: number }>(sql`
    select revision::int from inboxes where workspace_id = ${workspaceId}`);
  expect(after).toEqual(before);
  leave();
  await hub.close();
});

test("what is put off by a test clock stays until that clock is there", async () => {
  const { workspaceId } = await inboxPutOff([-5]);
  await house.ctx.db.execute(sql`
    update inbox_items set test_clock = true where workspace_id = ${workspaceId}`);
  await round();
  const [row] = await house.ctx.db.execute(sql`
    select snoozed_until is not null as "isOff" from inbox_items where workspace_id = ${workspaceId}`);
  expect(row).toEqual({ isOff: true });
});
