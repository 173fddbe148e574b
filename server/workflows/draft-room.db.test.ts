import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import { inTransaction } from "@/db/client";
import { settleAsking } from "@/db/queries/draft-viewers";
import type { Who } from "@/server/cases/verbs";
import { LIVE_CHANNEL } from "@/server/live/announce";
import { type House, install, newOperator, newWorkspace, testHouse } from "@/server/testing/house";
import { askForDraft } from "./ask-for-draft";
import { attendDraft } from "./attend-draft";
import { SEEN_FOR_MS } from "./draft-room";
import { saveEditorDraft, storedDraft, WRITER_HOLDS_MS } from "./editor-draft";
import { handOverDraft } from "./hand-over-draft";
import { keepDraft } from "./keep-draft";
import { leaveDraft } from "./leave-draft";
import { requireWorkflow } from "./require-workflow";
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
      steps: [{ id: "s1", kind: "send", channels: [{ email: "first" }] }],
    },
  ],
};

let house: House;
let who: Who;
let ana: ReturnType<typeof operatorIn>;
let ben: ReturnType<typeof operatorIn>;
let cy: ReturnType<typeof operatorIn>;

beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  who = await newWorkspace(house.ctx);
  await install(house.ctx, who, KEY, DOCUMENT);
  ana = operatorIn(await editor("Ana"), "Ana");
  ben = operatorIn(await editor("Ben"), "Ben");
  cy = operatorIn(await editor("Cy"), "Cy");
});

const editor = (name: string) => newOperator(house.ctx, who, name);

function operatorIn(operatorId: string, name: string) {
  const { ctx } = house;
  const me = { workspaceId: who.workspaceId, operatorId, name };
  const first = `first_tab_of_${name.toLowerCase()}`;
  return {
    id: operatorId,
    attend: (tab = first) => attendDraft(ctx, me, KEY, tab),
    leave: (tab = first) => leaveDraft(ctx, me, KEY, tab),
    ask: (isAsking = true) => askForDraft(ctx, me, KEY, { tab: first, isAsking }),
    handTo: (to: { id: string }) => handOverDraft(ctx, me, KEY, to.id),
    keepFrom: (from: { id: string }) => keepDraft(ctx, me, KEY, from.id),
    takeOver: () => takeOverDraft(ctx, me, KEY),
    async save(name: string) {
      const { document, state } = await storedDraft(ctx.db, who.workspaceId, KEY);
      const saved = { document: { ...document, name }, ifMatch: state.revision };
      return saveEditorDraft(ctx, me, KEY, saved);
    },
  };
}

