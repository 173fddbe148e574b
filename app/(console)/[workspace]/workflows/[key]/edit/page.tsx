import type { Metadata } from "next";
import { may } from "@/core/operator/role";
import { countAtStepsOfAll } from "@/db/queries/workflow-counts";
import { ctx } from "@/server/boot";
import { messageSender } from "@/server/templates/message-sender";
import { storedDraft } from "@/server/workflows/editor-draft";
import { loadEditorFacts } from "@/server/workflows/editor-facts";
import { forbiddenText } from "../../../forbidden-text";
import { pageView } from "../../../page-view";
import { workflowOf } from "../workflow-of";
import { OpenEditor } from "./open-editor";

type Props = { params: Promise<{ workspace: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const { workspaceId, t } = await pageView(workspace);
  const { workflow } = await workflowOf(workspaceId, key);
  return { title: t("editor.title", { name: workflow.name }) };
}

export default async function EditPage({ params }: Props) {
  const { workspace, key } = await params;
  const view = await pageView(workspace);
  const { workspaceId, slug, member, viewerZone } = view;
  const mayEdit = may(member.role, "edit_workflows");
  const { workflow } = await workflowOf(workspaceId, key);
  const { document, state, live } = await storedDraft(ctx.db, workspaceId, workflow.key);
  const [facts, counts, sender] = await Promise.all([
    loadEditorFacts(ctx, workspaceId, { definition: document.definition }),
    countAtStepsOfAll(ctx.db, workspaceId, workflow.key),
    messageSender(ctx, workspaceId),
  ]);
  return (
    <OpenEditor
      key={workflow.key}
      slug={slug}
      workflow={workflow.key}
      operatorId={member.operatorId}
      mayEdit={mayEdit}
      opened={{ document, state }}
      live={live}
      facts={facts}
      accepted={workflow.acceptedChecks}
      counts={counts}
      sender={sender}
      viewerZone={viewerZone}
      me={member.email}
      isSandbox={member.workspace.kind === "sandbox"}
      whyNot={forbiddenText(view, "edit_workflows")}
    />
  );
}
