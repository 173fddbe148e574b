import { z } from "zod";

/** Least powerful first; each role may do all that the ones before it may. */
export const ROLES = ["viewer", "responder", "editor", "admin", "owner"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What an operator may do, and the least role that may. */
const LEAST_ROLE = {
  read: "viewer",
  act_on_cases: "responder",
  edit_workflows: "editor",
  manage_keys: "admin",
  manage_settings: "admin",
  see_members: "admin",
  manage_members: "owner",
} as const satisfies Record<string, Role>;

export type Capability = keyof typeof LEAST_ROLE;

/** The least role that may. */
export const leastRole = (capability: Capability): Role => LEAST_ROLE[capability];

/** True when `role` has at least the power that `capability` asks for. */
export function may(role: Role, capability: Capability): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[capability]);
}

/** The sentence shown to someone whose role is too low: which role is missing, and who can grant it. */
export function missingRoleText(role: Role, capability: Capability): string {
  return `Your role here is ${role}; this needs ${LEAST_ROLE[capability]} or above. An owner of the workspace can change it.`;
}
