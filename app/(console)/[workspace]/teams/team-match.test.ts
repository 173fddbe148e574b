import { describe, expect, it } from "vitest";
import { type Matchable, pageOfTeams, sortedTeams, teamMatches } from "./team-match";

const team = (key: string, more: Partial<Matchable> = {}): Matchable => ({
  key,
  name: key,
  memberIds: [],
  problems: [],
  escalations: 0,
  ...more,
});
const billing = team("billing", { name: "Billing", memberIds: ["ana"], escalations: 2 });
const sales = team("sales", { name: "ärger & Sales", problems: ["no_lead"], escalations: 2 });
const ops = team("ops", { name: "Ops", problems: ["no_lead", "no_members"] });
const teams = [sales, ops, billing];
const keys = (some: readonly Matchable[]) => some.map(({ key }) => key);
const through = (field: string, op: "is" | "not", ...values: string[]) =>
  keys(teams.filter((each) => teamMatches(each, [{ field, op, values }])));

describe("a filter of teams", () => {
  it("lets through who has one of its values, and its opposite all others", () => {
    expect(through("problem", "is", "no_members", "all_away")).toEqual(["ops"]);
    expect(through("problem", "not", "no_members", "all_away")).toEqual(["sales", "billing"]);
    expect(through("member", "is", "ana")).toEqual(["billing"]);
  });

  it("finds words in the name and in the key, in any case", () => {
    expect(through("q", "is", "SALES")).toEqual(["sales"]);
    expect(through("q", "is", "ops")).toEqual(["ops"]);
  });
});

describe("the order of teams", () => {
  it("is by name as people read it, and by name among equals", () => {
    expect(keys(sortedTeams(teams, { by: "name", desc: false }))).toEqual([
      "sales",
      "billing",
      "ops",
    ]);
    expect(keys(sortedTeams(teams, { by: "escalations", desc: true }))).toEqual([
      "sales",
      "billing",
      "ops",
    ]);
  });

  it("shows every team once, page by page", () => {
    const first = pageOfTeams(teams, { limit: 2 });
    expect(keys(first.rows)).toEqual(["sales", "ops"]);
    const second = pageOfTeams(teams, { limit: 2, cursor: first.nextCursor ?? "" });
    expect(keys(second.rows)).toEqual(["billing"]);
    expect(second.nextCursor).toBeNull();
  });

  it("begins again when the last team of the page before is gone", () => {
    expect(keys(pageOfTeams(teams, { limit: 1, cursor: "gone" }).rows)).toEqual(["sales"]);
  });
});
