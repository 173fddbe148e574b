import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { InboxAnswer, InboxItem } from "@/core/contracts/inbox";
import { DAY_MS, toRfc3339 } from "@/core/time";
import { cancelCase, moveDue, reopenCase, resolveCase } from "../cases/verbs";
import { erasePerson } from "../people/erase-person";
import { savePeople } from "../people/save-people";
import { type House, testHouse } from "../testing/house";
import { mark } from "./marks";
import { pressItem } from "./press-item";
import { takeBackPress } from "./take-back-press";
import { type InboxWorld, inboxWorld, START } from "./testing";

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());

/** Many whole houses are played through. */
const TIMEOUT_MS = 300_000;

const OPS = [
  "seen",
  "read",
  "unread",
  "archive",
  "unarchive",
  "unsnooze",
  "snooze",
  "read all",
  "press",
  "put off",
  "undo",
  "close",
  "cancel",
  "reopen",
  "move",
  "open",
  "erase",
] as const;
type Op = (typeof OPS)[number];

/** What a browser keeps: merged by revision, in whatever order answers come. */
class Copy {
  readonly items = new Map<string, InboxItem>();
  counts: InboxAnswer["counts"] | null = null;
  revision = -1;
  /** Up to here items may be missing that only fetching brings. */
  resetAt = -1;

  merge({ revision, counts, items, reset }: InboxAnswer): void {
    if (revision >= this.revision) Object.assign(this, { revision, counts });
    if (reset) this.resetAt = Math.max(this.resetAt, revision);
    for (const item of items) {
      if (item.revision > (this.items.get(item.id)?.revision ?? -1)) this.items.set(item.id, item);
    }
  }
}

async function play(world: InboxWorld, op: Op, pick: number): Promise<InboxAnswer | null> {
  const { ctx, who, workspaceId } = world;
  const personId = "ana";
  const reader = { workspaceId, personId, leftMs: 60_000 };
  const rows = await ctx.db.execute<{ id: string; caseId: string }>(sql`
    select message_id as id, case_id as "caseId" from inbox_items
    where workspace_id = ${workspaceId} and person_id = ${personId} order by message_id`);
  const row = rows[pick % Math.max(1, rows.length)];
  const id = row?.id ?? crypto.randomUUID();
  const caseId = row?.caseId ?? crypto.randomUUID();
  const until = toRfc3339(START + DAY_MS + pick);
  switch (op) {
    case "read all":
      return mark(ctx, reader, "read", { all: true, upTo: pick });
    case "snooze":
      return mark(ctx, reader, "snooze", { ids: [id] }, Date.parse(until));
    case "press":
      return pressItem(ctx, reader, id, { action: "paid" });
    case "put off":
      return pressItem(ctx, reader, id, { action: "later", until });
    case "undo":
      return takeBackPress(ctx, reader, id);
    case "close":
      await resolveCase(ctx, who, caseId, {});
      return null;
    case "cancel":
      await cancelCase(ctx, who, caseId, { reason: "no" });
      return null;
    case "reopen":
      await reopenCase(ctx, who, caseId, {});
      return null;
    case "move":
      await moveDue(ctx, who, caseId, { dueAt: until });
      return null;
    case "open":
      await world.open("ana", "ben");
      return null;
    case "erase":
      if (pick % 3 > 0) return null;
      await erasePerson(ctx, who, personId);
      await savePeople(ctx, who, [{ id: personId, name: "Ana" }] as never);
      return null;
    default:
      return mark(ctx, reader, op, { ids: [id] });
  }
}

/** What a house full of people may say no to; anything else is a fault. */
const isRefusal = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  ["conflict", "not_found", "invalid"].includes(String(error.code));

async function played(world: InboxWorld, op: Op, pick: number): Promise<InboxAnswer | null> {
  try {
    return await play(world, op, pick);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

test(
  "whoever does what at once: counts are those of the items, and every kept copy ends as the server",
  async () => {
    const rounds = fc.array(
      fc.array(fc.tuple(fc.constantFrom(...OPS), fc.nat(50)), { minLength: 2, maxLength: 4 }),
      { minLength: 2, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(rounds, fc.infiniteStream(fc.nat(1000)), async (all, chance) => {
        const world = await inboxWorld(house);
        await world.open("ana", "ana", "ben");
        const token = await world.tokenOf("ana");
        const changes = async (since: number): Promise<InboxAnswer> =>
          (await world.call(await world.tokenOf("ana"), "GET", `/changes?since=${since}`)).json;
        const copy = new Copy();
        const answers: InboxAnswer[] = [(await world.call(token, "GET", "/items?limit=50")).json];
        let last = answers[0]?.revision ?? 0;
        let since = last;
        for (const round of all) {
          const given = await Promise.all(round.map(([op, pick]) => played(world, op, pick)));
          const now = await changes(since);
          expect(now.revision).toBeGreaterThanOrEqual(last);
          last = now.revision;
          since = now.revision;
          answers.push(...given.filter((answer) => answer !== null), now);
        }
        const keys = new Map(answers.map((answer) => [answer, chance.next().value]));
        for (const answer of answers.toSorted(
          (a, b) => Number(keys.get(a)) - Number(keys.get(b)),
        )) {
          copy.merge(answer);
        }
        const end = await changes(0);
        const views = await Promise.all(
          (["all", "snoozed", "archived"] as const).map(
            async (view) => [view, await world.items(await world.tokenOf("ana"), view)] as const,
          ),
        );
        const items = views.flatMap(([, shown]) => shown);
        for (const [view, shown] of views) expect(end.counts[view]).toBe(shown.length);
        const [, shown] = views[0] ?? [];
        expect(end.counts.todo).toBe(shown?.filter(({ todo }) => todo).length);
        expect(end.counts.unread).toBe(shown?.filter(({ readAt }) => readAt === null).length);
        expect(end.counts.unseen).toBe(shown?.filter(({ seenAt }) => seenAt === null).length);
        expect(copy.revision).toBe(end.revision);
        expect(copy.counts).toEqual(end.counts);
        const kept = [...copy.items.values()].filter(({ revision }) => revision > copy.resetAt);
        const after = items.filter(({ revision }) => revision > copy.resetAt);
        expect(kept.toSorted(byId)).toEqual(after.toSorted(byId));
        const revisions = await world.ctx.db.execute<{ top: number; held: number }>(sql`
        select coalesce(max(i.revision), 0)::int as top, max(b.revision)::int as held
        from inboxes b left join inbox_items i on i.workspace_id = b.workspace_id and i.person_id = b.person_id
        where b.workspace_id = ${world.workspaceId} and b.person_id = 'ana'`);
        expect(revisions[0]?.top).toBeLessThanOrEqual(revisions[0]?.held ?? -1);
      }),
      { numRuns: 5, endOnFailure: true },
    );
  },
  TIMEOUT_MS,
);

const byId = (a: InboxItem, b: InboxItem): number => (a.id < b.id ? -1 : Number(a.id > b.id));
