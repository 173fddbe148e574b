import type { FieldError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Template } from "@/core/template/content";
import { contentProblems } from "@/core/template/content-problems";
import { finished } from "@/core/template/draft-template";
import {
  type ContentDifference,
  contentDifferences,
} from "@/core/workflow/compare/content-differences";
import { policiesUsed, templatesUsed } from "@/core/workflow/templates-used";
import type { Db } from "@/db/client";
import { findLadders } from "@/db/queries/workflow-files";
import { listDefinitions } from "@/db/queries/workflows";
import type { Source } from "./publish-source";

/** A content that publishing changes. */
export type ChangedContent = {
  key: string;
  channel: Channel;
  /** Nothing was published under this key before. */
  isNew: boolean;
  /** Keys of the other workflows that send it too: they change with it. */
  alsoUsedBy: string[];
  differences: ContentDifference[];
};

/** The contents that publishing would change, and who else sends them. */
export async function changedContents(
  db: Db,
  workspaceId: WorkspaceId,
  workflow: string,
  { templates, published }: Source,
): Promise<ChangedContent[]> {
  const keys = Object.keys(templates).toSorted();
  if (keys.length === 0) return [];
  const others = (await listDefinitions(db, workspaceId)).filter(({ key }) => key !== workflow);
  const policies = others.flatMap(({ definition }) => policiesUsed(definition));
  const ladders = await findLadders(db, workspaceId, [...new Set(policies)]);
  const senders = others.map(({ key, definition }) => ({
    key,
    sends: new Set(templatesUsed(definition, { ladders })),
  }));
  return keys.flatMap((key) => {
    const after = templates[key];
    if (!after) return [];
    const before = published.get(key) ?? null;
    const users = senders.filter(({ sends }) => sends.has(key));
    return {
      key,
      channel: after.channel,
      isNew: before === null,
      alsoUsedBy: [...new Set(users.map((user) => user.key))],
      differences: contentDifferences(key, before, after),
    };
  });
}

/**
 * The contents of a draft as templates. One that is not finished, or whose Liquid cannot be read,
 * stands against publishing with its places.
 */
export function readyContents({ templates }: Source): {
  ready: { key: string; template: Template }[];
  errors: FieldError[];
} {
  const ready: { key: string; template: Template }[] = [];
  const errors: FieldError[] = [];
  for (const [key, draft] of Object.entries(templates)) {
    const result = finished(draft);
    const issues = result.ok ? unreadable(result.template) : result.issues;
    if (issues.length === 0 && result.ok) ready.push({ key, template: result.template });
    else {
      const at = (path: string) => ["templates", key, path].filter(Boolean).join(".");
      errors.push(...issues.map(({ path, message }) => ({ path: at(path), message })));
    }
  }
  return { ready, errors };
}

const unreadable = ({ content, locales = {} }: Template): FieldError[] =>
  [["content", content] as const, ...localesOf(locales)].flatMap(([base, one]) =>
    contentProblems(one).map(({ field, message, line, column }) => ({
      path: `${base}.${field}`,
      message: `line ${line}, column ${column}: ${message}`,
    })),
  );

const localesOf = (locales: NonNullable<Template["locales"]>) =>
  Object.entries(locales).map(([locale, content]) => [`locales.${locale}`, content] as const);
