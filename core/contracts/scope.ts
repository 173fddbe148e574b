import { z } from "zod";

const NOUNS = [
  "events",
  "workflows",
  "cases",
  "people",
  "topics",
  "teams",
  "org",
  "calendars",
  "rotas",
  "policies",
  "templates",
  "snippets",
  "layouts",
  "messages",
  "suppressions",
  "inbox",
  "sandbox",
  "webhooks",
  "analytics",
] as const;

type Noun = (typeof NOUNS)[number];

/** What one endpoint needs. */
export type Scope = `${Noun}:${"read" | "write"}`;

const FINE: readonly Scope[] = NOUNS.flatMap((noun) => [`${noun}:read`, `${noun}:write`] as const);

/** Everything a key can be given: all, all of a kind, or one thing. */
export const GRANTS = ["*", "read", "write", ...FINE] as const;

export const Grant = z.enum(GRANTS);
export type Grant = z.infer<typeof Grant>;

/** Whether a key with these grants may do what needs `scope`. Writing does not include reading. */
export function allows(grants: readonly string[], scope: Scope): boolean {
  const kind = scope.slice(scope.indexOf(":") + 1);
  return grants.includes("*") || grants.includes(kind) || grants.includes(scope);
}
