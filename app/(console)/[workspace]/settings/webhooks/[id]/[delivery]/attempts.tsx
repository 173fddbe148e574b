import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { LoggedAttempt } from "@/db/queries/webhook-deliveries";
import type { PageView } from "../../../../page-view";

/** Every attempt of a delivery with what the receiver said. */
export function Attempts({
  log,
  view: { t, viewerZone, locale },
}: {
  log: readonly LoggedAttempt[];
  view: PageView;
}) {
  if (log.length === 0) return <p className="text-ft-2">{t("webhooks.noAttempts")}</p>;
  const clock = { viewerZone, locale, now: Date.now() };
  const columns = ["attemptAt", "attemptStatus", "attemptTook", "attemptSaid"] as const;
  return (
    <div className="max-md:-mx-4">
      <Table
        caption={t("webhooks.attemptsCaption")}
        columns={columns.map((name) => ({
          label: t(`webhooks.${name}`),
          number: name === "attemptTook",
        }))}
      >
        {log.map(({ id, at, status, durationMs, said }) => (
          <tr key={id}>
            <th scope="row" data-label={t("webhooks.attemptAt")} className="font-normal">
              <Time at={at} show="absolute" {...clock} />
            </th>
            <td data-label={t("webhooks.attemptStatus")}>{status ?? t("webhooks.noAnswer")}</td>
            <td data-label={t("webhooks.attemptTook")} className="ft-number">
              {t("webhooks.ms", { n: durationMs })}
            </td>
            <td data-label={t("webhooks.attemptSaid")}>
              {said === "" ? (
                <span className="text-ft-3">{t("common.none")}</span>
              ) : (
                <code className="block max-h-24 max-w-80 overflow-y-auto text-xs break-all whitespace-pre-wrap">
                  {said}
                </code>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
