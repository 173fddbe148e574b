import { expect, it } from "vitest";
import { openedPlan } from "../testing";
import { planKey } from "./plan-keys";
import { commandsOf } from "./use-commands";

function opened(current: string) {
  const { store, facts, reader } = openedPlan(current);
  const commands = commandsOf({ store, readOnly: false, facts }, reader, () => {});
  const press = (key: string, held: { shift?: true; mod?: true } = {}) => {
    const { shift: shiftKey = false, mod = false } = held;
    planKey({ key, shiftKey, altKey: false, mod }, "canvas", store, commands);
  };
  return { store, commands, press, chosen: () => [...store.get().chosen].join(" ") };
}

it("Shift and the arrows choose a run of steps with what stands inside them, and give it back", () => {
  const { store, press, chosen } = opened("a");
  press("ArrowDown", { shift: true });
  press("ArrowDown", { shift: true });
  expect(chosen()).toBe("a b b1 b2 b3 c");
  press("ArrowUp", { shift: true });
  expect(chosen()).toBe("a b b1 b2 b3");
  expect(store.get().current).toBe("b");
  expect(store.get().wish?.to).toBe("plan");
  press("ArrowUp", { shift: true });
  expect(chosen()).toBe("a");
});

it("an arrow without Shift begins a new choice where it goes", () => {
  const { press, chosen } = opened("a");
  press("ArrowDown", { shift: true });
  press("End");
  expect(chosen()).toBe("");
  press("ArrowUp");
  press("ArrowUp");
  press("ArrowUp", { shift: true });
  expect(chosen()).toBe("c d");
});

it("Shift and an arrow on a stage begins with the next step", () => {
  const { press, chosen } = opened("stage:two");
  press("ArrowDown", { shift: true });
  expect(chosen()).toBe("d");
});

it("Shift and a click choose everything from the step that had the focus", () => {
  const { commands, chosen } = opened("a");
  commands.focus("b2");
  commands.chooseTo("b/otherwise");
  expect(chosen()).toBe("b b1 b2 b3");
  commands.chooseTo("d");
  expect(chosen()).toBe("b b1 b2 b3 c d");
});

it("the key for everything chooses the stage, wherever in it the focus is", () => {
  for (const current of ["a", "b2", "b/otherwise", "stage:one"]) {
    const { press, chosen } = opened(current);
    press("a", { mod: true });
    expect(chosen()).toBe("a b b1 b2 b3 c");
  }
});

it("Escape chooses nothing again", () => {
  const { press, chosen } = opened("a");
  press("a", { mod: true });
  press("Escape");
  expect(chosen()).toBe("");
});

it("a chosen branch is copied, deleted and switched off as one thing", () => {
  const { store, press } = opened("b");
  press("ArrowDown", { shift: true });
  press("d");
  const [, branch, last] = store.document.definition.stages[0]?.steps ?? [];
  expect([branch?.disabled, last?.disabled]).toEqual([true, true]);
  expect(branch?.kind === "branch" && branch.otherwise[0]?.disabled).toBeUndefined();
});

it("going to a step opens what it stands in", () => {
  const { store, commands } = opened("a");
  store.set({ collapsed: new Set(["stage:one", "b", "b/otherwise", "stage:two"]) });
  commands.focus("b3");
  expect([...store.get().collapsed]).toEqual(["stage:two"]);
});
