import type { Text } from "@/components/text/text";
import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import { accountIdOf } from "@/core/channel/account";
import type { listMessageEvents, MessageRow } from "@/db/queries/messages";
import type { triesOf } from "@/server/messages/tries";

type Events = Awaited<ReturnType<typeof listMessageEvents>>;
type Try = ReturnType<typeof triesOf>[number] & { account: string | null };
type Clock = { zone: string; viewerZone: string; now: number; locale: string };

/** What happened to the message, in order: ours and what came back. */
export function History({
  row,
  tries,
  events,
  clock,
  t,
}: {
  row: MessageRow;
  tries: readonly Try[];
  events: Events;
  clock: Clock;
  t: Text;
}) {
  const ours = [
    { id: "planned", at: row.plannedAt, words: t("messages.planned") },
    { id: "decided", at: row.decidedAt, words: t("messages.decided") },
  ].flatMap(({ id, at, words }) => (at ? [{ id, at, words, said: null, detail: {} }] : []));
  const handedOver = tries.map(({ at, provider, account, end, text: said }, index) => {
    // An account that is gone has no name any more; a provider of the environment is its own.
    const name = account ?? (accountIdOf(provider) === null ? provider : null);
    const id = `try ${index}`;
    if (name === null)
      return { id, at, words: t("messages.tryNameless", { end }), said, detail: {} };
    return { id, at, words: t("messages.try", { end, provider: name }), said, detail: {} };
  });
  const theirs = events.map(({ id, type, by, detail, at }) => {
    // What a provider said stands as a sentence of its own; who a visitor was is nobody's business.
    const { text, visitor: _, ...rest } = detail;
    const said = typeof text === "string" && type !== "replied" ? text : null;
    return {
      id: `event ${id}`,
      at,
      words: t("messages.event", { type, by: by ?? "" }),
      said,
      detail: said === null && text !== undefined ? { text, ...rest } : rest,
    };
  });
  const lines = [...ours, ...handedOver, ...theirs].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <ol className="grid gap-2">
      {lines.map(({ id, at, words, said, detail }) => (
        <li key={id}>
          <div className="flex flex-wrap justify-between gap-x-3">
            <span>{words}</span>
            <span className="text-xs text-ft-3">
              <Time at={at} {...clock} show="absolute" />
            </span>
          </div>
          {said ? <p className="text-ft-2 [overflow-wrap:anywhere]">{said}</p> : null}
          <ValueList label={words} values={detail} />
        </li>
      ))}
    </ol>
  );
}
