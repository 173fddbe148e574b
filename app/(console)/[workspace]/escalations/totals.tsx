import type { Text } from "@/components/text/text";
import type { EscalationsReport } from "@/core/contracts/analytics/escalations";

const FIELDS = [
  ["opened", "escalations.opened"],
  ["escalated", "escalations.casesEscalated"],
  ["byHand", "escalations.byHand"],
  ["failed", "escalations.failed"],
] as const;

/** Of the cases that were opened in the period: how many brought somebody in. */
export function Totals({
  cases,
  t,
  locale,
}: {
  cases: EscalationsReport["cases"];
  t: Text;
  locale: string;
}) {
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return (
    <section aria-labelledby="escalations-cases" className="grid gap-2">
      <h2 id="escalations-cases" className="ft-section-title">
        {t("escalations.casesOpened")}
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {FIELDS.map(([field, label]) => (
          <div key={field}>
            <dt className="text-xs text-ft-2">{t(label)}</dt>
            <dd className="text-xl tabular-nums">{cases[field].toLocaleString(locale)}</dd>
          </div>
        ))}
        <div>
          <dt className="text-xs text-ft-2">{t("escalations.rate")}</dt>
          <dd className="text-xl tabular-nums">
            {cases.rate === null ? (
              <span className="text-base text-ft-3">{t("escalations.tooFewForRate")}</span>
            ) : (
              percent.format(cases.rate)
            )}
          </dd>
        </div>
      </dl>
      <p className="max-w-[68ch] text-xs text-ft-3">
        {t("escalations.rateMeans", { n: cases.decided })}
      </p>
    </section>
  );
}