/** Real time goes by for whoever is not named: tabs that say nothing, a writer who is still. */
async function later(ms: number): Promise<void> {
  const by = sql`make_interval(secs => ${ms / 1_000})`;
  const here = sql`workspace_id = ${who.workspaceId}`;
  await house.ctx.db.execute(sql`
    update draft_viewers set seen_at = seen_at - ${by}, asked_at = asked_at - ${by} where ${here}`);
  await house.ctx.db.execute(
    sql`update workflows set writer_until = writer_until - ${by} where ${here}`,
  );
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

const names = ({ others }: { others: { name: string }[] }) => others.map(({ name }) => name);
const writerName = ({ writer }: { writer: { name: string } | null }) => writer?.name ?? null;

describe("who has the editor of a workflow open", () => {
  it("is seen by everybody else in it, and by nobody after they left", async () => {
    expect(names(await ana.attend())).toEqual([]);
    expect(names(await ben.attend())).toEqual(["Ana"]);
    expect(names(await ana.attend())).toEqual(["Ben"]);
    await ben.leave();
    expect(names(await ana.attend())).toEqual([]);
  });

  it("is seen once, however many tabs they have, until the last is closed", async () => {
    await ben.attend();
    await ben.attend("another_tab");
    expect(names(await ana.attend())).toEqual(["Ben"]);
    await ben.leave();
    expect(names(await ana.attend())).toEqual(["Ben"]);
    await ben.leave("another_tab");
    expect(names(await ana.attend())).toEqual([]);
  });

  it("is forgotten when their tab says nothing for two and a half minutes", async () => {
    await ben.attend();
    await later(SEEN_FOR_MS - 5_000);
    expect(names(await ana.attend())).toEqual(["Ben"]);
    await later(5_000);
    expect(names(await ana.attend())).toEqual([]);
    const [left] = await house.ctx.db.execute<{ n: number }>(sql`
      select count(*)::int as n from draft_viewers where workspace_id = ${who.workspaceId}`);
    expect(left?.n).toBe(1);
  });

  it("cannot fill the list with tabs", async () => {
    for (let i = 10; i < 25; i++) await ben.attend(`many_tabs_${i}`);
    const [kept] = await house.ctx.db.execute<{ n: number; oldest: string }>(sql`
      select count(*)::int as n, min(tab) as oldest from draft_viewers
      where operator_id = ${ben.id}`);
    expect(kept).toEqual({ n: 10, oldest: "many_tabs_15" });
  });

  it("still includes the writer whose tab is gone without a word, while the draft is theirs", async () => {
    await ana.save("B");
    expect((await ben.attend()).others).toEqual([{ id: ana.id, name: "Ana", asks: false }]);
  });

  it("is told to the others when somebody comes or goes, and not at every sign of life", async () => {
    const heard: string[] = [];
    const { unlisten } = await house.ctx.db.$client.listen(LIVE_CHANNEL, (payload) => {
      if (payload.startsWith(who.workspaceId)) heard.push(payload.slice(37));
    });
    const room = { drafts: [{ id: KEY, rev: null, fields: { room: "changed" } }] };
    await ben.attend();
    await ben.attend();
    await ben.leave();
    await ben.leave();
    await expect.poll(() => heard.map((text) => JSON.parse(text))).toEqual([room, room]);
    await unlisten();
  });

  it("of one workspace is not seen in another", async () => {
    await ben.attend();
    const other = await newWorkspace(house.ctx);
    const stranger = { workspaceId: other.workspaceId, operatorId: ana.id, name: "Ana" };
    expect(await refusal(attendDraft(house.ctx, stranger, KEY, "first_tab"))).toBe("not_found");
    expect(await refusal(askForDraft(house.ctx, stranger, KEY, { tab: "t", isAsking: true }))).toBe(
      "not_found",
    );
  });
});

describe("a draft that somebody writes", () => {
  beforeEach(async () => {
    await ana.attend();
    await ben.attend();
    await cy.attend();
    await ana.save("B");
  });

  it("is handed over to one who asks, who then saves while the first is refused", async () => {
    expect(await ben.ask()).toMatchObject({ asking: true, refused: false });
    expect((await ana.attend()).others[0]).toEqual({ id: ben.id, name: "Ben", asks: true });
    expect(writerName(await ana.handTo(ben))).toBe("Ben");
    expect(await ben.attend()).toMatchObject({ asking: false, writer: { name: "Ben" } });
    expect(await refusal(ana.save("C"))).toBe("conflict");
    expect(writerName(await ben.save("D"))).toBe("Ben");
  });

  it("stays with the writer after “not now”, which the one who asked is told until they ask again", async () => {
    await ben.ask();
    await ana.keepFrom(ben);
    expect(await ben.attend()).toMatchObject({ asking: false, refused: true });
    expect(names(await ana.attend())).toEqual(["Ben", "Cy"]);
    expect((await ana.attend()).others.some(({ asks }) => asks)).toBe(false);
    expect(await ben.ask()).toMatchObject({ asking: true, refused: false });
  });

  it("cannot be handed over by one who does not write it, nor to one who does not ask", async () => {
    expect(await refusal(ana.handTo(ben))).toBe("conflict");
    await ben.ask();
    expect(await refusal(cy.handTo(ben))).toBe("conflict");
    expect(await refusal(ben.handTo(ben))).toBe("conflict");
    expect(await refusal(cy.keepFrom(ben))).toBe("conflict");
    await ben.ask(false);
    expect(await refusal(ana.handTo(ben))).toBe("conflict");
    await ben.ask();
    await ben.leave();
    expect(await refusal(ana.handTo(ben))).toBe("conflict");
    expect(writerName(await cy.attend())).toBe("Ana");
  });

  it("goes to the one who asks as soon as the writer was still for two minutes", async () => {
    await ben.ask();
    for (const ms of [50_000, 50_000, WRITER_HOLDS_MS - 105_000]) {
      await later(ms);
      expect(writerName(await ben.attend())).toBe("Ana");
    }
    await later(5_000);
    expect(writerName(await ben.attend())).toBe("Ben");
    expect(await refusal(ana.save("C"))).toBe("conflict");
  });

  it("goes to the one who asks as soon as the writer leaves", async () => {
    await ben.ask();
    await ana.leave();
    expect(await cy.attend()).toMatchObject({ writer: { name: "Ben" } });
  });

  it("is free once the writer left with their last tab, and not before", async () => {
    await ana.attend("another_tab");
    await ana.leave();
    expect(writerName(await ben.attend())).toBe("Ana");
    await ana.leave("another_tab");
    expect(writerName(await ben.attend())).toBeNull();
    expect(writerName(await ben.save("C"))).toBe("Ben");
  });

  it("goes to the first of two who ask, and the other one asks on", async () => {
    await cy.ask();
    await ben.ask();
    expect((await ana.attend()).others.map(({ name, asks }) => [name, asks])).toEqual([
      ["Cy", true],
      ["Ben", true],
    ]);
    await ana.leave();
    expect(await ben.attend()).toMatchObject({ asking: true, writer: { name: "Cy" } });
    await cy.handTo(ben);
    expect(writerName(await cy.attend())).toBe("Ben");
  });

  it("goes to exactly one of those who come for it at the same moment", async () => {
    await Promise.all([ben.ask(), cy.ask()]);
    await later(WRITER_HOLDS_MS - 5_000);
    await Promise.all([ben.attend(), cy.attend()]);
    await later(WRITER_HOLDS_MS);
    await Promise.all([ben.attend(), cy.attend()]);
    const rooms = await Promise.all([ben.ask(), cy.ask(), ben.attend(), cy.attend()]);
    const writers = new Set(rooms.map(writerName));
    expect(writers.size).toBe(1);
    expect(["Ben", "Cy"]).toContain([...writers][0]);
    const [audited] = await house.ctx.db.execute<{ n: number }>(sql`
      select count(*)::int as n from audit_log
      where workspace_id = ${who.workspaceId} and action = 'workflow.draft_taken'`);
    expect(audited?.n).toBe(1);
  });

  it("is asked for no more by one whose tab was closed without a word", async () => {
    await ben.ask();
    await later(SEEN_FOR_MS);
    await ana.save("C");
    expect(await ana.attend()).toMatchObject({ others: [], writer: { name: "Ana" } });
    expect(await refusal(ana.handTo(ben))).toBe("conflict");
  });

  it("can be taken over while another one asks, who then asks the new writer", async () => {
    await cy.ask();
    await ana.keepFrom(cy);
    await ben.takeOver();
    expect(await cy.attend()).toMatchObject({ refused: false, writer: { name: "Ben" } });
    await cy.ask();
    expect(await refusal(ana.handTo(cy))).toBe("conflict");
    expect(writerName(await ben.handTo(cy))).toBe("Cy");
  });

  it("leaves in the audit log who handed it over, to whom, and who took it", async () => {
    await ben.ask();
    await ana.handTo(ben);
    const rows = await house.ctx.db.execute<{
      action: string;
      name: string;
      to: string | null;
    }>(sql`
      select action, actor->>'name' as name, detail->>'to' as to from audit_log
      where workspace_id = ${who.workspaceId} and action like 'workflow.draft_%'
        and actor->>'kind' = 'operator' order by id`);
    expect(rows.map(({ action, name, to }) => [action, name, to])).toEqual([
      ["workflow.draft_saved", "Ana", null],
      ["workflow.draft_handed_over", "Ana", ben.id],
      ["workflow.draft_taken", "Ben", null],
    ]);
  });
});

it("a draft that nobody writes is theirs who ask for it", async () => {
  await ben.attend();
  expect(await ben.ask()).toMatchObject({ asking: false, writer: { name: "Ben" } });
});

it("a sign of life never waits for a tab while it holds another one", async () => {
  const { db } = house.ctx;
  const room = { workspaceId: who.workspaceId, key: KEY };
  const tabOf = ({ id }: { id: string }) =>
    sql`workspace_id = ${who.workspaceId} and operator_id = ${id}`;
  await cy.attend();
  await ben.attend();
  await db.execute(sql`
    update draft_viewers set refused_at = now(), seen_at = now() - interval '1 hour'
    where ${tabOf(cy)}`);
  let signOfLife: Promise<unknown> = Promise.resolve();
  await inTransaction(db, async (tx) => {
    await requireWorkflow(tx, room.workspaceId, KEY);
    await tx.execute(sql`update draft_viewers set refused_at = now() where ${tabOf(ben)}`);
    const [me] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    signOfLife = ben.attend();
    signOfLife.catch(() => {});
    await expect
      .poll(() =>
        db.execute(sql`
        select 1 from pg_stat_activity where ${me?.pid ?? 0} = any(pg_blocking_pids(pid))`),
      )
      .toHaveLength(1);
    await settleAsking(tx, room, ana.id);
  });
  expect(await signOfLife).toMatchObject({ refused: false });
});

it("a tab that comes back after its silence does not ask any more, and the others are told that it is there", async () => {
  await ana.attend();
  await ana.save("B");
  await ben.ask();
  await ben.attend();
  await ben.ask();
  await later(SEEN_FOR_MS);
  await ana.save("C");
  const heard: string[] = [];
  const { unlisten } = await house.ctx.db.$client.listen(LIVE_CHANNEL, (payload) => {
    if (payload.startsWith(who.workspaceId)) heard.push(payload.slice(37));
  });
  expect(await ben.attend()).toMatchObject({ asking: false, writer: { name: "Ana" } });
  await expect.poll(() => heard).not.toEqual([]);
  await unlisten();
});
