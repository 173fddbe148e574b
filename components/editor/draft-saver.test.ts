import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { WorkflowDocument } from "@/core/workflow/edit/document";
import { DraftSaver } from "./draft-saver";
import type { DraftState } from "./editor-actions";
import { openedPlan, planDocument } from "./testing";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server with one draft. */
function serverWith(first: WorkflowDocument) {
  let document = first;
  let revision = 1;
  let writer: DraftState["writer"] = null;
  let isReached = true;
  let isHeld = false;
  const state = (): DraftState => ({ revision, liveVersion: null, hasDraft: true, writer });
  const answer = async <T>(value: () => T) => {
    if (!isReached) return { ok: false as const, code: "no_answer", message: "" };
    return { ok: true as const, value: value() };
  };
  const refused = { ok: false as const, code: "precondition_failed", message: "" };
  return {
    state,
    stored: () => document,
    /** What somebody else stores. */
    store(next: WorkflowDocument) {
      document = next;
      revision += 1;
    },
    /** A scenario saved with the workflow: another revision of the same document. */
    raise() {
      revision += 1;
    },
    /** Somebody else writes, or nobody. */
    hold(held: boolean) {
      isHeld = held;
      writer = held ? { id: "Ana", name: "Ana" } : null;
    },
    reach(reached: boolean) {
      isReached = reached;
    },
    actions: {
      state: () => answer(state),
      load: () => answer(() => ({ document: structuredClone(document), state: state() })),
      async save(input: { document: WorkflowDocument; ifMatch: number }) {
        if (isHeld) return { ok: false as const, code: "conflict", message: "" };
        if (isReached && input.ifMatch !== revision) return refused;
        return answer(() => {
          document = structuredClone(input.document);
          revision += 1;
          return state();
        });
      },
    },
  };
}

function opened() {
  const server = serverWith(planDocument);
  const { store } = openedPlan();
  const saver = new DraftSaver({
    store,
    actions: server.actions,
    first: { revision: 1, liveVersion: null, hasDraft: true, writer: null },
    opened: planDocument,
    keep: () => {},
    now: () => Date.now(),
  });
  const stop = saver.start();
  const rename = (title: string) => store.edit({ do: "rename", id: "a", title });
  const titleIn = ({ definition }: WorkflowDocument) => definition.stages[0]?.steps[0]?.title;
  return { server, store, saver, stop, rename, storedTitle: () => titleIn(server.stored()) };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("a change is stored 800 ms after the last one", async () => {
  const { saver, rename, storedTitle } = opened();
  rename("First");
  await pass(700);
  rename("Second");
  await pass(700);
  expect(saver.get().save.is).toBe("waiting");
  await pass(100);
  expect(storedTitle()).toBe("Second");
  expect(saver.get().save.is).toBe("saved");
});

it("keeping mine stores it at once", async () => {
  const { server, saver, rename, storedTitle } = opened();
  server.store({ ...planDocument, name: "Theirs" });
  rename("Mine");
  await pass(800);
  expect(saver.get().save).toEqual({ is: "changed", by: null });
  void saver.keepMine();
  await pass(0);
  expect(storedTitle()).toBe("Mine");
  expect(saver.get().save.is).toBe("saved");
});

it("another revision of what was stored here is no other draft", async () => {
  const { server, saver, rename, storedTitle } = opened();
  rename("First");
  await pass(800);
  server.raise();
  await saver.heard(server.state());
  expect(saver.get().save.is).toBe("saved");
  server.raise();
  rename("Second");
  await pass(800);
  expect(saver.get().save.is).toBe("saved");
  expect(storedTitle()).toBe("Second");
});

it("another document of somebody who has gone is asked about, and not written over", async () => {
  const { server, saver, rename } = opened();
  server.store({ ...planDocument, name: "Theirs" });
  await saver.heard(server.state());
  expect(saver.get().save).toEqual({ is: "changed", by: null });
  rename("Mine");
  await pass(5_000);
  expect(server.stored().name).toBe("Theirs");
});

it("who reads while another one writes sees what was stored last, but loses nothing of their own", async () => {
  const reader = opened();
  reader.server.hold(true);
  reader.server.store({ ...planDocument, name: "Theirs" });
  await reader.saver.heard(reader.server.state(), true);
  expect(reader.store.document.name).toBe("Theirs");
  expect(reader.saver.get().save.is).toBe("same");
  const writer = opened();
  writer.rename("Mine");
  writer.server.hold(true);
  writer.server.store({ ...planDocument, name: "Theirs" });
  await writer.saver.heard(writer.server.state(), true);
  expect(writer.store.document.name).toBe("Any");
  expect(writer.saver.get().save).toEqual({ is: "changed", by: "Ana" });
});

it("loading what somebody else stored shows it, and mine can be undone back to", async () => {
  const { server, store, saver, rename } = opened();
  rename("Mine");
  server.store({ ...planDocument, name: "Theirs" });
  await pass(800);
  await saver.load();
  expect(store.document.name).toBe("Theirs");
  expect(saver.get().save.is).toBe("same");
  store.undo();
  expect(store.document.definition.stages[0]?.steps[0]?.title).toBe("Mine");
});

it("what could not be stored while somebody else wrote is stored once they left without a change", async () => {
  const { server, saver, rename, storedTitle } = opened();
  server.hold(true);
  rename("Mine");
  await pass(800);
  expect(saver.get().save).toEqual({ is: "changed", by: "Ana" });
  expect(saver.get().draft.writer?.id).toBe("Ana");
  server.hold(false);
  await saver.heard(server.state());
  await pass(0);
  expect(storedTitle()).toBe("Mine");
});

it("without a line the changes are counted, and stored when it is back", async () => {
  const { server, saver, rename, storedTitle } = opened();
  server.reach(false);
  rename("First");
  rename("Second");
  await pass(800);
  expect(saver.get().save).toEqual({ is: "offline", changes: 2 });
  server.reach(true);
  await pass(5_000);
  expect(storedTitle()).toBe("Second");
});

it("what was heard of an older revision is not news", async () => {
  const { server, saver, rename } = opened();
  const before = server.state();
  rename("First");
  await saver.flush();
  await saver.heard(before);
  expect(saver.get().save.is).toBe("saved");
});

it("flushing stores at once and says whether all is stored", async () => {
  const { server, saver, rename, storedTitle } = opened();
  rename("First");
  expect(await saver.flush()).toBe(true);
  expect(storedTitle()).toBe("First");
  server.reach(false);
  rename("Second");
  expect(await saver.flush()).toBe(false);
});

it("who leaves before it was stored has not changed their mind", async () => {
  const { rename, stop, storedTitle } = opened();
  rename("First");
  stop();
  await pass(0);
  expect(storedTitle()).toBe("First");
});
