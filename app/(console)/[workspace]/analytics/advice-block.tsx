import { adviceText, changeText } from "@/components/analytics/advice-words";
import { Defined } from "@/components/analytics/defined";
import { may } from "@/core/operator/role";
import { readAdvice } from "@/server/analytics/read-advice";
import { AdviceButton } from "./advice-button";
import { type ReportPage, reportOf } from "./report-page";

/** What could be changed in the workflow that the page is of; of several nothing is said. */
export async function AdviceBlock({ page }: { page: ReportPage }) {
  const { t, locale, slug, member } = page.view;
  const { workflow } = page.asked.filters;
  const found = workflow === undefined ? null : await readAdvice(await reportOf(page), workflow);
  if (workflow === undefined || !found) return null;
  const { advice, names, revision, hasDraft } = found;
  const said = { t, locale, names };
  const [title, name] = ["advice-title", t("advice.title")];
  const definition = { name, means: t("advice.means"), counted: t("advice.counted") };
  return (
    <section aria-labelledby={title} className="ft-report-block">
      <p className="flex items-center gap-1 text-xs text-ft-3">
        {name}
        <Defined {...definition} of={t("advice.of")} />
      </p>
      <h2 id={title} className="ft-section-title mb-0!">
        {advice.length === 0 ? t("advice.none") : t("advice.finding", { n: advice.length })}
      </h2>
      <ul className="grid gap-4 pt-3">
        {advice.map((each) => (
          <li
            key={`${each.kind} ${each.change.step}`}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2"
          >
            <p className="min-w-0 flex-1 basis-64">{adviceText(each, said)}</p>
            {may(member.role, "edit_workflows") ? (
              <AdviceButton
                {...{ slug, workflow, revision, hasDraft }}
                change={each.change}
                said={changeText(each.change, said)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
