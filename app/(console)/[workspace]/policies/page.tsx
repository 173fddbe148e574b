import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { NewByName } from "@/components/teams/new-by-name";
import { TeamKindsNav } from "@/components/teams/team-kinds-nav";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Names } from "@/core/sentence/names";
import { stepSentence } from "@/core/sentence/step-sentence";
import { ladderStep } from "@/core/workflow/ladder-problems";
import { listKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { readNames } from "@/server/messages/read-names";
import { forbiddenText } from "../forbidden-text";
import { pageView } from "../page-view";
import { namedBy } from "../teams/named-by";

/** A workspace with more shows the ones that changed last. */
const SHOWN_MAX = 500;

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("teams.policies") };
}

export default async function PoliciesPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, workspaceId, locale, viewerZone, now, ticking } = view;
  const [{ rows }, rotas, users] = await Promise.all([
    listKeyed(ctx.db, workspaceId, "policies", { limit: SHOWN_MAX }),
    listKeyed(ctx.db, workspaceId, "rotas", { limit: SHOWN_MAX }),
    namedBy(workspaceId),
  ]);
  const people = rows.flatMap(({ ladder }) =>
    [...ladder.levels.flatMap(({ targets }) => targets), ladder.fallback].flatMap((target) =>
      target && "person" in target ? [target.person] : [],
    ),
  );
  const names: Names = {
    ...(await readNames(ctx.db, workspaceId, people)),
    rota: (key) => rotas.rows.find((each) => each.key === key)?.plan.name,
  };
  const forbidden = forbiddenText(view, "edit_workflows");
  const columns = [
    "settings.name",
    "policies.levels",
    "settings.usedBy",
    "contents.changed",
  ] as const;
  return (
    <>
      <PageHeader
        title={t("teams.policies")}
        actions={
          forbidden ? (
            <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>
          ) : (
            <NewByName verb={t("policies.new")} path={`/${slug}/policies`} />
          )
        }
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <TeamKindsNav t={t} slug={slug} kind="policies" />
        <p className="ft-prose">{t("policies.lead")}</p>
        {rows.length === 0 ? (
          <EmptyState title={t("policies.empty")}>{t("policies.emptyBody")}</EmptyState>
        ) : (
          <Table
            caption={t("teams.policies")}
            columns={columns.map((label) => ({ label: t(label) }))}
          >
            {rows.map(({ key, name, ladder, updatedAt }) => (
              <tr key={key}>
                <th scope="row" data-label={t("settings.name")}>
                  <Link
                    href={`/${slug}/policies/${encodeURIComponent(key)}`}
                    className="ft-row-link"
                  >
                    {name}
                  </Link>
                </th>
                <td data-label={t("policies.levels")} className="max-w-[60ch]">
                  {stepSentence(ladderStep(ladder), { locale, names })}
                </td>
                <td data-label={t("settings.usedBy")}>
                  {t("settings.workflowCount", { n: users("policy", key).workflows.length })}
                </td>
                <td data-label={t("contents.changed")}>
                  <Time at={updatedAt} {...{ viewerZone, now, locale, ticking }} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </>
  );
}
