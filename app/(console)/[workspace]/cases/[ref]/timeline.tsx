import Link from "next/link";
import { ChipFilter } from "@/components/ui/chip-filter";
import type { PageView } from "../../page-view";
import type { LoadedCase } from "./load-case";
import { type CaseParams, caseHref, SHOWN } from "./search-params";
import { TimelineEntry } from "./timeline-entry";
import { TimelineKeys } from "./timeline-keys";
import { type Line, timelineLines } from "./timeline-lines";

/** Planned lines beside the now line; those after them are folded away. */
const PLANNED_SHOWN = 3;

type Props = { loaded: LoadedCase; view: PageView; shown: CaseParams; path: string };

/** Everything about a case in time, with the line between plan and history. */
export function Timeline({ loaded, view, shown, path }: Props) {
  const { t } = view;
  const { order } = shown;
  const isNewest = order === "newest";
  const { planned, happened, more } = timelineLines(loaded, shown);
  const inOrder = (lines: Line[]) => (isNewest ? lines : lines.toReversed());
  const list = (lines: Line[], label: string, className = "") =>
    lines.length === 0 ? null : (
      <ol aria-label={label} className={className}>
        {lines.map((line) => (
          <TimelineEntry
            key={line.id}
            line={line}
            loaded={loaded}
            view={view}
            isNext={line.planned !== null && line === planned[0]}
            oldestFirst={!isNewest}
          />
        ))}
      </ol>
    );
  const soon = planned.slice(0, PLANNED_SHOWN);
  const later = planned.slice(PLANNED_SHOWN);
  const plan = [
    later.length === 0 ? null : (
      <details key="later" className="p-1">
        <summary className="cursor-pointer rounded-sm px-3 py-2 text-ft-2 print:hidden">
          {t("case.morePlanned", { n: later.length })}
        </summary>
        {list(isNewest ? later.toReversed() : later, t("case.plannedLater"), "grid gap-1")}
      </details>
    ),
    <div key="soon">
      {list(isNewest ? soon.toReversed() : soon, t("case.planned"), "grid gap-1 p-1")}
    </div>,
  ];
  const past = (
    <div key="past">
      {list(inOrder(happened), t("case.happened"))}
      {happened.length === 0 ? (
        <p className="px-3 py-4 text-ft-2">
          {t(shown.show === "all" ? "case.nothingHappened" : "case.nothingOfKind")}
        </p>
      ) : null}
      {more > 0 ? (
        <p className="border-t border-ft-subtle px-3 py-3">
          <Link href={caseHref(path, { ...shown, full: "1" })} scroll={false} className="ft-link">
            {t("case.showAll", { n: more })}
          </Link>
        </p>
      ) : null}
    </div>
  );
  const nowLine = <NowLine key="now" word={t("case.now")} />;
  const parts = isNewest ? [...plan, nowLine, past] : [past, nowLine, ...plan.toReversed()];
  return (
    <section aria-labelledby="timeline" className="min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-2 pb-2">
        <h2 id="timeline" className="text-base font-semibold">
          {t("case.timeline")}
        </h2>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <ChipFilter
            label={t("case.shownLines")}
            options={SHOWN.map((show) => ({
              label: t(`case.show_${show}`),
              href: caseHref(path, { ...shown, show }),
              current: show === shown.show,
            }))}
          />
          <Link
            href={caseHref(path, { ...shown, order: isNewest ? "oldest" : "newest" })}
            scroll={false}
            className="ft-link text-xs"
          >
            {t(isNewest ? "case.oldestFirst" : "case.newestFirst")}
          </Link>
        </div>
      </div>
      <TimelineKeys>
        <div className="border-y border-ft-subtle bg-ft-surface">{parts}</div>
      </TimelineKeys>
    </section>
  );
}

function NowLine({ word }: { word: string }) {
  return (
    <div className="flex items-center gap-3 px-3 py-1 text-xs font-medium text-ft-accent-text">
      <span className="h-px w-5 bg-ft-accent" />
      {word}
      <span className="h-px flex-1 bg-ft-accent" />
    </div>
  );
}
