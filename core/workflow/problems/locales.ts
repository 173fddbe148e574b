import { changedSince } from "@/core/template/translation";
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

/** Contents whose own words changed since a translation of them was made, as far as it says what it was made from. */
export const translations: Look = (_definition, facts, places) => {
  const said = new Set<string>();
  const uses = places.flatMap((place) => usesOf(place, facts).map((use) => ({ place, use })));
  return uses.flatMap(({ place, use: { template: key, field, channel } }): Problem[] => {
    const template = facts.templates.get(key);
    if (said.has(key) || template?.channel !== channel) return [];
    said.add(key);
    const behind = Object.keys(template.locales ?? {}).flatMap((tag) => {
      const texts = changedSince(template, tag)?.length ?? 0;
      return texts > 0 ? [{ tag, texts }] : [];
    });
    if (behind.length === 0) return [];
    const params = {
      template: key,
      texts: Math.max(...behind.map(({ texts }) => texts)),
      locales: behind.map(({ tag }) => tag).join(", "),
    };
    return [atStep(place, field, "check", "send.translation_behind", params)];
  });
};
