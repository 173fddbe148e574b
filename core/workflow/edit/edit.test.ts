import fc from "fast-check";
import { expect, it } from "vitest";
import { Definition, walk } from "../definition";
import { randomDefinition } from "../random-definition";
import { applyEdit } from "./apply-edit";
import { documentText, type WorkflowDocument } from "./document";
import { gapsOf } from "./gaps";
import { newHistory, present, record, redo, undo } from "./history";
import { outlineOf, rowsOf, stepsInOrder } from "./outline";
import { dice, editFor } from "./random-edit";

const counter = () => {
  let n = 0;
  return () => `fresh${++n}`;
};

it("any sequence of edits leaves a document the schema accepts, and undo gives back each earlier one", () => {
  fc.assert(
    fc.property(randomDefinition, fc.array(dice, { maxLength: 12 }), (definition, rolls) => {
      const newId = counter();
      let document: WorkflowDocument = { name: "Any", definition, contents: {} };
      let history = newHistory(document, 0);
      const texts = [documentText(document)];
      for (const [i, roll] of rolls.entries()) {
        const edited = applyEdit(document, editFor(document, roll), newId);
        if (!edited.ok) continue;
        document = edited.document;
        expect(Definition.safeParse(document.definition).error?.issues).toBeUndefined();
        history = record(history, edited, i * 10_000);
        texts.push(documentText(document));
      }
      for (const text of texts.toReversed()) {
        expect(documentText(present(history).document)).toBe(text);
        history = undo(history);
      }
      for (const text of texts) {
        expect(documentText(present(history).document)).toBe(text);
        history = redo(history);
      }
    }),
    { numRuns: 100 },
  );
}, 30_000);

it("an edit that is refused leaves the document as it was", () => {
  fc.assert(
    fc.property(randomDefinition, dice, (definition, roll) => {
      const document: WorkflowDocument = { name: "Any", definition, contents: {} };
      const before = documentText(document);
      applyEdit(document, editFor(document, roll), counter());
      expect(documentText(document)).toBe(before);
    }),
    { numRuns: 100 },
  );
});

it("moving never loses or doubles a step", () => {
  fc.assert(
    fc.property(randomDefinition, fc.nat(1000), fc.nat(1000), (definition, which, where) => {
      const document: WorkflowDocument = { name: "Any", definition, contents: {} };
      const ids = [...walk(definition)].map(({ step }) => step.id);
      const roll = { what: 2, which, where, other: definition };
      const edited = applyEdit(document, editFor(document, roll), counter());
      const after = edited.ok ? edited.document.definition : definition;
      expect([...walk(after)].map(({ step }) => step.id).sort()).toEqual(ids.sort());
    }),
    { numRuns: 150 },
  );
});

it("the outline reads the same steps in the same order as the document itself", () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      const outline = outlineOf(definition);
      const read = [...walk(definition)].map(({ step }) => step.id);
      expect(stepsInOrder(outline).map(({ key }) => key)).toEqual(read);
      const rows = rowsOf(outline, new Set());
      const seen = rows.flatMap(({ node }) => (node.type === "step" ? [node.key] : []));
      expect(seen).toEqual(read);
      expect(new Set(rows.map(({ node }) => node.key)).size).toBe(rows.length);
      const gaps = gapsOf(outline);
      expect(new Set(gaps.map(({ key }) => key)).size).toBe(gaps.length);
    }),
    { numRuns: 100 },
  );
});

const doc = (steps: unknown[]): WorkflowDocument => ({
  name: "Invoices",
  definition: Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "billing",
    subject: "Invoice",
    stages: [{ id: "one", name: "One", steps }],
  }),
  contents: {},
});
const wait = (id: string) => ({ id, kind: "wait", for: "P1D" });
const branch = (id: string, steps: unknown[], otherwise: unknown[]) => ({
  id,
  kind: "branch",
  paths: [{ name: "High", when: "data.amount > 5", steps }],
  otherwise,
});

it("a branch cannot be moved into one of its own paths", () => {
  const document = doc([branch("b", [wait("a")], [])]);
  const to = { list: { step: "b", way: "otherwise" }, index: 0 };
  const edited = applyEdit(document, { do: "move", ids: ["b"], to }, counter());
  expect(edited).toMatchObject({ ok: false, why: "into_itself" });
});

it("deleting a branch can keep the steps of one side in its place", () => {
  const document = doc([
    wait("first"),
    branch("b", [wait("a")], [wait("c"), wait("d")]),
    wait("last"),
  ]);
  const edit = { do: "remove" as const, ids: ["b"], keep: "otherwise" };
  const edited = applyEdit(document, edit, counter());
  const ids = edited.ok ? edited.document.definition.stages[0]?.steps.map(({ id }) => id) : [];
  expect(ids).toEqual(["first", "c", "d", "last"]);
  expect(edited).toMatchObject({ focus: "c", done: { steps: 2 } });
});

it("a step moved down its own list lands in the gap that was pointed at", () => {
  const document = doc([wait("a"), wait("b"), wait("c")]);
  const to = { list: { stage: "one" }, index: 2 };
  const edited = applyEdit(document, { do: "move", ids: ["a"], to }, counter());
  const ids = edited.ok ? edited.document.definition.stages[0]?.steps.map(({ id }) => id) : [];
  expect(ids).toEqual(["b", "a", "c"]);
});

it("a copy has new ids, also inside", () => {
  const document = doc([branch("b", [wait("a")], [])]);
  const edited = applyEdit(document, { do: "duplicate", ids: ["b"] }, counter());
  const all = edited.ok ? [...walk(edited.document.definition)].map(({ step }) => step.id) : [];
  expect(all).toEqual(["b", "a", "fresh1", "fresh2"]);
});

it("typing in one field is one thing to undo, two fields are two", () => {
  const start = doc([]);
  const typed = (name: string) => ({ ...start, name });
  const done = { do: "set_settings" as const, kind: null, steps: 0, name: "" };
  let history = newHistory(start, 0);
  history = record(history, { document: typed("I"), done, merge: "name" }, 1_000);
  history = record(history, { document: typed("In"), done, merge: "name" }, 1_200);
  history = record(history, { document: typed("Inv"), done, merge: "topic" }, 1_300);
  expect(present(undo(history)).document.name).toBe("In");
  expect(present(undo(undo(history))).document.name).toBe("Invoices");
});
