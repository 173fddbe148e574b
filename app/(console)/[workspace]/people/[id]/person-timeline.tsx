import Link from "next/link";
import { caseNumber } from "@/components/cases/case-state";
import { classFrom } from "@/components/cases/class-from";
import { ClassGlyph } from "@/components/cases/class-glyph";
import { listHref } from "@/components/ui/list-href";
import { MoreLink } from "@/components/ui/more-link";
import { Time } from "@/components/ui/time";
import { decisionSentence, type SentenceLine } from "@/core/sentence/decision-sentence";
import { messageWords } from "@/server/messages/message-shape";
import type { PageView } from "../../page-view";
import type { LoadedPerson } from "./load-person";

type Given = { before?: string | undefined; consents?: string | undefined };
type Row = LoadedPerson["timeline"]["rows"][number];
type Line = SentenceLine & {
  key: string;
  at: Date;
  case: Row["case"];
  messageId: string | null;
};

/** Decisions and messages of all their cases, newest first. */
export function PersonTimeline({
  loaded,
  view,
  path,
  given,
}: {
  loaded: LoadedPerson;
  view: PageView;
  path: string;
  given: Given;
}) {
  const { timeline, person } = loaded;
  const { slug, viewerZone, now, locale, t } = view;
  const lines = timeline.rows.flatMap((row) => linesOf(row, loaded, view));
  return (
    <section aria-labelledby="timeline" className="grid gap-2">
      <div className="flex items-baseline justify-between gap-2">
        <h2 id="timeline" className="scroll-mt-28 text-base font-semibold">
          {t("people.timeline")}
        </h2>
        <Link
          href={`/${slug}/messages?person=${encodeURIComponent(person.id)}`}
          className="ft-link"
        >
          {t("people.allMessages")}
        </Link>
      </div>
      <ol className="border-y border-ft-subtle bg-ft-surface">
        {lines.map((line) => (
          <li
            key={line.key}
            className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 border-t border-ft-subtle px-3 py-2.5 first:border-t-0"
          >
            <ClassGlyph of={line.class} />
            <div className="min-w-0">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <p className="min-w-0 break-words">
                  {line.messageId ? (
                    <Link href={`/${slug}/messages/${line.messageId}`} className="hover:underline">
                      {line.sentence}
                    </Link>
                  ) : (
                    line.sentence
                  )}
                </p>
                <span className="shrink-0 text-xs text-ft-3">
                  <Time at={line.at} show="absolute" {...{ viewerZone, now, locale }} />
                </span>
              </div>
              <p className="text-xs text-ft-2">
                <Link href={`/${slug}/cases/${caseNumber(line.case.number)}`} className="ft-link">
                  {caseNumber(line.case.number)}
                </Link>{" "}
                {line.because ?? line.case.subject}
              </p>
            </div>
          </li>
        ))}
        {lines.length === 0 ? (
          <li className="px-3 py-3 text-ft-3">{t("people.timelineEmpty")}</li>
        ) : null}
      </ol>
      <MoreLink
        noun={t("people.timelineNoun")}
        nextHref={
          timeline.nextCursor
            ? `${listHref(path, given, { before: timeline.nextCursor })}#timeline`
            : undefined
        }
        firstHref={
          given.before ? `${listHref(path, given, { before: undefined })}#timeline` : undefined
        }
      />
    </section>
  );
}

function linesOf(
  row: Row,
  { zone, names }: LoadedPerson,
  { locale, viewerZone, now }: PageView,
): Line[] {
  const options = { locale, zone, viewerZone, names, now };
  const at = row.at;
  if (row.kind === "message") {
    const words = messageWords(row.message, options);
    const line = { key: row.id, at, case: row.case, messageId: row.id };
    return [{ ...line, ...words, class: classFrom(words.class) }];
  }
  return row.entries
    .map((entry, i) => ({
      key: `${row.id} ${i}`,
      at,
      case: row.case,
      messageId: null,
      ...decisionSentence(entry, options),
    }))
    .reverse();
}
