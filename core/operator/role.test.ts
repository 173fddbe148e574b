import { describe, expect, it } from "vitest";
import { type Capability, may, missingRoleText, ROLES } from "./role";

const allowed = (capability: Capability) => ROLES.filter((role) => may(role, capability));

describe("roles", () => {
  it("lets a viewer read and do nothing else", () => {
    expect(allowed("read")).toEqual(ROLES);
    for (const capability of ["act_on_cases", "edit_workflows", "manage_keys"] as const) {
      expect(may("viewer", capability)).toBe(false);
    }
  });

  it("gives cases to responders, workflows to editors, keys to admins and owners", () => {
    expect(allowed("act_on_cases")).toEqual(["responder", "editor", "admin", "owner"]);
    expect(allowed("edit_workflows")).toEqual(["editor", "admin", "owner"]);
    expect(allowed("manage_keys")).toEqual(["admin", "owner"]);
  });

  it("names the role that is missing", () => {
    expect(missingRoleText("viewer", "act_on_cases")).toContain("responder");
  });
});
