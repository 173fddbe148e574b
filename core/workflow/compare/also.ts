import { joinList, render } from "@/core/sentence/render";

/** “Also changed: the note.”; null for nothing. */
export function alsoOf(fields: readonly string[], locale: string): string | null {
  if (fields.length === 0) return null;
  const names = fields.map((field) => render("setting.field", locale, { field }));
  return render("setting.also", locale, { fields: joinList(names, locale) });
}
