import Link from "next/link";
import type { Text } from "@/components/text/text";
import type { FunnelReport, FunnelStage } from "@/core/contracts/analytics/funnel";
import { RATIO_MIN } from "@/core/metrics/kpis";
import type { Behind } from "./behind-href";
import { countText, shareText } from "./number-text";

const BARS = [
  { field: "entered", measure: "stage_entered" },
  { field: "delivered", measure: "stage_delivered" },
  { field: "responded", measure: "stage_responded" },
  { field: "passed", measure: "stage_passed" },
] as const;

/** What is no step of the way, and where cases are lost or stay. */
const BESIDE = [
  { field: "noAnswer", measure: "stage_unanswered" },
  { field: "here", measure: "stage_here" },
  { field: "resolved", measure: "stage_resolved" },
  { field: "ended", measure: "stage_ended" },
] as const;

type Said = {
  /** To exactly the cases of a number. */
  hrefOf: (measure: Behind, stage: string) => string;
  t: Text;
  locale: string;
};

/** Stage by stage how many cases came to it, got a message, answered there and went on. */
export function FunnelStages({ report, ...said }: { report: FunnelReport } & Said) {
  const { stages } = report;
  const most = Math.max(1, ...stages.map(({ entered }) => entered));
  return (
    <ol className="ft-funnel">
      {stages.map((stage, i) => (
        <li key={stage.stage} className="ft-funnel-stage">
          <h3 className="text-sm font-semibold">{stage.name}</h3>
          {BARS.map(({ field, measure }) => (
            <Row
              key={field}
              {...{ field, measure, stage, most }}
              previous={field === "entered" ? stages[i - 1] : undefined}
              {...said}
            />
          ))}
          <p className="flex flex-wrap gap-x-4 text-xs text-ft-3">
            {BESIDE.map(({ field, measure }) => (
              <span key={field}>
                {said.t(`analytics.${field}`)}{" "}
                <Link
                  prefetch={false}
                  href={said.hrefOf(measure, stage.stage)}
                  aria-label={linkName(said.t(`analytics.${field}`), stage, field, said.locale)}
                  className="ft-link tabular-nums"
                >
                  {countText(stage[field], said.locale)}
                </Link>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** A link that is only a number says of what where links are read out one by one. */
const linkName = (
  label: string,
  stage: FunnelStage,
  field: (typeof BARS | typeof BESIDE)[number]["field"],
  locale: string,
): string => `${stage.name}, ${label}: ${countText(stage[field], locale)}`;

function Row({
  field,
  measure,
  stage,
  most,
  previous,
  hrefOf,
  t,
  locale,
}: {
  field: (typeof BARS)[number]["field"];
  measure: Behind;
  stage: FunnelStage;
  most: number;
  previous: FunnelStage | undefined;
} & Said) {
  const n = stage[field];
  const of = field === "entered" ? previous?.entered : stage.entered;
  const share = of !== undefined && of >= RATIO_MIN ? shareText(n / of, locale) : undefined;
  return (
    <div className="ft-funnel-row">
      <span className="text-ft-2">{t(`analytics.${field}`)}</span>
      <span className="ft-bar-track" aria-hidden="true">
        <i data-kind={field} style={{ width: `${(100 * n) / most}%` }} />
      </span>
      <span className="flex flex-wrap gap-x-2">
        <Link
          prefetch={false}
          href={hrefOf(measure, stage.stage)}
          aria-label={linkName(t(`analytics.${field}`), stage, field, locale)}
          className="ft-link font-semibold tabular-nums"
        >
          {countText(n, locale)}
        </Link>
        {of === undefined ? null : (
          <span className="text-ft-3">
            {share === undefined
              ? t("analytics.ofCount", { n: countText(n, locale), of: countText(of, locale) })
              : previous
                ? t("analytics.ofPrevious", { share, stage: previous.name })
                : t("analytics.ofEntered", { share })}
          </span>
        )}
      </span>
    </div>
  );
}
