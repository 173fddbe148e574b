import { describe, expect, it } from "vitest";
import { exampleDefinition } from "../example-definition";
import { validate } from "../validate";
import {
  ACCEPTED_MAX,
  type AcceptedCheck,
  checkMarks,
  withAcceptance,
  withoutAccepted,
} from "./accepted";
import { facts, send, withSteps } from "./example-problems";

const definitionOf = (...steps: unknown[]) => exampleDefinition(withSteps(...steps));
const two = definitionOf(send("s1"), send("s2"));

function marksOf(definition = two, more = {}) {
  const found = validate(definition, facts(more));
  const markOf = checkMarks(definition);
  return found.map((problem) => ({ ...problem, check: markOf(problem) }));
}
const markOf = (code: string, definition = two, more = {}) =>
  marksOf(definition, more).find((one) => one.code === code)?.check ?? "";

const acceptance = (check: string, more: Partial<AcceptedCheck> = {}): AcceptedCheck => ({
  check,
  step: null,
  note: "We do this on purpose.",
  by: { id: "ana", name: "Ana" },
  at: 0,
  ...more,
});
const openCodes = (definition: typeof two, accepted: AcceptedCheck[], more = {}) =>
  withoutAccepted(validate(definition, facts(more)), definition, accepted).open.map(
    ({ code }) => code,
  );

describe("accepted checks", () => {
  it("an accepted check leaves what is found, and keeps its note", () => {
    const check = markOf("wait.zero");
    const parted = withoutAccepted(validate(two, facts()), two, [acceptance(check)]);
    expect(parted.open.map(({ code }) => code)).not.toContain("wait.zero");
    expect(parted.accepted).toMatchObject([
      { problem: { code: "wait.zero" }, check, acceptance: { note: "We do this on purpose." } },
    ]);
  });

  it("a step that moved keeps what was accepted of it, also into another stage", () => {
    const check = markOf("wait.zero");
    const wait = { id: "w", kind: "wait", for: "P1D" };
    const moved = definitionOf(wait, send("s1"), send("s2"));
    expect(openCodes(moved, [])).toContain("wait.zero");
    expect(openCodes(moved, [acceptance(check)])).not.toContain("wait.zero");
  });

  it("a step that took the place of a deleted one is advised anew", () => {
    const check = markOf("wait.zero");
    expect(openCodes(definitionOf(send("s1"), send("s3")), [acceptance(check)])).toContain(
      "wait.zero",
    );
  });

  it("advice comes back when it says something else, and not because more events came", () => {
    const events = (missing: number, field = "data.due_date") => ({
      events: new Map([
        [
          "invoice.created",
          {
            name: "invoice.created",
            count: 50,
            fields: [
              { path: "data.customer", example: "mara", missing: 0, of: 50 },
              { path: field, example: "2025-12-12", missing, of: 50 },
            ],
          },
        ],
      ]),
    });
    const code = "due.sometimes_missing";
    const accepted = [acceptance(markOf(code, two, events(3)))];
    expect(openCodes(two, [], events(9))).toContain(code);
    expect(openCodes(two, accepted, events(9))).not.toContain(code);
    const other = exampleDefinition({
      ...withSteps(send("s1"), send("s2")),
      due: { from: "data.pay_by" },
    });
    expect(openCodes(other, accepted, events(9, "data.pay_by"))).toContain(code);
  });

  it("a problem stays one, whatever is said to be accepted", () => {
    const bad = definitionOf(send("s1", { channels: [{ email: "gone" }] }));
    const check = markOf("send.no_content", bad);
    expect(check).not.toBe("");
    expect(openCodes(bad, [acceptance(check)])).toContain("send.no_content");
  });

  it("accepting again changes the note, and beyond the limit the oldest falls out", () => {
    const [once, again] = [acceptance("a"), acceptance("a", { note: "Still." })];
    expect(withAcceptance([once], again)).toEqual([again]);
    const full = Array.from({ length: ACCEPTED_MAX }, (_, i) => acceptance(`${i}`));
    const next = withAcceptance(full, acceptance("new"));
    expect(next).toHaveLength(ACCEPTED_MAX);
    expect([next[0]?.check, next.at(-1)?.check]).toEqual(["1", "new"]);
  });
});
