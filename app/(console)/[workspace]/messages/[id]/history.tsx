import type { Text } from "@/components/text/text";
import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import type { listMessageEvents, MessageRow } from "@/db/queries/messages";

type Events = Awaited<ReturnType<typeof listMessageEvents>>;
type Clock = { zone: string; viewerZone: string; now: number; locale: string };

/** What happened to the message, in order: ours and what came back. */
export function History({
  row,
  events,
  clock,
  t,
}: {
  row: MessageRow;
  events: Events;
  clock: Clock;
  t: Text;
}) {
  const ours = [
    { at: row.plannedAt, words: t("messages.planned") },
    { at: row.decidedAt, words: t("messages.decided") },
    {
      at: row.sentAt,
      words: row.provider
        ? t("messages.handedOverTo", { provider: row.provider })
        : t("messages.handedOver"),
    },
  ].flatMap(({ at, words }) => (at ? [{ at, words, detail: {} }] : []));
  const theirs = events.map(({ type, by, detail, at }) => ({
    at,
    words: t("messages.event", { type, by: by ?? "" }),
    detail,
  }));
  const lines = [...ours, ...theirs].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <ol className="grid gap-2">
      {lines.map(({ at, words, detail }) => (
        <li key={`${at.getTime()} ${words}`}>
          <div className="flex flex-wrap justify-between gap-x-3">
            <span>{words}</span>
            <span className="text-xs text-ft-3">
              <Time at={at} {...clock} show="absolute" />
            </span>
          </div>
          <ValueList label={words} values={detail} />
        </li>
      ))}
    </ol>
  );
}
