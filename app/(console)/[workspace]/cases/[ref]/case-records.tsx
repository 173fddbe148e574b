import { Fold } from "@/components/ui/fold";
import { Time } from "@/components/ui/time";
import { Actor } from "@/core/case/state";
import { actorName } from "@/core/sentence/actor";
import type { PageView } from "../../page-view";
import { DetailBlock } from "./detail-block";
import type { LoadedCase } from "./load-case";

type Props = { loaded: LoadedCase; view: PageView };

/** The events that opened or answered the case, as they came in. */
export function EventsBlock({ loaded: { events }, view }: Props) {
  const { viewerZone, now, locale, t } = view;
  return (
    <DetailBlock title={t("case.events", { n: events.length })} folded>
      {events.length === 0 ? <p className="text-ft-3">{t("case.noEvents")}</p> : null}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {events.map(({ id, name, externalId, key, dueAt, data, receivedAt }) => (
          <li key={id}>
            <p className="flex flex-wrap justify-between gap-x-3">
              <span className="font-mono text-xs">{name}</span>
              <span className="text-xs text-ft-3">
                <Time at={receivedAt} {...{ viewerZone, now, locale }} show="absolute" />
              </span>
            </p>
            <Fold label={t("case.rawEvent")}>
              <pre className="mt-1 max-h-64 overflow-auto rounded-md bg-ft-sunken p-2 text-xs whitespace-pre-wrap break-words">
                {JSON.stringify({ id: externalId ?? id, name, key, dueAt, data }, null, 2)}
              </pre>
            </Fold>
          </li>
        ))}
      </ul>
    </DetailBlock>
  );
}

/** What was done to the case by hand or through the API. */
export function AuditBlock({ loaded: { audit }, view }: Props) {
  const { viewerZone, now, locale, t } = view;
  return (
    <DetailBlock title={t("case.audit", { n: audit.length })} folded>
      {audit.length === 0 ? <p className="text-ft-3">{t("case.noAudit")}</p> : null}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {audit.map(({ id, actor, action, at }) => {
          const by = Actor.safeParse(actor).data;
          return (
            <li key={id} className="flex flex-wrap justify-between gap-x-3">
              <span>
                {t("case.auditLine", {
                  action: action.replace(/^case\./, ""),
                  by: by ? actorName(by, locale) : "",
                })}
              </span>
              <span className="text-xs text-ft-3">
                <Time at={at} {...{ viewerZone, now, locale }} show="absolute" />
              </span>
            </li>
          );
        })}
      </ul>
    </DetailBlock>
  );
}
