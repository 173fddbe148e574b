import fc from "fast-check";
import type { Definition } from "../definition";
import { randomDefinition } from "../random-definition";
import type { Step } from "../step";
import type { WorkflowDocument } from "./document";
import type { Edit } from "./edit";
import { everyStep } from "./find";
import { gapsOf } from "./gaps";
import { outlineOf } from "./outline";

/** Numbers that choose an edit of whatever document there is by then. */
export type Dice = { what: number; which: number; where: number; other: Definition };

export const dice: fc.Arbitrary<Dice> = fc.record({
  what: fc.nat(12),
  which: fc.nat(1_000),
  where: fc.nat(1_000),
  other: randomDefinition,
});

/** The edit those numbers stand for in a document; some of them must be refused. */
export function editFor(document: WorkflowDocument, { what, which, where, other }: Dice): Edit {
  const { definition } = document;
  const steps = everyStep(definition).map(({ step }) => step);
  const gaps = gapsOf(outlineOf(definition));
  const others = everyStep(other).map(({ step }) => step);
  const one = steps[which % Math.max(1, steps.length)];
  const two = steps[where % Math.max(1, steps.length)];
  const id = one?.id ?? "none";
  const ids = where % 3 === 0 && two ? [id, two.id] : [id];
  const gap = gaps[where % gaps.length] ?? { list: { stage: "none" }, index: 0 };
  const at = { list: gap.list, index: gap.index };
  const stage = definition.stages[which % definition.stages.length]?.id ?? "none";
  const given: Step[] = others.slice(which % 3, (which % 3) + 2);
  switch (what) {
    case 0:
    case 1:
      return { do: "insert", at, steps: given };
    case 2:
    case 3:
      return { do: "move", ids, to: at };
    case 4:
      return { do: "duplicate", ids };
    case 5:
      return { do: "remove", ids, ...(where % 2 === 0 && { keep: "paths.0.steps" }) };
    case 6:
      return { do: "disable", ids, disabled: where % 2 === 0 };
    case 7:
      return { do: "rename", id, title: "x".repeat(where % 200) };
    case 8: {
      const otherwise: Step[] = [];
      const paths = [{ name: "If", when: "true", steps: [] as Step[] }];
      const branch = { id: `b${which}-${where}`, kind: "branch" as const, paths, otherwise };
      return { do: "wrap", ids, branch };
    }
    case 9:
      return { do: "add_stage", index: where % 5, id: `st${which}-${where}`, name: "New" };
    case 10:
      return { do: "move_stage", id: stage, by: where % 2 === 0 ? 1 : -1 };
    case 11:
      return { do: "remove_stage", id: stage };
    default:
      return one
        ? { do: "set_step", step: { ...one, note: "n" } }
        : { do: "rename_stage", id: stage, name: where % 2 === 0 ? "Named" : "" };
  }
}
