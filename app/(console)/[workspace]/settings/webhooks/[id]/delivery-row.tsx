import Link from "next/link";
import type { Text } from "@/components/text/text";
import { StateBadge } from "@/components/ui/state-badge";
import { Time } from "@/components/ui/time";
import type { LoggedAttempt, DeliveryRow as Row } from "@/db/queries/webhook-deliveries";
import type { PageView } from "../../../page-view";

/** One event on its way, and how its latest attempt ended. */
export function DeliveryRow({
  row: { type, status, attempts, createdAt, nextAttemptAt },
  last,
  href,
  view: { t, viewerZone, locale },
}: {
  row: Row;
  last: LoggedAttempt | undefined;
  href: string;
  view: PageView;
}) {
  // Deliveries live in real time, also where a test clock rules.
  const clock = { viewerZone, locale, now: Date.now() };
  return (
    <tr>
      <td data-label={t("webhooks.at")}>
        <Time at={createdAt} {...clock} />
      </td>
      <th scope="row" data-label={t("webhooks.type")}>
        <Link href={href} className="ft-row-link">
          <code className="text-xs">{type}</code>
        </Link>
      </th>
      <td data-label={t("webhooks.status")}>
        <span className="flex flex-wrap items-center gap-x-2">
          <StateBadge state={status} bare />
          {status === "waiting" && nextAttemptAt && attempts > 0 ? (
            <span className="text-xs text-ft-3">
              {t.rich("webhooks.nextAt", {
                at: () => <Time key="at" at={nextAttemptAt} {...clock} />,
              })}
            </span>
          ) : null}
        </span>
      </td>
      <td data-label={t("webhooks.attempts")} className="ft-number">
        {attempts}
      </td>
      <td data-label={t("webhooks.last")}>{last ? answerText(last, t) : t("common.none")}</td>
    </tr>
  );
}

const answerText = ({ status, durationMs: ms }: LoggedAttempt, t: Text): string =>
  status === null ? t("webhooks.noAnswer") : t("webhooks.answered", { status, ms });
