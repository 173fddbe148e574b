import { HealthLine } from "@/components/today/health-line";
import { spanText } from "@/components/ui/time-text";
import type { PageView } from "../page-view";
import type { Health } from "./read-health";

/** Whether what keeps the cases going is well. */
export function HealthStrip({ health, view }: { health: Health; view: PageView }) {
  const { t } = view;
  const { workers, heartbeatAt, stranded, lateMs, isLate, email, databaseMs } = health;
  const silent = heartbeatAt === null ? null : spanText(Math.max(0, Date.now() - heartbeatAt), t);
  return (
    <section aria-labelledby="health">
      <h2 id="health" className="ft-section-title">
        {t("today.health")}
      </h2>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,210px),1fr))] gap-x-6 gap-y-3 border-y border-ft-subtle py-3">
        <HealthLine name={t("today.worker")} isWell={workers > 0 && stranded === 0}>
          {stranded > 0
            ? t("today.stranded", { n: stranded })
            : workers > 0
              ? t("today.workers", { n: workers, span: silent ?? "" })
              : silent === null
                ? t("today.noWorkerEver")
                : t("today.noWorker", { span: silent })}
        </HealthLine>
        <HealthLine name={t("today.queue")} isWell={!isLate}>
          {isLate ? t("today.late", { span: spanText(lateMs, t) }) : t("today.onTime")}
        </HealthLine>
        <HealthLine name={t("today.emailProvider")} isWell={email !== null}>
          {email === undefined
            ? t("today.outbox")
            : email === null
              ? t("today.noProvider")
              : t("today.provider", { name: email })}
        </HealthLine>
        <HealthLine name={t("today.database")} isWell>
          {t("today.databaseMs", { n: databaseMs })}
        </HealthLine>
      </dl>
    </section>
  );
}
