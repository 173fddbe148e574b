import { describe, expect, it } from "vitest";
import { answer, check, found } from "./example-problems";

describe("conditions", () => {
  const branch = (...whens: string[]) => ({
    id: "b",
    kind: "branch",
    paths: whens.map((when, i) => ({ name: `P${i}`, when, steps: [] })),
    otherwise: [],
  });

  it("one that cannot be read is a problem with its column", () => {
    const problem = found([branch("data.amount >"), answer], "condition.invalid");
    expect(problem).toMatchObject({ severity: "problem", path: "stages.0.steps.0.paths.0.when" });
    expect(problem?.message).toMatch(/column \d+/);
  });

  it("the start's and the stop rules' conditions are read too", () => {
    const stopsWhen = [{ event: "invoice.paid", when: "amount > 3" }];
    const paths = check({ start: { event: "x", where: "1 +" }, stopsWhen }).map(({ path }) => path);
    expect(paths).toEqual(["start.where", "stopsWhen.0.when"]);
  });

  it("a row that repeats another can never be taken", () => {
    expect(
      found([branch("data.amount > 3", "data.amount  > 3"), answer], "branch.overlap")?.path,
    ).toBe("stages.0.steps.0.paths.1.when");
    expect(
      found([branch("data.amount > 3", "data.amount > 5"), answer], "branch.overlap"),
    ).toBeUndefined();
  });

  it("a field the event does not have is worth a look", () => {
    expect(
      found([branch("data.amuont > 3"), answer], "branch.unknown_variable")?.message,
    ).toContain('"data.amount"');
  });
});
