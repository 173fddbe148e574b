import { runScenario } from "@/core/case/run-scenario";
import { templatesOver } from "@/core/case/simulation-templates";
import type { WorkspaceId } from "@/core/ids";
import { failureSentence } from "@/core/sentence/scenario-sentence";
import type { DraftTemplates } from "@/core/template/draft-template";
import { compile } from "@/core/workflow/compile";
import type { Definition } from "@/core/workflow/definition";
import { listScenarios } from "@/db/queries/scenarios";
import type { Ctx } from "../context";
import { loadSimulationFacts, loadSimulationTemplates } from "./simulation-facts";

/** How one stored scenario came out; `failures` are sentences in the reader's language. */
export type ScenarioResult = {
  key: string;
  name: string;
  required: boolean;
  ok: boolean;
  failures: string[];
};

/**
 * Runs the scenarios kept with a workflow that expect something, against a definition as it would be
 * published. `draftTemplates` lie over what is published.
 */
export async function runScenarios(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  workflowKey: string,
  definition: Definition,
  draftTemplates: DraftTemplates | null | undefined,
  locale: string,
): Promise<ScenarioResult[]> {
  const stored = await listScenarios(ctx.db, workspaceId, workflowKey);
  const tests = stored.filter(({ expects }) => expects !== undefined);
  if (tests.length === 0) return [];
  const personIds = tests.flatMap(({ person }) => ("id" in person ? person.id : []));
  const facts = await loadSimulationFacts(ctx, workspaceId, { definition, personIds });
  const published = await loadSimulationTemplates(ctx, workspaceId, definition);
  const templates = templatesOver(published, draftTemplates ?? {});
  const program = compile(definition, { workflow: workflowKey, version: 0 });
  return tests.map((test) => {
    const { key, name, required = false } = test;
    const { failures } = runScenario(program, test, facts, templates);
    const sentences = failures.map((failure) => failureSentence(failure, { locale }));
    return { key, name, required, ok: failures.length === 0, failures: sentences };
  });
}
