import Link from "next/link";
import type { Text } from "@/components/text/text";
import type { Instant } from "@/core/time";

type Day = { at: Instant; opened: number; answered: number };

/** Below this a percentage says more than the cases do. */
const SHARE_FROM = 20;

/** One workflow's last seven days: cases opened, and the part of them that was answered by now. */
export function AnsweredRow({
  href,
  name,
  days,
  opened,
  answered,
  zone,
  locale,
  t,
}: {
  href: string;
  name: string;
  days: readonly Day[];
  opened: number;
  answered: number;
  zone: string;
  locale: string;
  t: Text;
}) {
  const most = Math.max(1, ...days.map((day) => day.opened));
  const dayName = (at: Instant) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "short" }).format(at);
  const spoken = days
    .map((day) => t("today.dayOf", { day: dayName(day.at), n: day.answered, of: day.opened }))
    .join("; ");
  const share = new Intl.NumberFormat(locale, { style: "percent" }).format(answered / opened);
  return (
    <li className="flex items-center gap-4 border-ft-subtle py-2 not-first:border-t">
      <Link href={href} className="min-w-0 flex-1 truncate font-medium hover:underline">
        {name}
      </Link>
      <span
        role="img"
        aria-label={t("today.weekOf", { name, days: spoken })}
        title={spoken.replaceAll("; ", "\n")}
        className="ft-week"
      >
        {days.map((day) => (
          <span
            key={day.at}
            className="ft-week-day"
            style={{ height: `${(100 * day.opened) / most}%` }}
          >
            <i style={{ height: `${(100 * day.answered) / Math.max(1, day.opened)}%` }} />
          </span>
        ))}
      </span>
      <span className="ft-figures w-28 text-end">
        {opened >= SHARE_FROM ? (
          <>
            {share} <span className="text-ft-3">{t("today.nOf", { n: answered, of: opened })}</span>
          </>
        ) : (
          t("today.nOf", { n: answered, of: opened })
        )}
      </span>
    </li>
  );
}
