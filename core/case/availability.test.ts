import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Target } from "@/core/workflow/steps/escalate";
import { candidatesOf } from "./availability";
import { exampleFacts, examplePerson } from "./example-facts";
import type { CaseFacts, TeamFacts } from "./facts";

const NOW = Date.UTC(2026, 10, 24, 9);
const IDS = ["a", "b", "c", "d"];

const team = (key: string, members: Partial<TeamFacts["members"][number]>[]): TeamFacts => ({
  key,
  name: key,
  leadId: null,
  timeZone: null,
  calendar: null,
  members: members.map((member) => ({
    personId: "",
    role: "member",
    deputyId: null,
    absentFrom: null,
    absentUntil: null,
    ...member,
  })),
});

function facts(
  teams: TeamFacts[],
  managers: Record<string, string | null> = {},
  number = 0,
): CaseFacts {
  const base = exampleFacts();
  const person = (id: string) => examplePerson(id, { managerId: managers[id] ?? null });
  return {
    ...base,
    case: { ...base.case, number },
    person: person("mara"),
    people: new Map(IDS.map((id) => [id, person(id)])),
    workspace: { ...base.workspace, teams: new Map(teams.map((each) => [each.key, each])) },
  };
}

const who = (target: Exclude<Target, { webhook: string }>, given: CaseFacts, owner = null) =>
  candidatesOf(target, owner, given, NOW).map((each) => (each.ok ? each.personId : each.why));

describe("absence", () => {
  it("begins and ends at its moments", () => {
    const away = (absentFrom: number | null, absentUntil: number | null) =>
      who({ person: "a" }, facts([team("t", [{ personId: "a", absentFrom, absentUntil }])]));
    expect(away(null, NOW + 1)).toEqual(["absent"]);
    expect(away(NOW, NOW + 1)).toEqual(["absent"]);
    expect(away(NOW + 1, NOW + 2)).toEqual(["a"]);
    expect(away(null, NOW)).toEqual(["a"]);
    expect(away(NOW - 5, null)).toEqual(["a"]);
  });

  it("in one team is absence everywhere; the deputy of the team that was asked for goes first", () => {
    const away = { personId: "a", absentUntil: NOW + 1 };
    const given = facts([
      team("t", [{ ...away, deputyId: "b" }]),
      team("u", [{ ...away, deputyId: "c" }]),
      team("v", [{ personId: "a" }]),
    ]);
    expect(who({ person: "a" }, given)).toEqual(["b"]);
    expect(who({ team: "u", role: "members" }, given)).toEqual(["c"]);
    expect(who({ team: "v", role: "members" }, given)).toEqual(["b"]);
  });

  it("whatever deputies point at whom, somebody who is there is found or nobody, without a loop", () => {
    const member = fc.record({
      personId: fc.constantFrom(...IDS),
      deputyId: fc.option(fc.constantFrom(...IDS)),
      absentUntil: fc.constantFrom(null, NOW + 1),
    });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 6 }), fc.constantFrom(...IDS), (members, id) => {
        const given = facts([team("t", members)]);
        const [found] = who({ person: id }, given);
        const away = (one: string | undefined) =>
          members.some(({ personId, absentUntil }) => personId === one && absentUntil !== null);
        if (found === "absent") expect(away(id)).toBe(true);
        else expect(away(found)).toBe(false);
      }),
    );
  });
});

describe("round robin", () => {
  it("takes another member for the next case, and none who is away", () => {
    const members = [{ personId: "a" }, { personId: "b", absentUntil: NOW + 1 }, { personId: "c" }];
    const chosen = [1, 2, 3, 4].map((number) =>
      who({ team: "t", role: "round_robin" }, facts([team("t", members)], {}, number)),
    );
    expect(chosen).toEqual([["c"], ["a"], ["c"], ["a"]]);
  });

  it("says why when nobody is there", () => {
    const members = [{ personId: "a", absentUntil: NOW + 1 }, { personId: "gone" }];
    const given = facts([team("t", members)]);
    expect(who({ team: "t", role: "round_robin" }, given)).toEqual(["absent", "unknown_person"]);
  });
});

describe("the chain of managers", () => {
  it("passes over the person who is followed up", () => {
    const given = facts([], { a: "mara", mara: "b", b: "c" });
    const of = (target: Exclude<Target, { webhook: string }>) =>
      candidatesOf(target, { personId: "a" }, given, NOW);
    expect(of({ manager: "owner" })).toEqual([{ ok: true, personId: "b", team: null }]);
    expect(of({ manager: "owner", nth: 2 })).toEqual([{ ok: true, personId: "c", team: null }]);
  });

  it("ends where it comes back to itself or nobody is above", () => {
    const given = facts([], { mara: "a", a: "b", b: "a" });
    expect(who({ manager: "person", nth: 2 }, given)).toEqual(["b"]);
    expect(who({ manager: "person", nth: 3 }, given)).toEqual(["no_manager"]);
    expect(who({ manager: "person" }, facts([]))).toEqual(["no_manager"]);
    expect(who({ manager: "owner" }, given)).toEqual(["no_owner"]);
  });
});

it("a deleted team, rota and person are nobody, each with its reason", () => {
  const given = facts([]);
  expect(who({ team: "t" }, given)).toEqual(["no_such_team"]);
  expect(who({ rota: "r" }, given)).toEqual(["no_such_rota"]);
  expect(who({ person: "x" }, given)).toEqual(["unknown_person"]);
  const erased = { ...given, people: new Map([["a", examplePerson("a", { erased: true })]]) };
  expect(who({ person: "a" }, erased)).toEqual(["erased"]);
});
