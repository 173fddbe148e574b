import { usesOf } from "./channel-uses";
import { atStep, type Look, type Problem } from "./problem";

/**
 * Contents that lack a language: one that the workspace writes in, or, where it names none, one in
 * which others of the same workflow are written.
 */
export const locales: Look = (_definition, facts, places) => {
  const uses = places.flatMap((place) => usesOf(place, facts).map((use) => ({ place, use })));
  const written = (key: string) => Object.keys(facts.templates.get(key)?.locales ?? {});
  const [, ...named] = facts.languages ?? [];
  const wanted = new Set(
    named.length > 0 ? named : uses.flatMap(({ use }) => written(use.template)),
  );
  const said = new Set<string>();
  return uses.flatMap(({ place, use }): Problem[] => {
    const { template, field } = use;
    if (said.has(template) || facts.templates.get(template)?.channel !== use.channel) return [];
    said.add(template);
    const has = new Set(written(template));
    const missing = [...wanted].filter((locale) => !has.has(locale) && !has.has(short(locale)));
    if (missing.length === 0) return [];
    // The content's own language is one more.
    const of = wanted.size + 1;
    const params = { template, missing: missing.length, of, locales: missing.join(", ") };
    return [atStep(place, field, "check", "send.locale_missing", params)];
  });
};

const short = (locale: string): string => locale.split("-")[0] ?? locale;
