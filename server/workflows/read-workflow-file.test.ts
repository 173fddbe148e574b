import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { STARTERS } from "@/core/gallery";
import { exampleDefinition } from "@/core/workflow/example-definition";
import { FILE_CHARS_MAX, readWorkflowFile } from "./read-workflow-file";

const definition = exampleDefinition();

const problemsOf = (text: string) => {
  const read = readWorkflowFile(text);
  return read.ok ? [] : read.problems;
};

const withSteps = (steps: unknown[]) => ({
  name: "Bad",
  definition: { ...definition, stages: [{ id: "a", name: "A", steps }] },
});

describe("a workflow in a file", () => {
  it.each(STARTERS.map((starter) => [starter.key, starter] as const))(
    "is read as it was written, in JSON and YAML: %s",
    (_, { key, name, definition, templates, scenarios }) => {
      const file = JSON.parse(JSON.stringify({ key, name, definition, templates, scenarios }));
      for (const text of [JSON.stringify(file, null, 2), stringify(file)]) {
        expect(readWorkflowFile(text)).toEqual({ ok: true, file });
      }
    },
  );

  it("may be a bare definition, whose name is asked for", () => {
    const read = readWorkflowFile(stringify(definition));
    expect(read).toEqual({ ok: true, file: { definition } });
  });

  it("names the field and the line of what is wrong, as the text has it", () => {
    const bare = `schema: 1
purpose: reminder
topic: billing
subject: Invoice
stages:
  - id: a
    name: A
    steps:
      - { id: one, kind: wait, for: P1D }
      - id: two
        kind: teleport
`;
    expect(problemsOf(bare)).toEqual([
      {
        path: "stages.0.steps.1.kind",
        message: expect.stringContaining('no step of the kind "teleport"; there are send, wait,'),
        line: 11,
        column: 15,
      },
    ]);
    const whole = JSON.stringify(withSteps([{ id: "one", kind: "wait", for: "4 hours" }]), null, 2);
    const [problem] = problemsOf(whole);
    expect(problem?.path).toBe("definition.stages.0.steps.0.for");
    const line = whole.split("\n")[(problem?.line ?? 0) - 1];
    expect(line).toContain('"for": "4 hours"');
  });

  it("says where JSON and YAML stop being that", () => {
    expect(problemsOf('{\n  "name": "A",\n  oops\n}')).toMatchObject([{ line: 3, column: 3 }]);
    expect(problemsOf('{ "name": "A"')).toMatchObject([{ line: 1 }]);
    expect(problemsOf("name: A\ndefinition: [1,\n")[0]?.line).toBeGreaterThan(1);
    expect(problemsOf("name: A\nname: B\n")).toMatchObject([{ line: 2, column: 1 }]);
  });

  it("refuses YAML that contains itself, at its place, and YAML that unfolds without end", () => {
    const cycle = "name: A\ndefinition: &whole\n  stages:\n    - *whole\n";
    expect(problemsOf(cycle)).toMatchObject([{ line: 4, message: /cycle/ }].map(withPattern));
    const laughs = ["a0: &a0 [x, x]"];
    for (let n = 1; n < 12; n++) {
      laughs.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(", ")}]`,
      );
    }
    expect(problemsOf(laughs.join("\n"))[0]?.message).toContain("unfold too far");
  });

  it("refuses ten thousand steps, nesting without end and too long a text in a moment", () => {
    const steps = Array.from({ length: 10_000 }, (_, n) => ({ id: `s${n}`, kind: "close" }));
    const long = JSON.stringify(withSteps(steps));
    expect(problemsOf(long)[0]?.path).toBe("definition.stages.0.steps");
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(problemsOf(`{"definition": ${deep}}`)).toHaveLength(1);
    expect(problemsOf(`definition: ${deep}`)).toHaveLength(1);
    expect(problemsOf(`{"name": "${"x".repeat(FILE_CHARS_MAX)}"}`)).toHaveLength(1);
  });

  it("refuses text that a database cannot keep, and names of the language's own", () => {
    const bad = { name: "A\u0000B", definition };
    expect(problemsOf(JSON.stringify(bad))).toMatchObject([{ path: "name" }]);
    const proto = '{"name": "A", "__proto__": {"x": 1}, "constructor": 1, "definition": {}}';
    const paths = problemsOf(proto).map(({ path }) => path);
    expect(paths).toContain("constructor");
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("refuses what is no workflow at all", () => {
    for (const text of ["", "  \n", "[]", "42", "hello", "null", "--- a\n--- b\n", "!!binary x"]) {
      expect(problemsOf(text).length, text).toBeGreaterThan(0);
    }
  });
});

function withPattern({ line, message }: { line: number; message: RegExp }) {
  return { line, message: expect.stringMatching(message) };
}
