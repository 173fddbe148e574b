import type { ScenarioTest } from "@/core/case/scenario-test";
import type { WorkspaceId } from "@/core/ids";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import { canonicalText } from "@/core/workflow/edit/document";
import { templatesUsed } from "@/core/workflow/templates-used";
import type { Db, Tx } from "@/db/client";
import { listScenarios } from "@/db/queries/scenarios";
import { findTemplates } from "@/db/queries/workflow-files";

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

/** Of these contents those that are not published just so: what a draft has to hold. */
export async function changedTemplates(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  given: DraftTemplates,
): Promise<DraftTemplates> {
  const published = await findTemplates(db, workspaceId, Object.keys(given));
  return Object.fromEntries(
    Object.entries(given).filter(
      ([key, template]) => canonicalText(published.get(key) ?? null) !== canonicalText(template),
    ),
  );
}
