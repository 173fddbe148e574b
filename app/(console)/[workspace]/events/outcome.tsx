import { Check, CirclePlus, CircleSlash, MessageCircleReply } from "lucide-react";
import type { Text } from "@/components/text/text";
import type { EventDid } from "@/server/events/event-shape";

/** What an event did, in one badge per kind. */
export function Outcome({ did, t }: { did: EventDid; t: Text }) {
  const { opened, resolved, responded } = did;
  const badges = [
    { n: opened.length, tone: "waiting", icon: CirclePlus, word: "events.openedN" },
    { n: resolved.length, tone: "resolved", icon: Check, word: "events.resolvedN" },
    { n: responded.length, tone: "waiting", icon: MessageCircleReply, word: "events.respondedN" },
  ] as const;
  const shown = badges.filter(({ n }) => n > 0);
  return (
    <span className="flex flex-wrap gap-1">
      {shown.map(({ n, tone, icon: Icon, word }) => (
        <span key={word} className="ft-badge" data-tone={tone}>
          <Icon aria-hidden="true" />
          {t(word, { n })}
        </span>
      ))}
      {shown.length === 0 ? (
        <span className="ft-badge" data-tone="muted">
          <CircleSlash aria-hidden="true" />
          {t("events.nothing")}
        </span>
      ) : null}
    </span>
  );
}
