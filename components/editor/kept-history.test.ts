import { expect, it } from "vitest";
import { present } from "@/core/workflow/edit/history";
import { firstHistory, newestOf } from "./kept-history";
import { openedPlan, planDocument } from "./testing";

const draft = (revision: number, name: string) => ({
  document: { ...planDocument, name },
  state: { revision, liveVersion: null, hasDraft: true, writer: null },
});
const load = async () => ({ ok: true as const, value: draft(7, "Newest") });

it("a page that is older than what was saved from here is not what is stored", async () => {
  const old = draft(5, "Old");
  expect((await newestOf(old, { revision: 6 }, { load })).document.name).toBe("Newest");
  expect(await newestOf(old, { revision: 5 }, { load })).toBe(old);
  expect(await newestOf(old, null, { load })).toBe(old);
});

it("without an answer the page is taken as it is", async () => {
  const old = draft(5, "Old");
  const offline = () => Promise.reject(new Error("offline"));
  expect(await newestOf(old, { revision: 6 }, { load: offline })).toBe(old);
});

it("undo outlives a reload, and another stored document is shown over it", () => {
  const { store } = openedPlan();
  store.edit({ do: "rename", id: "a", title: "Mine" });
  const { history } = store.get();
  const again = firstHistory(planDocument, 3, { revision: 3, history }, 0);
  expect(again).toBe(history);
  const other = firstHistory({ ...planDocument, name: "Theirs" }, 4, { revision: 3, history }, 0);
  expect(present(other).document.name).toBe("Theirs");
  expect(other.snapshots).toHaveLength(3);
});
