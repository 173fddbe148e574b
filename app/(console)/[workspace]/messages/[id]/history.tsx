import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import type { listMessageEvents, MessageRow } from "@/db/queries/messages";

type Events = Awaited<ReturnType<typeof listMessageEvents>>;
type Clock = { zone: string; viewerZone: string; now: number; locale: string };

const EVENT_WORDS = {
  delivered: "Delivered",
  bounced: "Bounced",
  complained: "Reported as unwanted",
  opened: "Opened",
  clicked: "Clicked",
  replied: "Replied",
  unsubscribed: "Unsubscribed",
  viewed: "Viewed in the browser",
} as const satisfies Record<Events[number]["type"], string>;

const BY_WORDS = {
  human: "by a person",
  proxy: "by a mail proxy, which does not count as a person",
  scanner: "by a scanner, which does not count as a person",
  unknown: "by whom is not known",
} as const satisfies Record<NonNullable<Events[number]["by"]>, string>;

/** What happened to the message, in order: ours and what came back. */
export function History({ row, events, clock }: { row: MessageRow; events: Events; clock: Clock }) {
  const ours = [
    { at: row.plannedAt, words: "Planned" },
    { at: row.decidedAt, words: "Decided" },
    { at: row.sentAt, words: `Handed over${row.provider ? ` to ${row.provider}` : ""}` },
  ].flatMap(({ at, words }) => (at ? [{ at, words, detail: {} }] : []));
  const theirs = events.map(({ type, by, detail, at }) => ({
    at,
    words: `${EVENT_WORDS[type]}${by ? ` ${BY_WORDS[by]}` : ""}`,
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
