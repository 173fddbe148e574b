import Link from "next/link";
import { ClassGlyph } from "@/components/cases/class-glyph";
import { CopyButton } from "@/components/ui/copy-button";
import { Fold } from "@/components/ui/fold";
import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import { toRfc3339 } from "@/core/time";
import type { MessageRow } from "@/db/queries/messages";
import type { Line } from "./timeline-lines";

type Clock = { zone: string; viewerZone: string; now: number; locale: string };

/** One line: when, what, why, and behind a fold everything it rests on. */
export function TimelineEntry({
  line,
  message,
  slug,
  clock,
}: {
  line: Line;
  message: MessageRow | undefined;
  slug: string;
  clock: Clock;
}) {
  const { id, at, sentence, because, isPlanned, quietDays } = line;
  return (
    <li id={id} className="scroll-mt-28 target:bg-ft-accent-soft">
      <article
        aria-labelledby={`${id}-words`}
        className={`grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 px-3 py-2.5 ${
          isPlanned ? "border border-dashed border-ft-border" : "border-t border-ft-subtle"
        }`}
      >
        <ClassGlyph of={isPlanned && line.class === "decision" ? "planned" : line.class} />
        <div className="min-w-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p id={`${id}-words`} className="min-w-0 break-words">
              {sentence}
            </p>
            <span className="shrink-0 text-xs text-ft-3">
              {isPlanned ? "planned, may change · " : null}
              {at > 0 ? (
                <Time at={at} {...clock} show={isPlanned ? "relative" : "absolute"} />
              ) : (
                "no moment yet"
              )}
            </span>
          </div>
          {because ? <p className="text-xs text-ft-2">{because}</p> : null}
          {isPlanned && line.messageId === null ? null : (
            <Evidence line={line} message={message} slug={slug} />
          )}
        </div>
      </article>
      {quietDays > 0 ? (
        <p className="border-t border-ft-subtle py-1 ps-11 text-xs text-ft-3">
          {quietDays} days quiet
        </p>
      ) : null}
    </li>
  );
}

function Evidence({
  line,
  message,
  slug,
}: {
  line: Line;
  message: MessageRow | undefined;
  slug: string;
}) {
  const { id, code, params, evidence, sentence, because, at } = line;
  const text = [
    `${toRfc3339(at)}  ${sentence}`,
    ...(because ? [because] : []),
    `${code} ${JSON.stringify(params)}`,
    JSON.stringify(evidence),
  ].join("\n");
  const shown = message?.content;
  return (
    <Fold label={shown ? "Message and evidence" : "Evidence"}>
      <div className="mt-2 grid gap-3 rounded-md bg-ft-sunken p-3">
        {shown && message.channel === "email" ? (
          <iframe
            title={`Email “${shown.subject ?? ""}”`}
            src={`/${slug}/messages/${message.id}/preview`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            className="h-96 w-full rounded-md border border-ft-subtle bg-ft-surface"
          />
        ) : null}
        {shown && message.channel !== "email" ? (
          <blockquote className="border-s-2 border-ft-border ps-3 text-sm whitespace-pre-wrap">
            {shown.title ? <strong className="block font-semibold">{shown.title}</strong> : null}
            {shown.body}
          </blockquote>
        ) : null}
        <ValueList label="Values" values={{ code, ...params }} />
        <ValueList label="Evidence" values={evidence} />
        <div className="flex flex-wrap items-center gap-2">
          {message ? (
            <Link href={`/${slug}/messages/${message.id}`} className="ft-link">
              Open the message
            </Link>
          ) : null}
          <a href={`#${id}`} className="ft-link">
            Link to this line
          </a>
          <CopyButton text={text} label="Copy this line as text" />
        </div>
      </div>
    </Fold>
  );
}
