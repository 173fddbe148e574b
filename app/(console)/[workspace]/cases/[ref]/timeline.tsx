import { ChipFilter } from "@/components/ui/chip-filter";
import type { PageView } from "../../page-view";
import type { LoadedCase } from "./load-case";
import { SHOWN, type Shown } from "./search-params";
import { TimelineEntry } from "./timeline-entry";
import { timelineLines } from "./timeline-lines";

const WORDS = {
  all: "All",
  messages: "Messages",
  decisions: "Decisions",
  people: "People",
} as const satisfies Record<Shown, string>;

/** Planned lines above the now line; those after them are folded away. */
const PLANNED_SHOWN = 3;

/** Everything about a case in time, newest first, with the line between plan and history. */
export function Timeline({
  loaded,
  view,
  shown,
  path,
}: {
  loaded: LoadedCase;
  view: PageView;
  shown: Shown;
  path: string;
}) {
  const { slug, now, viewerZone, locale } = view;
  const { planned, happened } = timelineLines(loaded, shown);
  const later = planned.slice(0, -PLANNED_SHOWN);
  const soon = planned.slice(-PLANNED_SHOWN);
  const clock = { zone: loaded.zone, viewerZone, now, locale };
  const entry = (line: (typeof happened)[number]) => (
    <TimelineEntry
      key={line.id}
      line={line}
      slug={slug}
      clock={clock}
      message={line.messageId === null ? undefined : loaded.messages.get(line.messageId)}
    />
  );
  return (
    <section aria-labelledby="timeline" className="min-w-0">
      <div className="flex flex-wrap items-center justify-between gap-2 pb-2">
        <h2 id="timeline" className="text-base font-semibold">
          Timeline
        </h2>
        <ChipFilter
          label="Shown lines"
          options={SHOWN.map((show) => ({
            label: WORDS[show],
            href: show === "all" ? path : `${path}?show=${show}`,
            current: show === shown,
          }))}
        />
      </div>
      <div className="border-y border-ft-subtle bg-ft-surface">
        {later.length > 0 ? (
          <details className="p-1 text-ft-2">
            <summary className="cursor-pointer px-3 py-2 text-sm">
              {later.length} more planned after these
            </summary>
            <ol aria-label="Planned for later, newest first" className="grid gap-1">
              {later.map(entry)}
            </ol>
          </details>
        ) : null}
        {soon.length > 0 ? (
          <ol aria-label="Planned, newest first" className="grid gap-1 p-1 text-ft-2">
            {soon.map(entry)}
          </ol>
        ) : null}
        <div className="flex items-center gap-3 px-3 py-1 text-xs font-medium text-ft-accent-text">
          <span className="h-px w-5 bg-ft-accent" />
          now
          <span className="h-px flex-1 bg-ft-accent" />
        </div>
        {happened.length > 0 ? (
          <ol aria-label="What happened, newest first">{happened.map(entry)}</ol>
        ) : (
          <p className="px-3 py-4 text-ft-2">
            {shown === "all"
              ? "Nothing has happened yet."
              : "Nothing of this kind has happened yet."}
          </p>
        )}
      </div>
    </section>
  );
}
