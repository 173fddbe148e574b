"use client";

import { Note } from "@/components/ui/note";
import { failureSentence } from "@/core/sentence/scenario-sentence";
import { Controls, type ControlsGiven } from "./controls";
import { EventList } from "./event-list";
import { MessageView } from "./message-view";
import { PlanPath } from "./plan-path";
import { RunAllView } from "./run-all-view";
import { Scrubber } from "./scrubber";
import { type Sim, type SimulationGiven, useSimulation } from "./use-simulation";

export type SimulationProps = SimulationGiven & ControlsGiven;

/** Stays in sight beside a long list of events. */
const BESIDE =
  "grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6 rounded-md lg:sticky lg:top-[calc(var(--ft-bar)+var(--ft-page-bar)+28px)] lg:max-h-[calc(100dvh-var(--ft-bar)-var(--ft-page-bar)-36px)] lg:self-start lg:overflow-y-auto";

/** A workflow played on a virtual clock, in the browser alone. */
export function Simulation(props: SimulationProps) {
  const sim = useSimulation(props);
  const { t, address, run, isBehind } = sim;
  return (
    <div className="ft-page-body grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 pt-4 pb-8">
      <Controls sim={sim} {...props} />
      {run === null ? (
        <Note tone="failed">{t("simulation.cannotRun")}</Note>
      ) : address.all ? (
        <RunAllView sim={sim} />
      ) : (
        <div aria-busy={isBehind} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
          <Outcome sim={sim} />
          <Scrubber sim={sim} />
          <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_380px]">
            <EventList sim={sim} />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
            <section aria-label={t("simulation.beside")} tabIndex={0} className={BESIDE}>
              <MessageView sim={sim} />
              <PlanPath sim={sim} />
            </section>
          </div>
        </div>
      )}
    </div>
  );
}

/** For a kept test, whether that is what it expects. */
function Outcome({ sim: { t, locale, run, now } }: { sim: Sim }) {
  if (!run) return null;
  const { failures } = run;
  const isTest = now.savedTest?.expects !== undefined;
  return (
    <div role="status" className="grid gap-2 empty:hidden">
      {isTest && failures.length === 0 ? (
        <Note tone="resolved">{t("simulation.asExpected")}</Note>
      ) : null}
      {failures.length > 0 ? (
        <Note tone="due">
          {t("simulation.notAsExpected", { n: failures.length })}
          <ul className="list-disc ps-5">
            {failures.map((failure, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two failures can be the same.
              <li key={i}>{failureSentence(failure, { locale })}</li>
            ))}
          </ul>
        </Note>
      ) : null}
    </div>
  );
}
