import "server-only";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { PeekPanel } from "@/components/lists/peek-panel";
import { LocalNow } from "@/components/people/local-now";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import { CaseRef } from "@/core/contracts/fields";
import { type CaseListRow, findCase } from "@/db/queries/cases";
import { findPerson } from "@/db/queries/people";
import { ctx } from "@/server/boot";
import { planOf } from "@/server/cases/read-plan";
import { readTimeline } from "@/server/cases/read-timeline";
import { PeekGone } from "../_lists/peek-gone";
import type { PageView } from "../page-view";
import { WAITING_LABELS } from "./case-words";

const LINES_MAX = 5;

/** One case beside the list: how it stands, what comes next, what happened last. */
export async function CasePeek({ view, peek }: { view: PageView; peek: string }) {
  const { workspaceId, slug, t } = view;
  const ref = CaseRef.safeParse(peek);
  const row = ref.success ? await findCase(ctx.db, workspaceId, ref.data) : undefined;
  if (!row) {
    return (
      <PeekGone view={view} list="cases" peek={peek}>
        {t("cases.listPeekGone", { ref: peek })}
      </PeekGone>
    );
  }
  const number = caseNumber(row.number);
  return (
    <PeekPanel label={t("lists.peekLabel", { ref: number })} href={`/${slug}/cases/${number}`}>
      <CaseInShort view={view} row={row} />
    </PeekPanel>
  );
}

async function CaseInShort({ view, row }: { view: PageView; row: CaseListRow }) {
  const { workspaceId, t, now, viewerZone, workspaceZone, locale, ticking } = view;
  const [plan, timeline, person] = await Promise.all([
    planOf(ctx, workspaceId, row.id, locale),
    readTimeline(ctx, row, { locale, zone: viewerZone }),
    findPerson(ctx.db, workspaceId, row.personId),
  ]);
  const zone = person?.timeZone ?? workspaceZone;
  const clock = { viewerZone, now, locale };
  const waiting = row.waitingFor && t(WAITING_LABELS[row.waitingFor]);
  return (
    <div className="grid gap-4">
      <header className="grid gap-1.5">
        <p className="ft-figures text-xs text-ft-3">{caseNumber(row.number)}</p>
        <h2 className="text-lg">{row.subject}</h2>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateBadge state={caseState(row, now)} />
          <span>{person?.name ?? row.personId}</span>
          <LocalNow now={now} zone={zone} locale={locale} />
        </div>
        <p className="text-ft-2">
          {row.dueAt ? (
            <>
              {t("cases.listColDue")} <Time at={row.dueAt} zone={zone} {...clock} show="absolute" />
              {" · "}
              <Time at={row.dueAt} zone={zone} {...clock} show="relative" ticking={ticking} />
            </>
          ) : (
            t("cases.listNoDue")
          )}
        </p>
      </header>
      <section aria-labelledby="peek-next">
        <h3 id="peek-next" className="text-xs font-semibold text-ft-3">
          {t("cases.listPeekNext")}
        </h3>
        <p className="font-medium">
          {plan.next?.sentence ?? (row.status === "open" ? waiting : t("cases.listPeekClosed"))}
        </p>
      </section>
      <section aria-labelledby="peek-last">
        <h3 id="peek-last" className="text-xs font-semibold text-ft-3">
          {t("cases.listPeekLast")}
        </h3>
        {timeline.length === 0 ? <p>{t("cases.listPeekNothing")}</p> : null}
        <ol className="grid gap-2">
          {timeline
            .slice(-LINES_MAX)
            .reverse()
            .map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one moment have no other identity.
              <li key={`${line.at} ${i}`}>
                <p>{line.sentence}</p>
                <p className="text-xs text-ft-3">
                  <Time at={Date.parse(line.at)} {...clock} />
                </p>
              </li>
            ))}
        </ol>
      </section>
      {Object.keys(row.data).length > 0 ? (
        <section aria-labelledby="peek-data">
          <h3 id="peek-data" className="mb-1 text-xs font-semibold text-ft-3">
            {t("cases.listPeekData")}
          </h3>
          <ValueList values={row.data} label={t("cases.listPeekData")} />
        </section>
      ) : null}
    </div>
  );
}
