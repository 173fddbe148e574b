import type { Metadata } from "next";
import type { ReactNode } from "react";
import type { OrgNode } from "@/components/org/org-node";
import { OrgTree } from "@/components/org/org-tree";
import { PageHeader } from "@/components/shell/page-header";
import { TeamKindsNav } from "@/components/teams/team-kinds-nav";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { pageView } from "../page-view";
import { loadOrg, ORG_PEOPLE_SHOWN } from "./load-org";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("org.title") };
}

/** Departments and reporting lines, and what is wrong with them. */
export default async function OrgPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, t } = view;
  const { departments, lines, problems, isCut } = await loadOrg(view);
  const isEmpty = departments.length === 0 && lines.length === 0;
  return (
    <>
      <PageHeader
        title={t("org.title")}
        actions={<ButtonLink href={`/${slug}/people/import`}>{t("org.import")}</ButtonLink>}
      >
        <TeamKindsNav t={t} slug={slug} kind="org" />
      </PageHeader>
      <div className="ft-page-body grid gap-6 pt-4">
        {isEmpty ? (
          <EmptyState title={t("org.emptyTitle")}>{t("org.emptyBody")}</EmptyState>
        ) : (
          <>
            <Note tone={problems === 0 ? "resolved" : "due"}>
              {t("org.problems", { n: problems })}
            </Note>
            <div className="grid gap-6 xl:grid-cols-2">
              <Part
                title={t("org.departments")}
                lead={t("org.departmentsLead")}
                nodes={departments}
              />
              <Part title={t("org.lines")} lead={t("org.linesLead")} nodes={lines}>
                {isCut ? <Note tone="due">{t("org.tooMany", { n: ORG_PEOPLE_SHOWN })}</Note> : null}
              </Part>
            </div>
          </>
        )}
      </div>
    </>
  );
}

function Part({
  title,
  lead,
  nodes,
  children,
}: {
  title: string;
  lead: string;
  nodes: readonly OrgNode[];
  children?: ReactNode;
}) {
  return (
    <section aria-label={title} className="grid min-w-0 content-start gap-2">
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="text-ft-2">{lead}</p>
      {children}
      {nodes.length === 0 ? null : <OrgTree label={title} nodes={nodes} />}
    </section>
  );
}
