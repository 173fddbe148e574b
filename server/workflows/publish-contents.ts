import type { FieldError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import type { Template } from "@/core/template/content";
import { finished } from "@/core/template/draft-template";
import {
  type ContentDifference,
  contentDifferences,
} from "@/core/workflow/compare/content-differences";
import { policiesUsed, templatesUsed } from "@/core/workflow/templates-used";
import type { Db } from "@/db/client";
import { findLadders } from "@/db/queries/workflow-files";
import { listDefinitions } from "@/db/queries/workflows";
import { templateErrors } from "../templates/template-errors";
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
 * The contents of a draft as templates. One that is not finished, or cannot be read or names what is not
 * there, stands against publishing with its places.
 */
export async function readyContents(
  db: Db,
  workspaceId: WorkspaceId,
  { templates }: Source,
): Promise<{ ready: { key: string; template: Template }[]; errors: FieldError[] }> {
  const ready: { key: string; template: Template }[] = [];
  const errors: FieldError[] = [];
  for (const [key, draft] of Object.entries(templates)) {
    const result = finished(draft);
    const issues = result.ok
      ? await templateErrors(db, workspaceId, result.template)
      : result.issues;
    if (issues.length === 0 && result.ok) ready.push({ key, template: result.template });
    else {
      const at = (path: string) => ["templates", key, path].filter(Boolean).join(".");
      errors.push(...issues.map(({ path, message }) => ({ path: at(path), message })));
    }
  }
  return { ready, errors };
}
