import type { WhoInput } from "@/server/teams/ask-who";

const ROLES = ["lead", "members", "on_call"] as const;

/** Reads `team:billing:members`, `policy:money`, `step:invoices:s4`; null for anything else. */
export function questionOf(text: string): WhoInput["what"] | null {
  const [kind, first = "", ...rest] = text.split(":");
  // Keys may hold colons themselves: only the last part can be a role or a step.
  const last = rest.at(-1);
  if (kind === "policy" && first) return { kind, policy: text.slice("policy:".length) };
  if (kind === "step" && last) {
    return { kind, workflow: text.slice("step:".length, -(last.length + 1)), step: last };
  }
  if (kind !== "team" || !first) return null;
  const role = ROLES.find((each) => each === last);
  const team = text.slice("team:".length, role ? -(role.length + 1) : undefined);
  return role ? { kind, team, role } : { kind, team };
}
