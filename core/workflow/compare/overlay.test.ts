import { describe, expect, test } from "vitest";
import { Definition } from "../definition";
import { type OverlayStep, overlayOf } from "./overlay";

const send = (id: string) => ({ id, kind: "send", channels: [{ email: id }] });
const wait = (id: string, length = "P2D") => ({ id, kind: "wait", for: length });
const branch = (id: string, steps: unknown[], otherwise: unknown[] = []) => ({
  id,
  kind: "branch",
  paths: [{ name: "Large", when: "data.amount > 100", steps }],
  otherwise,
});
const stage = (id: string, ...steps: unknown[]) => ({ id, name: id.toUpperCase(), steps });
const documentOf = (...stages: unknown[]) =>
  Definition.parse({
    schema: 1,
    purpose: "reminder",
    topic: "billing",
    subject: "Invoice",
    stopsWhen: [{ event: "invoice.paid" }],
    stages,
  });

const said = (steps: readonly OverlayStep[]): string[] =>
  steps.flatMap(({ step, number, marks, ways }) => [
    [number, step.id, ...marks].join(" "),
    ...ways.flatMap(({ steps: inner }) => said(inner)),
  ]);
const overlay = (from: Definition, to: Definition) =>
  overlayOf(from, to).flatMap(({ id, ending, marks, steps }) => [
    ...(ending === null ? [[id, ...marks].join(" ")] : []),
    ...said(steps),
  ]);

describe("the later plan with what changed since the earlier one", () => {
  const before = documentOf(stage("a", send("s1"), wait("w1"), send("s2")));

  test("of the same document marks nothing", () => {
    expect(overlay(before, before)).toEqual(["a", "1.1 s1", "1.2 w1", "1.3 s2"]);
  });

  test("shows a removed step where it stood, with its old number, and numbers the others anew", () => {
    const after = documentOf(stage("a", send("s1"), send("s2")));
    expect(overlay(before, after)).toEqual(["a", "1.1 s1", "1.2 w1 removed", "1.2 s2"]);
  });

  test("marks what is new, what differs and what moved, also together", () => {
    const after = documentOf(stage("a", send("s2"), send("s1"), wait("w1", "P3D"), send("s3")));
    expect(overlay(before, after)).toEqual([
      "a",
      "1.1 s2 moved",
      "1.2 s1",
      "1.3 w1 changed",
      "1.4 s3 added",
    ]);
    const other = { ...send("s2"), channels: [{ sms: "s2" }] };
    const both = documentOf(stage("a", other, send("s1"), wait("w1")));
    expect(overlay(before, both)[1]).toBe("1.1 s2 changed moved");
  });

  test("leaves no ghost where a step only moved to another stage", () => {
    const after = documentOf(stage("a", send("s1"), send("s2")), stage("b", wait("w1")));
    expect(overlay(before, after)).toEqual(["a", "1.1 s1", "1.2 s2", "b added", "2.1 w1 moved"]);
  });

  test("keeps what a removed branch held, except what was saved from it", () => {
    const from = documentOf(stage("a", branch("x", [send("s1"), send("s2")]), send("s3")));
    const to = documentOf(stage("a", send("s2"), send("s3")));
    expect(overlay(from, to)).toEqual([
      "a",
      "1.1 x removed",
      "1.1.1.1 s1 removed",
      "1.1 s2 moved",
      "1.2 s3",
    ]);
  });

  test("shows a ghost inside a way that is still there, and inside one that is gone", () => {
    const from = documentOf(stage("a", branch("x", [send("s1"), send("s2")], [send("s3")])));
    const to = documentOf(stage("a", branch("x", [send("s2")], [send("s3")])));
    expect(overlay(from, to)).toEqual([
      "a",
      "1.1 x",
      "1.1.1.1 s1 removed",
      "1.1.1.1 s2",
      "1.1.2.1 s3",
    ]);
  });

  test("shows a removed stage where it stood, and says what a renamed one was called", () => {
    const from = documentOf(stage("a", send("s1")), stage("b", send("s2")), stage("c"));
    const to = documentOf({ ...stage("a", send("s1")), name: "Anew" }, stage("c"));
    expect(overlay(from, to)).toEqual(["a changed", "1.1 s1", "b removed", "2.1 s2 removed", "c"]);
    expect(overlayOf(from, to)[0]).toMatchObject({ name: "Anew", nameBefore: "A" });
  });

  test("moves as few stages as explain the order", () => {
    const stages = [stage("a"), stage("b"), stage("c")];
    const [first, ...rest] = stages;
    expect(overlay(documentOf(...stages), documentOf(...rest, first))).toEqual([
      "b",
      "c",
      "a moved",
    ]);
  });
});
