import { Time } from "@/components/ui/time";
import { stepSentence } from "@/core/sentence/step-sentence";
import { unlessWords } from "@/core/sentence/unless-words";
import { walk } from "@/core/workflow/definition";
import type { PageView } from "../../page-view";
import { VerbButton } from "./case-actions";
import type { LoadedCase } from "./load-case";
import { PlannedButtons } from "./planned-buttons";
import { plannedVerbs } from "./planned-verbs";

type Props = { loaded: LoadedCase; view: PageView };

/** What happens next, when on the person's clock, what would stop it, by which rule, and what can be done to it. */
export function NextCard({ loaded, view }: Props) {
  const { row } = loaded;
  const { t } = view;
  return (
    <section aria-labelledby="next" className="border-y border-ft-subtle bg-ft-surface p-4">
      <h2 id="next" className="text-xs font-semibold tracking-wide text-ft-3 uppercase">
        {t("case.next")}
      </h2>
      {row.status === "open" ? (
        <OpenNext loaded={loaded} view={view} />
      ) : (
        <ClosedNext loaded={loaded} view={view} />
      )}
    </section>
  );
}

function OpenNext({ loaded, view }: Props) {
  const { row, plan, zone, definition, sentenceNames } = loaded;
  const { now, viewerZone, locale, ticking, t } = view;
  const clock = { zone, viewerZone, now, locale };
  const { next } = plan;
  const [first] = plan.plan;
  const item = next?.at == null ? undefined : first;
  const rule = item?.because ?? ruleOf(loaded, view);
  const unless = unlessWords(definition?.stopsWhen ?? [], { locale, names: sentenceNames });
  const choices = item ? plannedVerbs(loaded, item) : null;
  const waiting = row.waitingFor ? t(`case.waiting_${row.waitingFor}`) : null;
  return (
    <>
      <p className="mt-1 text-base font-medium">
        {next?.what ?? waiting ?? t("case.nothingPlanned")}
      </p>
      <p className="mt-1 text-ft-2">
        {next?.at ? (
          <>
            <Time at={next.at} {...clock} show="absolute" details rule={rule ?? undefined} />{" "}
            <span className="text-ft-3">
              (<Time at={next.at} {...clock} show="relative" ticking={ticking} />)
            </span>
            {unless ? ` ${t("case.unless", { unless })}` : null}
          </>
        ) : null}
      </p>
      {rule ? <p className="mt-1 text-ft-2">{rule}</p> : null}
      {waiting && row.waitingFor !== "time" && next ? (
        <p className="mt-1 text-ft-3">
          {row.nextActionAt
            ? t.rich("case.waitingUntil", {
                waiting,
                until: <Time key="until" at={row.nextActionAt} {...clock} show="absolute" />,
              })
            : waiting}
        </p>
      ) : null}
      {next?.kind === "due_date" ? (
        <div className="mt-3">
          <VerbButton look="secondary" verb="due" label={t("case.setDue")} />
        </div>
      ) : null}
      {choices ? <PlannedButtons target={choices.target} can={choices.can} /> : null}
    </>
  );
}

/** The step the case stands at, for what no message explains. */
function ruleOf({ row, definition, sentenceNames }: LoadedCase, { locale, t }: PageView) {
  if (!definition || row.step === null) return null;
  for (const { step } of walk(definition)) {
    if (step.id !== row.step) continue;
    return t("case.becauseStep", { step: stepSentence(step, { locale, names: sentenceNames }) });
  }
  return null;
}

function ClosedNext({ loaded, view }: Props) {
  const { row, plan, zone } = loaded;
  const { now, viewerZone, locale, ticking, t } = view;
  const clock = { zone, viewerZone, now, locale };
  const { next } = plan;
  return (
    <>
      <p className="mt-1 text-base font-medium">{next?.what ?? t("case.nothingClosed")}</p>
      {next?.at ? (
        <p className="mt-1 text-ft-2">
          <Time at={next.at} {...clock} show="absolute" /> (
          <Time at={next.at} {...clock} show="relative" ticking={ticking} />)
        </p>
      ) : null}
      {row.closedAt ? (
        <p className="mt-1 text-ft-2">
          {t.rich("case.closedAt", {
            at: <Time key="at" at={row.closedAt} {...clock} show="absolute" />,
          })}
        </p>
      ) : null}
    </>
  );
}
