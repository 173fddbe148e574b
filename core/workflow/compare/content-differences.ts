import type { Channel } from "@/core/template/channel";
import type { DraftContent, DraftTemplate } from "@/core/template/draft-template";

/** One text of a message before and after; null where there was, or is, none. */
export type ContentField = {
  field: "subject" | "preheader" | "title" | "body" | "buttons" | "layout";
  before: string | null;
  after: string | null;
};

/** What differs in a template in one language; `locale` null: its own. */
export type ContentDifference = {
  template: string;
  channel: Channel;
  locale: string | null;
  kind: "added" | "removed" | "changed";
  fields: ContentField[];
};

/** What differs between two templates under one key, language by language; nothing where they read the same. */
export function contentDifferences(
  template: string,
  before: DraftTemplate | null,
  after: DraftTemplate,
): ContentDifference[] {
  const old = byLocale(before);
  const now = byLocale(after);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((locale): ContentDifference[] => {
    const [was, is] = [old.get(locale), now.get(locale)];
    const fields = fieldsOf(was, is);
    if (fields.length === 0) return [];
    const kind = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    return [{ template, channel: after.channel, locale, kind, fields }];
  });
}

/** The look is the template's, whatever the language; it stands with its own words. */
type Compared = DraftContent & Pick<DraftTemplate, "layout">;

const byLocale = (template: DraftTemplate | null): Map<string | null, Compared> => {
  if (!template) return new Map();
  const { content, layout, locales = {} } = template;
  const own: Compared = { ...content, ...(layout !== undefined && { layout }) };
  return new Map<string | null, Compared>([[null, own], ...Object.entries(locales)]);
};

const TEXTS = ["subject", "preheader", "title", "body"] as const;

function fieldsOf(was: Compared | undefined, is: Compared | undefined): ContentField[] {
  const texts = TEXTS.map((field) => ({
    field,
    before: was?.[field] ?? null,
    after: is?.[field] ?? null,
  }));
  const buttons = { field: "buttons" as const, before: buttonsOf(was), after: buttonsOf(is) };
  const layout = {
    field: "layout" as const,
    before: was?.layout ?? null,
    after: is?.layout ?? null,
  };
  return [...texts, buttons, layout].filter(
    ({ before, after }) => (before ?? "") !== (after ?? ""),
  );
}

/** The buttons as text, a line each. */
function buttonsOf(content: DraftContent | undefined): string | null {
  const actions = content?.actions ?? [];
  if (actions.length === 0) return null;
  return actions
    .map(({ label, id, kind, url, choices, resolves }) => {
      const details = [id, kind, url, choices?.join(" / "), resolves?.toString()];
      return `${label} (${details.filter((detail) => detail !== undefined).join(", ")})`;
    })
    .join("\n");
}
