import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { remedyWords } from "@/core/sentence/problem-words";
import { Definition, walk } from "../definition";
import { exampleDefinition } from "../example-definition";
import { randomDefinition } from "../random-definition";
import { type Problem, validate, type WorkflowFacts } from "../validate";
import { answer, facts, send, withSteps } from "./example-problems";
import { remediesOf, replaceName } from "./remedies";
import type { Remedy } from "./remedy";

vi.setConfig({ testTimeout: 60_000 });

type Json = Record<string | number, unknown>;

/** The document with the remedy done, as an editor does it. */
function after(definition: Definition, remedy: Remedy): unknown {
  const copy = structuredClone(definition);
  const listOf = (id: string) => {
    const place = [...walk(copy)].find(({ step }) => step.id === id);
    if (!place) throw new Error(`no step ${id}`);
    const list = at(copy, place.path.slice(0, -1)) as unknown[];
    return { list, index: Number(place.path.at(-1)) };
  };
  if (remedy.kind === "set") {
    const holder = at(copy, remedy.path.slice(0, -1)) as Json;
    const last = remedy.path.at(-1) ?? "";
    if (remedy.value === undefined) delete holder[last];
    else holder[last] = structuredClone(remedy.value);
  }
  if (remedy.kind === "insert") {
    const { list, index } = listOf(remedy.before ?? remedy.after ?? "");
    list.splice(remedy.before === undefined ? index + 1 : index, 0, remedy.step);
  }
  if (remedy.kind === "swap") {
    const [a, b] = [listOf(remedy.a), listOf(remedy.b)];
    const held = a.list[a.index];
    a.list[a.index] = b.list[b.index];
    b.list[b.index] = held;
  }
  return copy;
}

const at = (value: unknown, path: (string | number)[]) =>
  path.reduce<unknown>((held, part) => (held as Json)[part], value);

const CHANGING = ["set", "insert", "swap"];

function proveAll(definition: Definition, known: WorkflowFacts) {
  for (const problem of validate(definition, known)) {
    const remedies = remediesOf(problem, definition, known);
    expect(remedies.at(-1)?.kind).toBe("focus");
    for (const remedy of remedies) {
      for (const locale of ["en", "de"]) expect(remedyWords(remedy, locale)).not.toMatch(/[{}]|^$/);
      if (!CHANGING.includes(remedy.kind)) continue;
      const mended = Definition.safeParse(after(definition, remedy));
      expect(mended.error?.issues ?? [], problem.code).toEqual([]);
      if (!mended.success) continue;
      const left = validate(mended.data, known).map((each) => JSON.stringify(each));
      expect(left, `${problem.code} ${remedy.label.code}`).not.toContain(JSON.stringify(problem));
    }
  }
}

const first = (code: Problem["code"], changes: Record<string, unknown>, more = {}) => {
  const definition = exampleDefinition(changes);
  const known = facts(more);
  const problem = validate(definition, known).find((each) => each.code === code);
  if (!problem) throw new Error(`no ${code}`);
  proveAll(definition, known);
  return remediesOf(problem, definition, known);
};

const due = (id: string, offset: string, more = {}) => ({
  id,
  kind: "wait",
  until: { due: offset },
  ...more,
});

