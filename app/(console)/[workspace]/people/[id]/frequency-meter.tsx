import Link from "next/link";
import { Time } from "@/components/ui/time";
import type { PageView } from "../../page-view";
import { Block } from "./block";
import type { LoadedPerson } from "./load-person";

/** How much this person has been sent lately, what waits for them, and the limits that hold it. */
export function FrequencyMeter({ loaded, view }: { loaded: LoadedPerson; view: PageView }) {
  const { sent, waiting, limits } = loaded;
  const { locale, t, slug, now, viewerZone } = view;
  const total = (which: "day" | "week") => sent.reduce((sum, row) => sum + row[which], 0);
  const most = Math.max(1, ...sent.map(({ week }) => week));
  return (
    <Block id="frequency" title={t("people.frequency")}>
      <p>{t("people.sentLately", { day: total("day"), week: total("week") })}</p>
      {waiting.n > 0 ? (
        <p>
          {t.rich("frequency.waiting", {
            n: waiting.n,
            known: waiting.until === null ? "no" : "yes",
            moment:
              waiting.until === null ? (
                ""
              ) : (
                <Time
                  key="until"
                  at={waiting.until}
                  {...{ zone: loaded.zone, viewerZone, now, locale }}
                />
              ),
            link: (inner) => (
              <Link
                key="waiting"
                className="ft-link"
                href={`/${slug}/messages?person=${encodeURIComponent(loaded.person.id)}&outcome=held`}
              >
                {inner}
              </Link>
            ),
          })}
        </p>
      ) : null}
      {sent.length > 0 ? (
        <table className="w-full text-xs">
          <caption className="sr-only">{t("people.frequency")}</caption>
          <thead className="text-ft-3">
            <tr>
              <th scope="col" className="py-1 text-start font-normal">
                {t("people.channel")}
              </th>
              <th scope="col" className="py-1 text-end font-normal">
                {t("people.lastDay")}
              </th>
              <th scope="col" className="py-1 text-end font-normal">
                {t("people.lastWeek")}
              </th>
              <td className="w-1/3" />
            </tr>
          </thead>
          <tbody>
            {sent.map(({ channel, day, week }) => (
              <tr key={channel}>
                <th scope="row" className="py-1 text-start font-normal">
                  {t("messages.channelName", { channel })}
                </th>
                <td className="text-end">{day.toLocaleString(locale)}</td>
                <td className="text-end">{week.toLocaleString(locale)}</td>
                <td aria-hidden="true" className="ps-3">
                  <span
                    className="block h-1.5 rounded-full bg-(--ft-waiting)"
                    style={{ width: `${(week / most) * 100}%` }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="text-xs text-ft-3">
        {limits ? (
          <Link className="ft-link" href={`/${slug}/settings/frequency`}>
            {t("frequency.limited")}
          </Link>
        ) : (
          t("people.noCap")
        )}
      </p>
    </Block>
  );
}
