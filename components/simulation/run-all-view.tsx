"use client";

import { useMemo } from "react";
import { shortName } from "@/components/editor/plan/plan-words";
import { Note } from "@/components/ui/note";
import { StateBadge } from "@/components/ui/state-badge";
import type { ScenarioTest } from "@/core/case/scenario-test";
import type { SimulatedMessage } from "@/core/case/simulation";
import { formatMoment } from "@/core/sentence/format-moment";
import { failureSentence } from "@/core/sentence/scenario-sentence";
import { stepsInOrder } from "@/core/workflow/edit/outline";
import { namesIn } from "./event-rows";
import { matrixOf, type RunOfMany } from "./run-all";
import type { Sim } from "./use-simulation";

/** All scenarios against all messages, and what they leave open. */
export function RunAllView({ sim }: { sim: Sim }) {
  const { t, locale, names, outline, facts, choose, change } = sim;
  const steps = useMemo(() => stepsInOrder(outline), [outline]);
  const runs = useRuns(sim);
  const matrix = useMemo(
    () =>
      matrixOf(
        runs,
        steps.map(({ key }) => key),
        facts,
      ),
    [runs, steps, facts],
  );
  const reader = { t, locale, names };
  const nameOf = (id: string) => {
    const node = steps.find(({ key }) => key === id);
    return node ? shortName(node, reader) : id;
  };
  const tests = runs.filter(({ failures }) => failures !== null);
  const failing = tests.filter(({ failures }) => failures && failures.length > 0);
  return (
    <section aria-labelledby="simulation-all" className="grid min-w-0 gap-3">
      <h2 id="simulation-all" className="text-base font-semibold">
        {t("simulation.all", { n: runs.length })}
      </h2>
      <ul className="grid gap-1">
        <li>
          {tests.length === 0
            ? t("simulation.noTests")
            : t("simulation.testsPass", { ok: tests.length - failing.length, of: tests.length })}
        </li>
        <li>
          {t("simulation.mostInADay", {
            n: Math.max(0, ...matrix.rows.map(({ mostInADay }) => mostInADay)),
          })}
        </li>
        <li>
          {t("simulation.never", { n: matrix.neverReached.length })}
          {matrix.neverReached.length > 0 ? (
            <ul className="list-disc ps-6 text-ft-2">
              {matrix.neverReached.map((id) => (
                <li key={id}>{nameOf(id)}</li>
              ))}
            </ul>
          ) : null}
        </li>
        <li>{t("simulation.inQuiet", { n: matrix.inQuietHours.length })}</li>
      </ul>
      {matrix.inQuietHours.map(({ of, message }) => (
        <Note key={`${of.key} ${message.id}`} tone="due">
          {t("simulation.wasQuiet", {
            scenario: of.name,
            step: nameOf(message.step),
            at: momentOf(sim, of, message),
          })}
        </Note>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="ft-table-frame" aria-label={t("simulation.matrix")} tabIndex={0}>
        <table className="ft-table" data-cards="false">
          <caption className="sr-only">{t("simulation.matrix")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("simulation.scenario")}</th>
              <th scope="col">{t("simulation.test")}</th>
              {matrix.columns.map((id) => (
                <th key={id} scope="col">
                  {nameOf(id)}
                </th>
              ))}
              <th scope="col" className="ft-number">
                {t("simulation.perDay")}
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(({ of, cells, mostInADay }) => (
              <tr key={of.key}>
                <th scope="row" className="min-w-40 align-top">
                  <button
                    type="button"
                    className="ft-link text-start"
                    onClick={() => {
                      choose(of.choice);
                      change({ all: undefined });
                    }}
                  >
                    {of.name}
                  </button>
                  <span className="block text-xs font-normal text-ft-3">{of.run.person.name}</span>
                </th>
                <td className="min-w-24 align-top">
                  <Verdict of={of} sim={sim} />
                </td>
                {cells.map(({ messages }, i) => (
                  <td key={matrix.columns[i]} className="align-top">
                    <ul className="grid gap-1">
                      {messages.map((message) => (
                        <Fate key={message.id} message={message} of={of} sim={sim} />
                      ))}
                    </ul>
                    {messages.length === 0 ? (
                      <span className="text-ft-3">{t("simulation.noneHere")}</span>
                    ) : null}
                  </td>
                ))}
                <td className="ft-number align-top">{mostInADay}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

type Run = RunOfMany & { choice: Parameters<Sim["choose"]>[0] };

function useRuns({ presets, saved, base, play, nameOf }: Sim): Run[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: names follow the language alone.
  return useMemo(() => {
    const runs = (test: ScenarioTest, more: Omit<Run, "run" | "failures" | "required">): Run[] => {
      const run = play(test);
      if (!run) return [];
      const failures = test.expects ? run.failures : null;
      return [{ ...more, run, failures, required: test.required ?? false }];
    };
    return [
      ...saved.flatMap((test) =>
        runs(test, { key: `saved ${test.key}`, name: test.name, choice: { saved: test.key } }),
      ),
      ...presets.flatMap(({ key, scenario, person }) =>
        runs(
          { ...base, scenario, ...(person && { person }) },
          { key: `preset ${key}`, name: nameOf(key), choice: { preset: key } },
        ),
      ),
    ];
  }, [presets, saved, base, play]);
}

function Verdict({ of: { failures, required }, sim }: { of: Run; sim: Sim }) {
  const { t, locale } = sim;
  if (failures === null) {
    return <span className="text-ft-3">{t("simulation.expectsNothing")}</span>;
  }
  const isOk = failures.length === 0;
  const word = isOk ? t("simulation.passes") : t("simulation.fails");
  return (
    <div className="grid gap-1">
      <span className="flex items-center gap-1">
        <StateBadge state={isOk ? "resolved" : "failed"} bare>
          {word}
        </StateBadge>
        {required ? <span className="text-xs text-ft-3">{t("simulation.isRequired")}</span> : null}
      </span>
      {isOk ? null : (
        <ul className="grid min-w-52 gap-1 text-xs text-ft-2">
          {failures.map((failure, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two failures can be the same.
            <li key={i}>{failureSentence(failure, { locale })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const STATES = {
  planned: "planned",
  held: "held",
  sent: "sent",
  not_sent: "not_sent",
  failed: "failed",
} as const;

function Fate({ message, of, sim }: { message: SimulatedMessage; of: Run; sim: Sim }) {
  const { t } = sim;
  const names = namesIn(of.run, sim);
  const isOther = message.personId !== of.run.person.id;
  return (
    <li className="whitespace-nowrap">
      <StateBadge state={STATES[message.status]} bare>
        {t("simulation.fate", { channel: message.channel, status: message.status })}
      </StateBadge>
      <span className="block ps-5 text-xs text-ft-3">
        {momentOf(sim, of, message)}
        {isOther ? ` · ${names.person?.(message.personId) ?? message.personId}` : ""}
      </span>
    </li>
  );
}

function momentOf({ facts, locale }: Sim, { run }: RunOfMany, message: SimulatedMessage): string {
  const isOwn = message.personId === run.person.id;
  const zone = isOwn
    ? run.zone
    : (facts.people.get(message.personId)?.timeZone ?? facts.workspace.timeZone);
  return formatMoment(message.sentAt ?? message.deliverAt, zone, locale, run.from);
}
