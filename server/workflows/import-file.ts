import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { walk } from "@/core/workflow/definition";
import { templatesUsed } from "@/core/workflow/templates-used";
import { findTemplates, freeWorkflowKey } from "@/db/queries/workflow-files";
import { findWorkflow } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { inLanguage, localizedIssue } from "@/server/refusals/in-language";
import type { FileProblem } from "./parse-text";
import { readWorkflowFile } from "./read-workflow-file";
import { saveDraft } from "./save-draft";
import { changedTemplates } from "./workflow-contents";

/** What a file holds, and what importing it would meet in this workspace. */
export type FileLook =
  | { ok: false; problems: FileProblem[]; total: number }
  | {
      ok: true;
      name: string | null;
      key: string | null;
      counts: { steps: number; stages: number; templates: number; scenarios: number };
      /** Contents that are published here with other words. */
      changed: string[];
      /** Contents that neither the file has nor the workspace. */
      missing: string[];
      /** The workflow that has the file's key, and a key that none has. */
      taken: { name: string; revision: number; hasDraft: boolean; free: string } | null;
    };

const MISSING_SHOWN_MAX = 20;

/**
 * Looks into a file without importing it; its problems are worded for the reader. `as` is a key to
 * import it under in place of its own.
 */
export async function lookAtFile(
  { db }: Pick<Ctx, "db">,
  workspaceId: WorkspaceId,
  { text, as }: { text: string; as?: string | undefined },
  locale: string,
): Promise<FileLook> {
  const read = readWorkflowFile(text, localizedIssue(locale));
  if (!read.ok) {
    const said = read.problems.map((problem) => ({
      ...problem,
      message: inLanguage(locale, problem.message),
    }));
    return { ...read, problems: said };
  }
  const { name = null, definition, templates = {}, scenarios = [] } = read.file;
  const key = as ?? read.file.key ?? null;
  const used = templatesUsed(definition);
  const published = await findTemplates(db, workspaceId, [...used, ...Object.keys(templates)]);
  const differing = await changedTemplates(db, workspaceId, templates);
  const found = key === null ? undefined : await findWorkflow(db, workspaceId, key);
  return {
    ok: true,
    name,
    key,
    counts: {
      steps: [...walk(definition)].length,
      stages: definition.stages.length,
      templates: Object.keys(templates).length,
      scenarios: scenarios.length,
    },
    changed: Object.keys(differing).filter((one) => published.has(one)),
    missing: used
      .filter((one) => !Object.hasOwn(templates, one) && !published.has(one))
      .slice(0, MISSING_SHOWN_MAX),
    taken: found
      ? {
          name: found.workflow.name,
          revision: found.workflow.revision,
          hasDraft: found.workflow.draft !== null,
          free: await freeWorkflowKey(db, workspaceId, found.workflow.key),
        }
      : null,
  };
}

/**
 * Makes a workflow's draft from a file, or replaces the draft of one. What is live stays as it is.
 * Throws `invalid` for a file that cannot be one, `conflict` for a key that is taken
 * and while somebody else writes the draft to replace, and `precondition_failed` when the workflow to replace has changed.
 */
export async function importFile(
  ctx: Ctx,
  who: Who,
  input: { text: string; key: string; name: string; replaces: number | null },
): Promise<void> {
  const { text, key, name, replaces } = input;
  const read = readWorkflowFile(text);
  if (!read.ok) {
    throw new AppError("invalid", "This file is no workflow.", { errors: read.problems });
  }
  const options = replaces === null ? { onlyNew: true } : { ifMatch: replaces, yields: true };
  await saveDraft(ctx, who, key, { ...read.file, key, name }, options);
}