describe("remedies", () => {
  it("whatever the workflow, a mending button leaves a document that can be read, without that problem", () => {
    fc.assert(
      fc.property(randomDefinition, (definition) => {
        const templates = new Map(
          ["t-email", "t-sms"].map((key) => [key, facts().templates.get("invoice-initial")]),
        );
        proveAll(definition, facts({ templates: templates as WorkflowFacts["templates"] }));
      }),
      { numRuns: 60 },
    );
  });

  it("waits in the wrong order are swapped, or changed", () => {
    const steps = withSteps(due("a", "-P2D"), send("s"), due("b", "-P5D"), answer);
    expect(first("wait.order", steps)).toMatchObject([
      { kind: "swap", a: "a", b: "b" },
      { kind: "focus", step: "b", field: "until" },
    ]);
  });

  it("a wait is put between two messages, with an id of its own", () => {
    const taken = { id: "wait-1", kind: "wait", for: "P1D" };
    expect(first("wait.zero", withSteps(taken, send("s"), send("t"), answer))[0]).toMatchObject({
      kind: "insert",
      before: "t",
      step: { id: "wait-2", kind: "wait", for: "P1D" },
    });
  });

  it("an unknown name is replaced where it stands", () => {
    const templates = new Map(facts().templates);
    const content = { subject: "S", body: "{{ data.amonut }}", actions: [] };
    templates.set("invoice-initial", { channel: "email", content });
    expect(first("send.unknown_variable", {}, { templates })[0]).toMatchObject({
      kind: "replace_text",
      template: "invoice-initial",
      from: "data.amonut",
      to: "data.amount",
    });
    expect(first("send.unknown_variable", { subject: "No {{ data.numbr }}" })[0]).toMatchObject({
      kind: "set",
      path: ["subject"],
      value: "No {{ data.number }}",
    });
    expect(replaceName("{{ data.a }} {{ data.amount }}", "data.a", "data.b")).toBe(
      "{{ data.b }} {{ data.amount }}",
    );
  });

  it("a team without a supervisor is opened where one is chosen", () => {
    const levels = [
      {
        targets: [{ team: "leaderless", role: "lead" }],
        channels: [{ email: "invoice-initial" }],
        acknowledgeWithin: "PT4H",
      },
    ];
    const steps = withSteps(send("s"), answer, { id: "e", kind: "escalate", levels });
    expect(first("escalate.no_target", steps)).toMatchObject([
      { kind: "open", what: "team", key: "leaderless", label: { code: "choose_supervisor" } },
      { kind: "focus", step: "e", field: "levels.0.targets.0" },
    ]);
    const [team] = levels;
    const gone = [{ ...team, targets: [{ team: "biling" }] }];
    expect(
      first(
        "escalate.no_target",
        withSteps(answer, { id: "e", kind: "escalate", levels: gone }),
      )[0],
    ).toMatchObject({ kind: "set", value: "billing" });
  });

  it("what is asked of nobody is taken out, and a time to resolve gets as long as one to acknowledge", () => {
    const level = {
      targets: [{ webhook: "https://chat.example.com" }],
      channels: [{ email: "invoice-initial" }],
      acknowledgeWithin: "PT4H",
      clock: "working_hours",
      everyone: true,
    };
    const acknowledgementTimeout = { after: "PT1H" };
    const steps = withSteps(answer, {
      id: "e",
      kind: "escalate",
      levels: [level],
      acknowledgementTimeout,
    });
    const at = ["stages", 0, "steps", 1];
    expect(first("escalate.nobody_to_acknowledge", steps)[0]).toMatchObject({
      kind: "set",
      path: [...at, "levels", 0, "everyone"],
      value: undefined,
    });
    expect(first("escalate.timeout_short", steps)[0]).toMatchObject({
      kind: "set",
      path: [...at, "acknowledgementTimeout"],
      value: { after: "PT4H", clock: "working_hours" },
    });
  });

  it("a step at night moves to the morning, and an end needs something that stops", () => {
    const steps = withSteps(due("w", "-P2D", { at: "06:00" }), send("s"), answer);
    expect(first("wait.in_quiet_hours", steps)[0]).toMatchObject({ kind: "set", value: "09:00" });
    expect(first("stop.none", { stopsWhen: [] })).toMatchObject([
      { kind: "focus", step: null, field: "stopsWhen" },
    ]);
    expect(first("due.missing", { due: undefined }).at(-1)).toMatchObject({
      kind: "focus",
      step: null,
      field: "due",
    });
    expect(first("close.silent", { resolution: undefined })).toMatchObject([
      { kind: "focus", step: null, field: "resolution" },
    ]);
  });

  it("a row behind one that is always true moves before it", () => {
    const branch = {
      id: "b",
      kind: "branch",
      paths: [
        { name: "All", when: "true", steps: [] },
        { name: "Large", when: "data.amount > 3", steps: [] },
      ],
      otherwise: [],
    };
    expect(first("branch.overlap", withSteps(branch, send("s"), answer))[0]?.label.code).toBe(
      "move_row",
    );
  });

  it("a channel named twice can be taken out, also as a fallback", () => {
    const channels = [{ email: "invoice-initial" }, { email: "invoice-reminder" }];
    expect(first("send.same_channel", withSteps(send("s", { channels }), answer))[0]).toMatchObject(
      { kind: "set", value: [{ email: "invoice-initial" }] },
    );
    const fallback = { email: "invoice-reminder", after: "PT4H", unless: "opened" };
    expect(first("send.same_channel", withSteps(send("s", { fallback }), answer))[0]).toMatchObject(
      { kind: "set", value: undefined },
    );
  });
});
