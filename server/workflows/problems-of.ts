import type { WorkspaceId } from "@/core/ids";
import { type SaidProblem, saidProblem } from "@/core/sentence/problem-words";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import { validate } from "@/core/workflow/validate";
import { workflowFactsOf } from "@/core/workflow/workflow-facts";
import type { Ctx } from "../context";
import { loadEditorFacts } from "./editor-facts";

/**
 * What stands against a definition in this workspace, problems first, each with its words. `drafts`
 * are the contents that a draft has changed; `locale` is the reader's, English as the API answers.
 */
export async function problemsOf(
  ctx: Pick<Ctx, "db" | "config">,
  workspaceId: WorkspaceId,
  definition: Definition,
  drafts: DraftTemplates = {},
  locale = "en",
): Promise<SaidProblem[]> {
  const facts = await loadEditorFacts(ctx, workspaceId, { definition });
  const found = validate(definition, workflowFactsOf(facts, drafts));
  return found.map((problem) => saidProblem(problem, locale));
}
