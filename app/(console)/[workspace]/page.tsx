import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { AnsweredRow } from "@/components/today/answered-row";
import { HourBars } from "@/components/today/hour-bars";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { FirstUse } from "./_today/first-use";
import { HealthStrip } from "./_today/health-strip";
import { loadToday } from "./_today/load-today";
import { NeedsYou } from "./_today/needs-you";
import { pageView } from "./page-view";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("shell.today") };
}

export default async function TodayPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, locale, now, viewerZone: zone } = view;
  const today = await loadToday(view);
  const date = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "full" }).format(now);
  return (
    <>
      <PageHeader
        title={
          <>
            {t("shell.today")} <span className="font-normal text-ft-3">{date}</span>
          </>
        }
        actions={<LiveRefresh />}
      />
      <div className="ft-page-body grid gap-8 pt-5">
        {today.beginnings.cases ? (
          <>
            <NeedsYou {...today} view={view} />
            <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
              <section aria-labelledby="planned" className="min-w-0">
                <h2 id="planned" className="ft-section-title">
                  {t("today.planned")}
                </h2>
                <HourBars hours={today.hours} zone={zone} locale={locale} t={t} />
              </section>
              <section aria-labelledby="answered" className="min-w-0">
                <h2 id="answered" className="ft-section-title">
                  {t("today.answered")}
                </h2>
                <p className="mb-2 text-xs text-ft-3">{t("today.answeredNote", { zone })}</p>
                {today.weeks.length === 0 ? (
                  <p className="border-y border-ft-subtle py-4 text-ft-2">
                    {t("today.noneOpened")}
                  </p>
                ) : (
                  <ul className="border-y border-ft-subtle">
                    {today.weeks.map((week) => (
                      <AnsweredRow
                        key={week.workflow}
                        href={`/${slug}/workflows/${week.workflow}`}
                        {...week}
                        zone={zone}
                        locale={locale}
                        t={t}
                      />
                    ))}
                  </ul>
                )}
              </section>
            </div>
          </>
        ) : (
          <>
            {today.needs.all > 0 ? <NeedsYou {...today} view={view} /> : null}
            <FirstUse hasWorkflows={today.beginnings.workflows} view={view} />
          </>
        )}
        <HealthStrip health={today.health} view={view} />
      </div>
    </>
  );
}
