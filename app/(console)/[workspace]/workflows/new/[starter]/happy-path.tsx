import type { ReactNode } from "react";
import { ChipFilter } from "@/components/ui/chip-filter";
import { Time } from "@/components/ui/time";
import type { ScenarioRun } from "@/core/case/run-scenario";
import type { ScenarioTest } from "@/core/case/scenario-test";
import type { SimulationEntry } from "@/core/case/simulation";
import type { Starter } from "@/core/gallery/starter";
import { messageSentence } from "@/core/sentence/message-sentence";
import type { Instant } from "@/core/time";
import type { PageView } from "../../../page-view";
import { type Played, playStarter } from "./play-starter";

/** A starter played on a virtual clock: when which message leaves, and what does not, and why. */
export function HappyPath({
  starter,
  scenario,
  path,
  view,
}: {
  starter: Starter;
  /** The scenario the address asks for; default: the first, where all goes well. */
  scenario: string | undefined;
  path: string;
  view: PageView;
}) {
  const { t } = view;
  const test = starter.scenarios.find(({ key }) => key === scenario) ?? starter.scenarios[0];
  if (!test) return null;
  const played = playStarter(starter, test, view.locale);
  const { run } = played;
  return (
    <section aria-labelledby="happy-path" className="grid gap-3">
      <h2 id="happy-path" className="text-base font-semibold">
        {t("newworkflow.happyPath")}
      </h2>
      <ChipFilter
        label={t("newworkflow.scenarios")}
        options={starter.scenarios.map(({ key, name }, i) => ({
          label: name,
          href: i === 0 ? path : `${path}?scenario=${key}`,
          current: key === test.key,
        }))}
      />
      <p className="text-ft-2">
        {t("newworkflow.happyPathHint", { person: run.person.name ?? run.person.id })}
      </p>
      <Timeline played={played} view={view} />
      <p className="text-xs text-ft-3">{t("newworkflow.tries")}</p>
    </section>
  );
}

function Timeline({ played, view }: { played: Played; view: PageView }) {
  const { run } = played;
  const { t } = view;
  return (
    <ol className="grid border-y border-ft-subtle bg-ft-surface">
      <Line at={run.from} run={run} view={view}>
        <p>{t("newworkflow.opened", { subject: run.subject })}</p>
      </Line>
      {run.simulation.entries.map((entry, i) => {
        const said = lineOf(entry, played, view);
        return said === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of a simulation is its place.
          <Line key={i} at={entry.at} run={run} view={view}>
            {said}
          </Line>
        );
      })}
      <Line at={run.end.at} run={run} view={view}>
        <p className="font-medium">{t("newworkflow.ended", { status: run.end.status })}</p>
      </Line>
    </ol>
  );
}

function Line({
  at,
  run,
  view: { viewerZone, locale },
  children,
}: {
  at: Instant;
  run: ScenarioRun;
  view: PageView;
  children: ReactNode;
}) {
  return (
    <li className="grid gap-x-4 gap-y-0.5 border-t border-ft-subtle px-4 py-2 first:border-t-0 sm:grid-cols-[190px_minmax(0,1fr)]">
      <span className="ft-figures text-ft-3">
        <Time at={at} zone={run.zone} now={run.from} show="absolute" {...{ viewerZone, locale }} />
      </span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}

function lineOf(entry: SimulationEntry, { run, names }: Played, view: PageView): ReactNode {
  const { t, locale } = view;
  if (entry.kind === "decision") return null;
  if (entry.kind === "behaviour") {
    const words = behaviourWords(entry.behaviour);
    return entry.done && words ? (
      <p className="text-ft-2 italic">
        {t.rich(words.text, { name: words.name, code: (inner) => <code key="code">{inner}</code> })}
      </p>
    ) : null;
  }
  const { message, code, params } = entry;
  if (message.status === "planned") return null;
  const {
    sentence,
    because,
    class: outcome,
  } = messageSentence(
    {
      ...message,
      code,
      params,
      subject: message.content?.subject ?? message.content?.title ?? null,
      personName: names.get(message.personId) ?? message.personId,
      because: null,
    },
    { locale, zone: run.zone, now: run.from },
  );
  return (
    <>
      <p className={outcome === "sent" ? "" : "text-ft-2"}>{sentence}</p>
      {because && outcome !== "sent" ? <p className="text-xs text-ft-3">{because}</p> : null}
    </>
  );
}

type Behaviour = ScenarioTest["scenario"]["behaviours"][number];

function behaviourWords(behaviour: Behaviour) {
  switch (behaviour.do) {
    case "event":
      return { text: "newworkflow.doesEvent", name: behaviour.event } as const;
    case "action":
      return { text: "newworkflow.doesAction", name: behaviour.action } as const;
    case "reply":
      return { text: "newworkflow.doesReply", name: "" } as const;
    case "acknowledge":
      return { text: "newworkflow.doesAcknowledge", name: "" } as const;
    case "open":
      return { text: "newworkflow.doesOpen", name: "" } as const;
    default:
      return null;
  }
}
