import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { NewByName } from "@/components/teams/new-by-name";
import { TeamKindsNav } from "@/components/teams/team-kinds-nav";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { shiftsBetween, shiftsFrom } from "@/core/rota/shifts";
import { DAY_MS } from "@/core/time";
import { findPeopleCards } from "@/db/queries/people-cards";
import { loadRotas } from "@/db/queries/rotas";
import { listTeams } from "@/db/queries/teams";
import { ctx } from "@/server/boot";
import { forbiddenText } from "../forbidden-text";
import { pageView } from "../page-view";

const GAPS_LOOKED_FOR_MS = 28 * DAY_MS;

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("rotas.title") };
}

export default async function RotasPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, workspaceId, locale, viewerZone, now } = view;
  const [rotas, teams] = await Promise.all([
    loadRotas(ctx.db, workspaceId),
    listTeams(ctx.db, workspaceId),
  ]);
  const rows = [...rotas.values()]
    .map((rota) => ({
      rota,
      onCall: shiftsFrom(rota, now, 1)[0],
      gaps: shiftsBetween(rota, now, now + GAPS_LOOKED_FOR_MS).filter(
        ({ personId }) => personId === null,
      ).length,
      team: teams.find(({ key }) => key === rota.key),
    }))
    .sort((a, b) => a.rota.name.localeCompare(b.rota.name, locale));
  const cards = await findPeopleCards(
    ctx.db,
    workspaceId,
    rows.flatMap(({ onCall }) => onCall?.personId ?? []),
  );
  const forbidden = forbiddenText(view, "edit_workflows");
  return (
    <>
      <PageHeader
        title={t("rotas.title")}
        actions={
          forbidden ? (
            <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>
          ) : (
            <NewByName verb={t("rotas.new")} path={`/${slug}/rotas`} />
          )
        }
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <TeamKindsNav t={t} slug={slug} kind="rotas" />
        <p className="ft-prose">{t("rotas.lead")}</p>
        {rows.length === 0 ? (
          <EmptyState title={t("rotas.empty")}>{t("rotas.emptyBody")}</EmptyState>
        ) : (
          <Table
            caption={t("rotas.title")}
            columns={(
              [
                "settings.name",
                "teams.onCall",
                "rotas.nextWeeks",
                "teams.team",
                "rotas.zone",
              ] as const
            ).map((label) => ({ label: t(label) }))}
          >
            {rows.map(({ rota, onCall, gaps, team }) => (
              <tr key={rota.key}>
                <th scope="row" data-label={t("settings.name")}>
                  <Link
                    href={`/${slug}/rotas/${encodeURIComponent(rota.key)}`}
                    className="ft-row-link"
                  >
                    {rota.name}
                  </Link>
                </th>
                <td data-label={t("teams.onCall")}>
                  {onCall?.personId == null ? (
                    <span className="font-semibold text-(--ft-due)">{t("rotas.nobody")}</span>
                  ) : (
                    (cards.get(onCall.personId)?.name ?? onCall.personId)
                  )}
                  {onCall ? (
                    <span className="block text-xs text-ft-3">
                      {t.rich("teams.shiftUntil", {
                        moment: (
                          <Time
                            key="until"
                            at={onCall.until}
                            zone={rota.timeZone}
                            show="absolute"
                            {...{ viewerZone, now, locale }}
                          />
                        ),
                      })}
                    </span>
                  ) : null}
                </td>
                <td data-label={t("rotas.nextWeeks")}>
                  {gaps === 0 ? (
                    t("rotas.covered")
                  ) : (
                    <span className="text-(--ft-due)">{t("rotas.gapCount", { n: gaps })}</span>
                  )}
                </td>
                <td data-label={t("teams.team")}>
                  {team?.name ?? <span className="text-ft-3">–</span>}
                </td>
                <td data-label={t("rotas.zone")}>{rota.timeZone}</td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </>
  );
}
