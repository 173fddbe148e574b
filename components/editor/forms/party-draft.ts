import type { Target, TargetRole } from "@/core/workflow/steps/escalate";
import type { Recipient } from "@/core/workflow/steps/shared";

/** Every way to name somebody; `key` holds a person's id, a team's or rota's key, or an address. */
export type PartyKind =
  | "person"
  | "owner"
  | "involved"
  | "team"
  | "named"
  | "manager_person"
  | "manager_owner"
  | "rota"
  | "webhook";
export type PartyDraft = {
  kind: PartyKind;
  key: string;
  role: TargetRole | undefined;
  nth: number | undefined;
};

const NOBODY = { key: "", role: undefined, nth: undefined };

export function partyDraft(party: Recipient | Target): PartyDraft {
  if (typeof party === "string") return { ...NOBODY, kind: party };
  if ("person" in party) return { ...NOBODY, kind: "named", key: party.person };
  if ("team" in party) return { ...NOBODY, kind: "team", key: party.team, role: party.role };
  if ("rota" in party) return { ...NOBODY, kind: "rota", key: party.rota };
  if ("webhook" in party) return { ...NOBODY, kind: "webhook", key: party.webhook };
  return { ...NOBODY, kind: `manager_${party.manager}`, nth: party.nth };
}

/** What a draft means, not yet checked against the schema. */
export function partyOf({ kind, key, role, nth }: PartyDraft): unknown {
  const name = key.trim();
  switch (kind) {
    case "person":
    case "owner":
    case "involved":
      return kind;
    case "named":
      return { person: name };
    case "team":
      return { team: name, ...(role && { role }) };
    case "rota":
      return { rota: name };
    case "webhook":
      return { webhook: name };
    case "manager_person":
    case "manager_owner":
      return {
        manager: kind === "manager_person" ? "person" : "owner",
        ...(nth !== undefined && nth > 1 && { nth }),
      };
  }
}
