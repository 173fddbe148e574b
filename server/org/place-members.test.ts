import { describe, expect, it } from "vitest";
import { placeIn } from "./place-members";
import type { MemberState, TeamState } from "./team-state";

const member = (personId: string, role: MemberState["role"]): MemberState => ({
  ...{ personId, role },
  ...{ deputyId: null, absentFrom: null, absentUntil: null },
});

const teams = (leadId: string | null) =>
  new Map<string, TeamState>([
    [
      "web",
      {
        ...{ name: "Web", leadId, calendar: null, timeZone: null, parent: null },
        members: [member("ana", "lead"), member("ben", "member")],
      },
    ],
  ]);

describe("a place in a team", () => {
  it("makes somebody the lead where it says so, and whoever was it a member", () => {
    const web = teams("ana");
    expect(placeIn(web, { id: "ben", teams: [{ team: "web", role: "lead" }] })).toEqual([
      "teams.web",
    ]);
    expect(web.get("web")).toMatchObject({
      leadId: "ben",
      members: [
        { personId: "ana", role: "member" },
        { personId: "ben", role: "lead" },
      ],
    });
  });

  it("without a role leaves the lead that the team was given", () => {
    const web = teams("ben");
    expect(placeIn(web, { id: "ana", teams: [{ team: "web" }] })).toEqual([]);
    expect(web.get("web")?.leadId).toBe("ben");
  });

  it("as a member takes the lead away", () => {
    const web = teams("ana");
    placeIn(web, { id: "ana", teams: [{ team: "web", role: "member" }] });
    expect(web.get("web")?.leadId).toBeNull();
  });
});
