import Link from "next/link";
import type { Text } from "@/components/text/text";
import { StateBadge, type StateName } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { DeliveryCounts } from "@/db/queries/webhook-deliveries";
import {
  DELIVERIES_COUNTED_MAX,
  type EndpointShown,
  type EndpointState,
} from "@/server/webhooks/show-endpoints";
import type { PageView } from "../../page-view";
import { EndpointMenu } from "./endpoint-menu";

const LOOK = {
  on: "live",
  failing: "due",
  off: "not_sent",
  gone: "failed",
  failed: "failed",
} as const satisfies Record<EndpointState, StateName>;

type Endpoint = EndpointShown & { counts: DeliveryCounts };

/** The endpoints with how they do, and what can be done with each. */
export function EndpointList({
  view,
  endpoints,
  mayChange,
}: {
  view: PageView;
  endpoints: readonly Endpoint[];
  mayChange: boolean;
}) {
  const { t, slug } = view;
  if (endpoints.length === 0) {
    return <p className="border-y border-ft-subtle py-3 text-ft-2">{t("webhooks.none")}</p>;
  }
  return (
    <ul
      aria-label={t("webhooks.listOf")}
      className="divide-y divide-ft-subtle border-y border-ft-subtle"
    >
      {endpoints.map((endpoint) => {
        const { id, url, description } = endpoint;
        return (
          <li key={id} className="flex items-start gap-3 py-3">
            <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-0.5">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <code className="text-xs font-medium [overflow-wrap:anywhere]">{url}</code>
                <EndpointBadge state={endpoint.state} t={t} />
              </div>
              {description ? <p className="[overflow-wrap:anywhere]">{description}</p> : null}
              <p className="text-ft-2">{typesText(endpoint.eventTypes, t)}</p>
              <EndpointNotes endpoint={endpoint} view={view} />
              <p className="flex flex-wrap gap-x-3 text-xs">
                <Link
                  href={`/${slug}/settings/webhooks/${id}`}
                  className="ft-link"
                  aria-label={t("webhooks.seeLogOf", { url })}
                >
                  {t("webhooks.seeLog")}
                </Link>
                <Counts counts={endpoint.counts} t={t} />
              </p>
            </div>
            {mayChange ? (
              <div className="shrink-0">
                <EndpointMenu slug={slug} endpoint={endpoint} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

export const EndpointBadge = ({ state, t }: { state: EndpointState; t: Text }) => (
  <StateBadge state={LOOK[state]} bare>
    {t(`webhooks.state_${state}`)}
  </StateBadge>
);

const typesText = (types: readonly string[], t: Text): string =>
  types.length === 0
    ? t("webhooks.everything")
    : types.length <= 3
      ? types.join(", ")
      : t("webhooks.someTypes", { n: types.length });

/** Since when it fails or is off, and how long two secrets sign. */
export function EndpointNotes({
  endpoint: { state, failingSince, disabledAt, previousSecretUntil },
  view: { t, viewerZone, locale },
}: {
  endpoint: EndpointShown;
  view: PageView;
}) {
  // Endpoints live in real time, also where a test clock rules.
  const clock = { viewerZone, locale, now: Date.now() };
  const at = (moment: Date) => () => <Time key="at" at={moment} show="span" {...clock} />;
  const both = previousSecretUntil && previousSecretUntil.getTime() > clock.now;
  return (
    <>
      {state === "failing" && failingSince ? (
        <p className="text-ft-2">{t.rich("webhooks.failingSince", { at: at(failingSince) })}</p>
      ) : null}
      {state !== "on" && state !== "failing" && disabledAt ? (
        <p className="text-ft-2">{t.rich("webhooks.offSince", { at: at(disabledAt) })}</p>
      ) : null}
      {both ? (
        <p className="text-ft-2">{t.rich("webhooks.bothSign", { at: at(previousSecretUntil) })}</p>
      ) : null}
    </>
  );
}

function Counts({ counts: { waiting, failed }, t }: { counts: DeliveryCounts; t: Text }) {
  const said = (name: "waiting" | "failed", n: number) =>
    n >= DELIVERIES_COUNTED_MAX
      ? `${t(`webhooks.filter_${name}`)}: ${t("webhooks.atLeast", { n })}`
      : t(`webhooks.${name}`, { n });
  return (
    <>
      {waiting > 0 ? <span className="text-ft-2">{said("waiting", waiting)}</span> : null}
      {failed > 0 ? <span className="text-(--ft-failed)">{said("failed", failed)}</span> : null}
    </>
  );
}
