import { languageOf } from "./locale";
import { label, type SentenceOptions } from "./names";
import { isRecord, textOf } from "./param-text";
import { joinList, render, type Slots } from "./render";

const PARTIES_MAX = 20;
const WORDS = ["person", "owner", "involved"];

/**
 * Someone who gets a message, is brought in or put in charge, in the form that stands after “to”:
 * a `Recipient`, `Target`, `Owner`, a name, or a list of them. Null when nobody is named.
 */
export function partyWords(party: unknown, options: SentenceOptions): string | null {
  if (Array.isArray(party)) {
    const words = party.slice(0, PARTIES_MAX).flatMap((one) => oneParty(one, options) ?? []);
    return words.length === 0 ? null : joinList(words, options.locale);
  }
  return oneParty(party, options);
}

function oneParty(party: unknown, options: SentenceOptions): string | null {
  const slots = partySlots(party, options);
  return slots && render("word.party", options.locale, { nth: 1, name: "", ...slots });
}

function partySlots(party: unknown, options: SentenceOptions): Slots | null {
  const language = languageOf(options.locale);
  const named = (kind: "person" | "team" | "rota" | "endpoint", key: string) =>
    label(kind, textOf(key) ?? key, options, language);
  if (typeof party === "string" && WORDS.includes(party)) return { kind: party };
  if (!isRecord(party)) {
    const name = textOf(party);
    return name === null ? null : { kind: "named", name };
  }
  if (typeof party.name === "string") {
    const name = textOf(party.name);
    return name === null ? null : { kind: "named", name };
  }
  const id = party.person ?? party.personId;
  if (typeof id === "string") return { kind: "named", name: named("person", id) };
  if (typeof party.team === "string") {
    const role = TEAM_ROLES[String(party.role)] ?? "team";
    return { kind: role, name: named("team", party.team) };
  }
  if (typeof party.rota === "string") return { kind: "on_call", name: named("rota", party.rota) };
  if (typeof party.webhook === "string") {
    return { kind: "webhook", name: named("endpoint", party.webhook) };
  }
  if (party.manager === "person" || party.manager === "owner") {
    const nth = Number.isInteger(party.nth) ? Number(party.nth) : 1;
    return { kind: `manager_${party.manager}`, nth };
  }
  return null;
}

const TEAM_ROLES: Record<string, string | undefined> = {
  lead: "team_lead",
  members: "team_members",
  on_call: "on_call",
  round_robin: "team_turn",
};
