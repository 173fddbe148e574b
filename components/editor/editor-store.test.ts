import { expect, it } from "vitest";
import { openedPlan } from "./testing";

it("an edit that is refused is told, one that is only tried is left to whoever tries it", () => {
  const { store } = openedPlan();
  const blank = { do: "rename_stage", id: "one", name: "  " } as const;
  expect(store.tryEdit(blank)).toMatchObject({ ok: false, why: "not_valid" });
  expect(store.get().happened).toBeNull();
  store.edit(blank);
  expect(store.get().happened?.what).toMatchObject({ type: "refused", why: "not_valid" });
});
