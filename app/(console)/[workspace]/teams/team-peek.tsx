import "server-only";
import { UserMinus } from "lucide-react";
import Link from "next/link";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { PeekPanel } from "@/components/lists/peek-panel";
import { LocalNow } from "@/components/people/local-now";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { Key } from "@/core/ids";
import { onDuty } from "@/core/rota/on-duty";
import { findKeyed, type KeyedRow } from "@/db/queries/keyed";
import { listMembers } from "@/db/queries/keyed-writes";
import { findPeopleCards } from "@/db/queries/people-cards";
import { loadRotas } from "@/db/queries/rotas";
import { listEscalations } from "@/db/queries/teams";
import { ctx } from "@/server/boot";
import { PeekBlock } from "../_lists/peek-block";
import { PeekGone } from "../_lists/peek-gone";
import type { PageView } from "../page-view";
import { isAway } from "./is-away";

const MEMBERS_SHOWN = 12;
const CASES_SHOWN = 6;

/** One team beside the list: who leads it, who is there, who is on call, what waits for it. */
export async function TeamPeek({ view, peek }: { view: PageView; peek: string }) {
  const { workspaceId, slug, t } = view;
  const key = Key.safeParse(peek);
  const team = key.success ? await findKeyed(ctx.db, workspaceId, "teams", key.data) : undefined;
  if (!team) {
    return (
      <PeekGone view={view} list="teams" peek={peek}>
        {t("teams.notFoundLine")}
      </PeekGone>
    );
  }
  return (
    <PeekPanel
      label={t("lists.peekLabel", { ref: team.name })}
      href={`/${slug}/teams/${encodeURIComponent(team.key)}`}
    >
      <TeamInShort view={view} team={team} />
    </PeekPanel>
  );
}

async function TeamInShort({ view, team }: { view: PageView; team: KeyedRow<"teams"> }) {
  const { workspaceId, slug, t, now, viewerZone, workspaceZone, locale } = view;
  const [members, rotas, escalations] = await Promise.all([
    listMembers(ctx.db, workspaceId, [team.key]),
    loadRotas(ctx.db, workspaceId, team.key),
    listEscalations(ctx.db, workspaceId, team.key, CASES_SHOWN + 1),
  ]);
  const rota = rotas.get(team.key);
  const onCall = rota ? onDuty(rota, now) : null;
  const shown = members
    .toSorted((a, b) => Number(b.personId === team.leadId) - Number(a.personId === team.leadId))
    .slice(0, MEMBERS_SHOWN);
  const cards = await findPeopleCards(
    ctx.db,
    workspaceId,
    [team.leadId, onCall, ...shown.map(({ personId }) => personId)].filter((id) => id != null),
  );
  const person = (id: string) => (
    <Link href={`/${slug}/people/${encodeURIComponent(id)}`} className="ft-link">
      {cards.get(id)?.name ?? id}
    </Link>
  );
  const zone = team.timeZone ?? workspaceZone;
  return (
    <div className="grid gap-4">
      <header className="grid gap-1.5">
        <p className="break-all font-mono text-xs text-ft-3">{team.key}</p>
        <h2 className="text-lg">{team.name}</h2>
        <p className="text-ft-2">
          <LocalNow now={now} zone={zone} locale={locale} />
        </p>
      </header>
      <PeekBlock id="lead" title={t("teams.lead")}>
        <p>
          {team.leadId === null ? (
            <span className="text-(--ft-due)">{t("teams.noLead")}</span>
          ) : (
            person(team.leadId)
          )}
        </p>
      </PeekBlock>
      <PeekBlock id="on-call" title={t("teams.onCall")}>
        <p>
          {onCall === null ? (
            <span className="text-ft-3">{t("teams.noRota")}</span>
          ) : (
            person(onCall)
          )}
        </p>
      </PeekBlock>
      <PeekBlock id="members" title={t("teams.members")}>
        {members.length === 0 ? (
          <p className="text-(--ft-due)">{t("teams.noMembers")}</p>
        ) : (
          <ul className="grid gap-1">
            {shown.map((member) => {
              const { personId, absentUntil } = member;
              const away = isAway(member, now) ? absentUntil : null;
              return (
                <li key={personId} className="flex flex-wrap items-center gap-x-2">
                  {person(personId)}
                  {away ? (
                    <span className="flex items-center gap-1 text-xs text-(--ft-due)">
                      <UserMinus aria-hidden="true" size={12} />
                      {t.rich("teams.awayUntil", {
                        moment: (
                          <Time
                            key="until"
                            at={away}
                            {...{ zone, viewerZone, now, locale }}
                            show="absolute"
                          />
                        ),
                      })}
                    </span>
                  ) : null}
                </li>
              );
            })}
          </ul>
        )}
        {members.length > MEMBERS_SHOWN ? (
          <p className="text-xs text-ft-3">
            {t("lists.more", { n: members.length - MEMBERS_SHOWN })}
          </p>
        ) : null}
      </PeekBlock>
      <PeekBlock id="escalations" title={t("teams.escalations")}>
        {escalations.length === 0 ? (
          <p className="text-ft-3">{t("teams.noEscalations")}</p>
        ) : (
          <ul className="grid gap-2">
            {escalations.slice(0, CASES_SHOWN).map((row) => (
              <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-3">
                <Link
                  href={`/${slug}/cases/${caseNumber(row.number)}`}
                  className="ft-link min-w-0 flex-1 truncate"
                >
                  {caseNumber(row.number)} {row.subject}
                </Link>
                <StateBadge state={caseState(row, now)} />
              </li>
            ))}
          </ul>
        )}
        {escalations.length > CASES_SHOWN ? (
          <Link href={`/${slug}/teams/${encodeURIComponent(team.key)}`} className="ft-link">
            {t("teams.listAllEscalations")}
          </Link>
        ) : null}
      </PeekBlock>
    </div>
  );
}
