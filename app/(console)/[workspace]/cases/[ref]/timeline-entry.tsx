import { ClassGlyph } from "@/components/cases/class-glyph";
import { Time } from "@/components/ui/time";
import type { PageView } from "../../page-view";
import { Evidence } from "./evidence";
import type { LoadedCase } from "./load-case";
import { PlannedButtons } from "./planned-buttons";
import { plannedVerbs } from "./planned-verbs";
import { ReplyWords } from "./reply-words";
import { RichNote } from "./rich-note";
import type { Line } from "./timeline-lines";
import { WhyButton } from "./why-button";

/** One line: when, what, why, and behind a fold everything it rests on. */
export function TimelineEntry({
  line,
  loaded,
  view,
  isNext,
  oldestFirst,
}: {
  line: Line;
  loaded: LoadedCase;
  view: PageView;
  isNext: boolean;
  oldestFirst: boolean;
}) {
  const { id, at, sentence, because, planned, quietDays, why } = line;
  const { zone } = loaded;
  const { viewerZone, now, locale, ticking, t } = view;
  const clock = { zone, viewerZone, now, locale };
  const choices = planned ? plannedVerbs(loaded, planned) : null;
  const isNote = line.code === "case.note" && typeof line.params.text === "string";
  const quiet =
    quietDays > 0 ? (
      <p className="border-t border-ft-subtle py-1 ps-11 text-xs text-ft-3">
        {t("case.quiet", { n: quietDays })}
      </p>
    ) : null;
  return (
    <li id={id} className="scroll-mt-28 target:bg-ft-accent-soft">
      {oldestFirst ? quiet : null}
      <article
        aria-labelledby={`${id}-words`}
        data-next={isNext ? "" : undefined}
        tabIndex={-1}
        className={`grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 px-3 py-2.5 print:break-inside-avoid ${
          planned ? "border border-dashed border-ft-control text-ft-2" : "border-t border-ft-subtle"
        }`}
      >
        <ClassGlyph of={planned && line.class === "decision" ? "planned" : line.class} />
        <div className="min-w-0">
          <div className="flex items-start justify-between gap-x-4 max-sm:flex-col">
            <div className="min-w-0">
              <p id={`${id}-words`} tabIndex={-1} className="break-words">
                {isNote ? <RichNote text={sentence} names={loaded.members} /> : sentence}
              </p>
              {because ? <p className="text-xs text-ft-2">{because}</p> : null}
              {line.params.reply ? <ReplyWords line={line} loaded={loaded} view={view} /> : null}
            </div>
            <div className="flex shrink-0 items-start gap-1 max-sm:w-full">
              <p className="grow text-xs/5 text-ft-3 sm:text-end">
                <Time at={at} {...clock} show="absolute" />
                {planned ? (
                  <>
                    {" ("}
                    <Time at={at} {...clock} show="relative" ticking={ticking} />)
                    <span className="block">{t("case.mayChange")}</span>
                  </>
                ) : null}
              </p>
              {choices ? (
                <PlannedButtons compact target={choices.target} can={choices.can} />
              ) : null}
            </div>
          </div>
          {why || !planned || line.messageId !== null ? (
            <div className="mt-0.5 flex flex-wrap items-start gap-x-4 print:hidden">
              {why ? <WhyButton why={why} sentence={sentence} /> : null}
              {planned && line.messageId === null ? null : (
                <Evidence line={line} loaded={loaded} view={view} />
              )}
            </div>
          ) : null}
        </div>
      </article>
      {oldestFirst ? null : quiet}
    </li>
  );
}
