import "server-only";
import { notFound } from "next/navigation";
import { type Address, addressFrom } from "@/components/simulation/address";
import type { WorkspaceId } from "@/core/ids";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { Definition } from "@/core/workflow/definition";
import { listScenarios } from "@/db/queries/scenarios";
import { findVersion } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { messageSender } from "@/server/templates/message-sender";
import { loadEditorFacts } from "@/server/workflows/editor-facts";
import { loadSimulationFacts } from "@/server/workflows/simulation-facts";
import type { workflowOf } from "../workflow-of";

type Found = Awaited<ReturnType<typeof workflowOf>>;
type Played = { definition: Definition; contents: DraftTemplates; version: number | null };

/** What is played, and everything the browser needs to play it. */
export async function loadSimulation(
  workspaceId: WorkspaceId,
  found: Found,
  params: Parameters<typeof addressFrom>[0],
) {
  const initial = addressFrom(params);
  const played = await playedOf(workspaceId, found, initial.version);
  const { definition } = played;
  const [editorFacts, saved, { brand, layouts }] = await Promise.all([
    loadEditorFacts(ctx, workspaceId, { definition }),
    listScenarios(ctx.db, workspaceId, found.workflow.key),
    messageSender(ctx, workspaceId),
  ]);
  const personIds = [...idsOf([initial, ...saved]), ...editorFacts.people.map(({ id }) => id)];
  const facts = await loadSimulationFacts(ctx, workspaceId, { definition, personIds });
  return { ...played, initial, editorFacts, saved, facts, sender: { brand, layouts } };
}

/** A version, or with none asked for the draft, and without a draft what is live. */
async function playedOf(
  workspaceId: WorkspaceId,
  { workflow, live }: Found,
  version: number | undefined,
): Promise<Played> {
  if (version !== undefined) {
    const row = await findVersion(ctx.db, workspaceId, workflow.key, version);
    return row ? { definition: row.definition, contents: {}, version } : notFound();
  }
  const { draft, draftTemplates: contents } = workflow;
  if (draft) return { definition: draft, contents, version: null };
  if (!live) return notFound();
  return { definition: live.definition, contents, version: workflow.liveVersion };
}

const idsOf = (tests: readonly Pick<Address, "person">[]): string[] => [
  ...new Set(tests.flatMap(({ person }) => (person && "id" in person ? [person.id] : []))),
];
