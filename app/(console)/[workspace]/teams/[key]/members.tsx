import Link from "next/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { localDate } from "@/core/calendar/zone";
import { DAY_MS } from "@/core/time";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import { AddMember } from "./add-member";
import type { LoadedTeam } from "./load-team";
import { MemberMenu } from "./member-menu";

/** Who is in the team, who is away, and who stands in. */
export function Members({ loaded, view }: { loaded: LoadedTeam; view: PageView }) {
  const { team, members, zone, choices, nameOf, isKnown } = loaded;
  const { slug, now, viewerZone, locale, t } = view;
  const isAllowed = forbiddenText(view, "edit_workflows") === null;
  const columns = [
    { label: t("teams.member") },
    { label: t("teams.role") },
    { label: t("teams.presence") },
    { label: t("teams.deputy") },
    ...(isAllowed ? [{ label: t("people.actions"), hidden: true }] : []),
  ];
  return (
    <section aria-labelledby="members" className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 id="members" className="text-base font-semibold">
          {t("teams.members")}
        </h2>
        {isAllowed ? <AddMember slug={slug} teamKey={team.key} people={choices.people} /> : null}
      </div>
      {members.length === 0 ? (
        <p className="border-y border-ft-subtle bg-ft-surface px-3 py-3 text-ft-3">
          {t("teams.noMembers")}
        </p>
      ) : (
        <Table caption={t("teams.members")} columns={columns}>
          {members.map(({ personId, deputyId, absentFrom, absentUntil }) => {
            const away = absentUntil !== null && absentUntil.getTime() > now ? absentUntil : null;
            const ahead =
              away && absentFrom !== null && absentFrom.getTime() > now ? absentFrom : null;
            return (
              <tr key={personId}>
                <th scope="row" data-label={t("teams.member")}>
                  <Link
                    href={`/${slug}/people/${encodeURIComponent(personId)}`}
                    className="ft-link"
                  >
                    {nameOf(personId)}
                  </Link>
                  {isKnown(personId) ? null : (
                    <span className="ms-2 text-xs text-(--ft-due)">{t("teams.unknownPerson")}</span>
                  )}
                </th>
                <td data-label={t("teams.role")}>
                  {personId === team.leadId ? t("teams.lead") : t("teams.member")}
                </td>
                <td data-label={t("teams.presence")}>
                  {away ? (
                    <span className={ahead ? undefined : "text-(--ft-due)"}>
                      {t.rich(ahead ? "teams.awayBetween" : "teams.awayUntil", {
                        start: ahead ? (
                          <Time
                            key="from"
                            at={ahead}
                            zone={zone}
                            show="absolute"
                            {...{ viewerZone, now, locale }}
                          />
                        ) : null,
                        moment: (
                          <Time
                            key="until"
                            at={away}
                            zone={zone}
                            show="absolute"
                            {...{ viewerZone, now, locale }}
                          />
                        ),
                      })}
                    </span>
                  ) : (
                    t("teams.there")
                  )}
                </td>
                <td data-label={t("teams.deputy")}>
                  {deputyId ? (
                    nameOf(deputyId)
                  ) : away ? (
                    <span className="text-(--ft-due)">{t("teams.noDeputy")}</span>
                  ) : (
                    <span className="text-ft-3">–</span>
                  )}
                </td>
                {isAllowed ? (
                  <td className="ft-number">
                    <MemberMenu
                      slug={slug}
                      teamKey={team.key}
                      personId={personId}
                      name={nameOf(personId)}
                      deputyId={deputyId}
                      awayFrom={ahead ? localDate(ahead.getTime(), zone) : null}
                      awayUntil={away ? localDate(away.getTime(), zone) : null}
                      today={localDate(now, zone)}
                      nextWeek={localDate(now + 7 * DAY_MS, zone)}
                      zone={zone}
                      people={choices.people.filter(({ id }) => id !== personId)}
                    />
                  </td>
                ) : null}
              </tr>
            );
          })}
        </Table>
      )}
    </section>
  );
}
