import { FlaskConical } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { may, missingRoleText } from "@/core/operator/role";
import { pageView } from "../../../page-view";
import { workflowOf } from "../workflow-of";
import { loadSimulation } from "./load-simulation";
import { OpenSimulation } from "./open-simulation";
import { SimulateParams } from "./search-params";

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key } = await params;
  const { workspaceId, t } = await pageView(workspace);
  const { workflow } = await workflowOf(workspaceId, key);
  return { title: t("simulation.title", { name: workflow.name }) };
}

export default async function SimulatePage({ params, searchParams }: Props) {
  const { workspace, key } = await params;
  const { workspaceId, slug, member, viewerZone, t } = await pageView(workspace);
  const found = await workflowOf(workspaceId, key);
  const { workflow } = found;
  const { version, ...loaded } = await loadSimulation(
    workspaceId,
    found,
    SimulateParams.parse(await searchParams),
  );
  const path = `/${slug}/workflows/${encodeURIComponent(workflow.key)}`;
  const mayEdit = may(member.role, "edit_workflows");
  const isAsked = loaded.initial.version !== undefined;
  return (
    <>
      <PageHeader
        trail={[
          { label: t("shell.workflows"), href: `/${slug}/workflows` },
          { label: workflow.name, href: path },
        ]}
        title={t("simulation.title", { name: workflow.name })}
        actions={
          mayEdit ? (
            <ButtonLink href={`${path}/edit`}>{t("simulation.toEditor")}</ButtonLink>
          ) : (
            <ButtonLink href={path}>{t("simulation.toWorkflow")}</ButtonLink>
          )
        }
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-y border-ft-accent bg-ft-accent-soft px-4 py-2 md:px-6">
        <FlaskConical aria-hidden="true" size={16} className="text-ft-accent-text" />
        <strong className="font-semibold">{t("simulation.nothingSent")}</strong>
        <span className="text-ft-2">{t("simulation.nothingSentMore")}</span>
        <span className="text-ft-2">
          {version === null
            ? t("simulation.ofDraft")
            : version === workflow.liveVersion
              ? t("simulation.ofLive", { version })
              : t("simulation.ofVersion", { version })}
          {isAsked ? `. ${t("simulation.wordsOfToday")}` : ""}
        </span>
      </div>
      <OpenSimulation
        key={`${workflow.key} ${version}`}
        slug={slug}
        workflow={workflow.key}
        viewerZone={viewerZone}
        cannotSave={mayEdit ? null : missingRoleText(member.role, "edit_workflows")}
        {...loaded}
      />
    </>
  );
}
