import { Target, type TargetRole } from "./steps/escalate";

/** A target in one word: `team:billing/lead`, `rota:nights`, `manager:person/1`, `person:ana`, `webhook:https://…`. */
export function targetWord(target: Target): string {
  if ("person" in target) return `person:${target.person}`;
  if ("manager" in target) return `manager:${target.manager}/${target.nth ?? 1}`;
  if ("rota" in target) return `rota:${target.rota}`;
  if ("webhook" in target) return `webhook:${target.webhook}`;
  return target.role === undefined ? `team:${target.team}` : `team:${target.team}/${target.role}`;
}

/** The target that `targetWord` made this of; null for other text. */
export function readTargetWord(word: string): Target | null {
  const colon = word.indexOf(":");
  const rest = word.slice(colon + 1);
  const [name, detail] = rest.split("/", 2);
  const read: Record<string, object | undefined> = {
    person: { person: rest },
    rota: { rota: rest },
    webhook: { webhook: rest },
    manager: { manager: name, nth: Number(detail) },
    team: { team: name, ...(detail !== undefined && { role: detail as TargetRole }) },
  };
  return Target.safeParse(read[word.slice(0, Math.max(0, colon))]).data ?? null;
}
