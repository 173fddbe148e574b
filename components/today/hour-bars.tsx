import type { Text } from "@/components/text/text";
import { clockText } from "@/components/ui/time-text";
import type { Instant } from "@/core/time";

type Hour = { from: Instant; sure: number; maybe: number };

const LABEL_EVERY = 3;

/** What leaves in each of the next hours, as bars and as a table. */
export function HourBars({
  hours,
  zone,
  locale,
  t,
}: {
  hours: readonly Hour[];
  zone: string;
  locale: string;
  t: Text;
}) {
  const most = Math.max(1, ...hours.map(({ sure, maybe }) => sure + maybe));
  const sure = hours.reduce((sum, hour) => sum + hour.sure, 0);
  const maybe = hours.reduce((sum, hour) => sum + hour.maybe, 0);
  const percent = (n: number) => `${(100 * n) / most}%`;
  const clock = (at: Instant) => clockText(at, zone, locale);
  return (
    <figure>
      <p className="mb-2 text-ft-2">{t("today.plannedSum", { sure, maybe })}</p>
      <div aria-hidden="true" className="ft-hours">
        {hours.map((hour, i) => (
          <div
            key={hour.from}
            className="ft-hour"
            title={t("today.hourTitle", {
              from: clock(hour.from),
              sure: hour.sure,
              maybe: hour.maybe,
            })}
          >
            <div className="ft-hour-bar">
              {hour.sure + hour.maybe > 0 ? <span>{hour.sure + hour.maybe}</span> : null}
              <i data-kind="maybe" style={{ height: percent(hour.maybe) }} />
              <i data-kind="sure" style={{ height: percent(hour.sure) }} />
            </div>
            <span className="ft-hour-label">{i % LABEL_EVERY === 0 ? clock(hour.from) : ""}</span>
          </div>
        ))}
      </div>
      <figcaption className="mt-2 grid gap-2 text-xs text-ft-3">
        <p className="flex flex-wrap gap-x-4">
          <span className="ft-key" data-kind="sure">
            {t("today.sure")}
          </span>
          <span className="ft-key" data-kind="maybe">
            {t("today.maybe")}
          </span>
          <span>{t("today.hoursIn", { zone })}</span>
        </p>
        <p>{t("today.plannedNote")}</p>
        <details>
          <summary className="w-fit cursor-pointer rounded-sm py-1 hover:text-ft-1">
            {t("today.asTable")}
          </summary>
          <table className="ft-table mt-2" data-cards="false">
            <caption className="sr-only">{t("today.planned")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("today.hour")}</th>
                <th scope="col" className="ft-number">
                  {t("today.sure")}
                </th>
                <th scope="col" className="ft-number">
                  {t("today.maybe")}
                </th>
              </tr>
            </thead>
            <tbody>
              {hours.map((hour) => (
                <tr key={hour.from}>
                  <th scope="row">{clock(hour.from)}</th>
                  <td className="ft-number">{hour.sure}</td>
                  <td className="ft-number">{hour.maybe}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}
