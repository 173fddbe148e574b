import type { DefinitionProblem, ValidateInput } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import { Definition } from "@/core/workflow/definition";
import { validate } from "@/core/workflow/validate";
import { findWorkflow } from "@/db/queries/workflows";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { fieldErrors } from "@/server/http/field-errors";
import { definitionFacts } from "./definition-facts";

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
  const given = input.definition ?? (await storedDefinition(ctx, who, key));
  const parsed = Definition.safeParse(given);
  if (!parsed.success) return { problems: fieldErrors(parsed.error.issues).map(unreadable) };
  const facts = await definitionFacts(ctx.db, who.workspaceId);
  return { problems: validate(parsed.data, facts) };
}

async function storedDefinition(ctx: Ctx, who: Who, key: string): Promise<Definition> {
  const found = await findWorkflow(ctx.db, who.workspaceId, key);
  const definition = found?.workflow.draft ?? found?.live?.definition;
  if (!definition) throw new AppError("not_found", `There is no workflow ${key}.`);
  return definition;
}

const unreadable = ({ path, message }: { path: string; message: string }): DefinitionProblem => ({
  code: "definition.unreadable",
  severity: "problem",
  path,
  step: null,
  message,
  why: "The document cannot be read as a workflow.",
  fix: "Correct the field, or take it out if it is not needed.",
});
