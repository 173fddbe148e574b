import type { DefinitionProblem, ValidateInput } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import { saidProblem } from "@/core/sentence/problem-words";
import type { DraftTemplates } from "@/core/template/draft-template";
import { Definition } from "@/core/workflow/definition";
import { unreadable } from "@/core/workflow/problems/unreadable";
import { findWorkflow } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { fieldErrors } from "@/server/http/field-errors";
import { problemsOf } from "./problems-of";

/**
 * What is wrong with a definition, or worth a second look: the given one, or the workflow's draft,
 * or else its live version. A given one may belong to a workflow that does not exist yet. Throws
 * `not_found` when there is nothing to check.
 */
export async function validateWorkflow(
  ctx: Ctx,
  who: Who,
  key: string,
  input: ValidateInput,
): Promise<{ problems: DefinitionProblem[] }> {
  const stored = input.definition === undefined ? await storedDraft(ctx, who, key) : null;
  const parsed = Definition.safeParse(input.definition ?? stored?.definition);
  if (!parsed.success) {
    const issues = unreadable(fieldErrors(parsed.error.issues));
    return { problems: issues.map((problem) => saidProblem(problem, "en")) };
  }
  const { data } = parsed;
  return { problems: await problemsOf(ctx, who.workspaceId, data, stored?.templates) };
}

type Stored = { definition: Definition; templates: DraftTemplates };

async function storedDraft(ctx: Ctx, who: Who, key: string): Promise<Stored> {
  const found = await findWorkflow(ctx.db, who.workspaceId, key);
  const definition = found?.workflow.draft ?? found?.live?.definition;
  if (!found || !definition) throw new AppError("not_found", `There is no workflow ${key}.`);
  return { definition, templates: found.workflow.draftTemplates };
}
