import { GERMAN_NAMES } from "./german-names";
import type { Starter } from "./starter";

/** The fields of a starter's parts that hold what somebody reads. */
const READ: readonly string[] = ["name", "title", "note", "description", "role"];

/**
 * A starter with the names of its parts in the language of whoever uses it, as far as that is known:
 * English otherwise. Contents carry all their languages and stay; keys and ids are the same in each.
 */
export function starterIn(starter: Starter, locale: string): Starter {
  if (new Intl.Locale(locale).language !== "de") return starter;
  const { definition, scenarios, topics, policies, teams, rotas, asks } = starter;
  return {
    ...starter,
    ...named({ definition, scenarios, topics, policies, teams, rotas }),
    asks: { ...asks, teams: named(asks.teams) },
  };
}

const named = <T>(part: T): T => walk(part) as T;

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      typeof inner === "string" && READ.includes(field)
        ? (GERMAN_NAMES[inner] ?? inner)
        : walk(inner),
    ]),
  );
}
