import type { ScenarioTest } from "@/core/case/scenario-test";
import type { WorkspaceId } from "@/core/ids";
import type { Template } from "@/core/template/content";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import { canonicalText } from "@/core/workflow/edit/document";
import { policiesUsed, templatesUsed } from "@/core/workflow/templates-used";
import type { Db, Tx } from "@/db/client";
import { listScenarios } from "@/db/queries/scenarios";
import { findLadders, findTemplates } from "@/db/queries/workflow-files";

export type WorkflowContents = { templates: DraftTemplates; scenarios: ScenarioTest[] };

/**
 * What belongs to a document beside it: the contents it sends, those of a draft over what is
 * published, and the scenarios kept with the workflow. A content that is missing is left out.
 */
export async function contentsOf(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  workflow: string,
  document: { definition: Definition | null; draftTemplates: DraftTemplates },
): Promise<WorkflowContents> {
  const { definition, draftTemplates } = document;
  const keys = definition ? templatesUsed(definition) : [];
  const [published, scenarios] = await Promise.all([
    findTemplates(db, workspaceId, keys),
    listScenarios(db, workspaceId, workflow),
  ]);
  const templates = { ...Object.fromEntries(published), ...draftTemplates };
  const used = keys.toSorted().flatMap((key) => {
    const template = Object.hasOwn(templates, key) ? templates[key] : undefined;
    return template ? [[key, template] as const] : [];
  });
  return { templates: Object.fromEntries(used), scenarios };
}

/** The keys of all contents a definition sends, through its own steps and the policies it names. */
export async function keysSent(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  definition: Definition,
): Promise<string[]> {
  const ladders = await findLadders(db, workspaceId, policiesUsed(definition));
  return templatesUsed(definition, { ladders });
}

/** The contents of a draft: those its definition sends, and those left beside it for later. */
export async function splitContents(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  definition: Definition,
  contents: DraftTemplates,
): Promise<{ sent: DraftTemplates; left: DraftTemplates }> {
  const keys = new Set(await keysSent(db, workspaceId, definition));
  const entries = Object.entries(contents);
  return {
    sent: Object.fromEntries(entries.filter(([key]) => keys.has(key))),
    left: Object.fromEntries(entries.filter(([key]) => !keys.has(key))),
  };
}

/** Of these contents those that are not published just so: what a draft has to hold. */
export async function changedTemplates(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  given: DraftTemplates,
): Promise<DraftTemplates> {
  return differing(given, await findTemplates(db, workspaceId, Object.keys(given)));
}

/** The same, where what is published under their keys was read already. */
export const differing = (
  given: DraftTemplates,
  published: ReadonlyMap<string, Template>,
): DraftTemplates =>
  Object.fromEntries(
    Object.entries(given).filter(
      ([key, template]) => canonicalText(published.get(key) ?? null) !== canonicalText(template),
    ),
  );
