"use client";

import { Ellipsis, Save, TableProperties } from "lucide-react";
import { useState } from "react";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button, IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Menu } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { useAction } from "@/components/ui/use-action";
import { failureSentence } from "@/core/sentence/scenario-sentence";
import { EventList } from "./event-list";
import { MessageView } from "./message-view";
import { trackedLike } from "./people";
import { MadeUpFields, PersonField } from "./person-fields";
import { PlanPath } from "./plan-path";
import { RunAllView } from "./run-all-view";
import { SaveDialog, type SaveTest } from "./save-dialog";
import { BehaviourFields, ScenarioField } from "./scenario-fields";
import { Scrubber } from "./scrubber";
import { DataField, DueField, StartField } from "./start-fields";
import { type Sim, type SimulationGiven, useSimulation } from "./use-simulation";

export type SimulationProps = SimulationGiven & {
  workflow: string;
  /** Why nothing can be kept; null for those who may. */
  cannotSave: string | null;
  save: SaveTest;
  remove: (key: string) => Promise<ActionAnswer<unknown>>;
};

/** Stays in sight beside a long list of events. */
const BESIDE =
  "grid min-w-0 content-start gap-6 rounded-md lg:sticky lg:top-[calc(var(--ft-bar)+var(--ft-page-bar)+28px)] lg:max-h-[calc(100dvh-var(--ft-bar)-var(--ft-page-bar)-36px)] lg:self-start lg:overflow-y-auto";

/** A workflow played on a virtual clock, in the browser alone. */
export function Simulation(props: SimulationProps) {
  const sim = useSimulation(props);
  const { t, address, run, isBehind } = sim;
  return (
    <div className="ft-page-body grid min-w-0 gap-4 pt-4 pb-8">
      <Controls sim={sim} {...props} />
      {run === null ? (
        <Note tone="failed">{t("simulation.cannotRun")}</Note>
      ) : address.all ? (
        <RunAllView sim={sim} />
      ) : (
        <div aria-busy={isBehind} className="grid min-w-0 gap-4">
          <Outcome sim={sim} />
          <Scrubber sim={sim} />
          <div className="grid min-w-0 gap-6 lg:grid-cols-[minmax(0,1fr)_380px]">
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

/** What the case is about and how it ends. */
function Ending({ sim: { t, run, address } }: { sim: Sim }) {
  if (!run || address.all) return <span />;
  const { cut, status } = run.end;
  return (
    <p className="min-w-0 break-words">
      <strong className="font-semibold">{run.subject}</strong>
      {" · "}
      {t("simulation.ends", { status })}
      {cut ? ` · ${t("simulation.cut", { cut })}` : ""}
    </p>
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

function Controls({
  sim,
  workflow,
  cannotSave,
  save,
  remove,
}: { sim: Sim } & Pick<SimulationProps, "workflow" | "cannotSave" | "save" | "remove">) {
  const { t, address, change, run, now, isOther } = sim;
  const [isSaving, setSaving] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const kept = now.savedTest;
  const choose = (id: string) => {
    if (id === "export") return download(`${workflow}-scenarios.json`, sim.saved);
    if (id === "export-one") return download(`${workflow}-scenario.json`, sim.test);
    setRemoving(true);
  };
  return (
    <div className="grid min-w-0 gap-3">
      <div className="grid min-w-0 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,4fr)_minmax(0,4fr)_minmax(13rem,3fr)_minmax(9rem,2fr)]">
        <PersonField sim={sim} />
        <ScenarioField sim={sim} />
        <StartField sim={sim} />
        <DueField sim={sim} />
      </div>
      {cannotSave === null ? null : <Note>{cannotSave}</Note>}
      <Untracked sim={sim} />
      {isOther ? <p className="text-xs text-ft-2">{t("simulation.otherPerson")}</p> : null}
      <MadeUpFields sim={sim} />
      <BehaviourFields sim={sim} />
      <DataField sim={sim} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Ending sim={sim} />
        <div className="flex flex-wrap gap-2">
          <Button
            aria-pressed={address.all ?? false}
            onPress={() => change({ all: address.all ? undefined : true })}
          >
            <TableProperties aria-hidden="true" size={16} />
            {address.all ? t("simulation.backToOne") : t("simulation.runAll")}
          </Button>
          <Button isDisabled={cannotSave !== null || !run} onPress={() => setSaving(true)}>
            <Save aria-hidden="true" size={16} />
            {kept ? t("simulation.updateTest") : t("simulation.saveAsTest")}
          </Button>
          <Menu
            label={t("simulation.more")}
            align="end"
            onAction={choose}
            sections={[
              {
                items: [
                  { id: "export-one", label: t("simulation.exportOne") },
                  {
                    id: "export",
                    label: t("simulation.exportAll", { n: sim.saved.length }),
                    disabled: sim.saved.length === 0,
                  },
                  ...(kept
                    ? [
                        {
                          id: "remove",
                          label: t("simulation.remove"),
                          disabled: cannotSave !== null,
                        },
                      ]
                    : []),
                ],
              },
            ]}
            trigger={
              <IconButton label={t("simulation.more")}>
                <Ellipsis aria-hidden="true" />
              </IconButton>
            }
          />
        </div>
      </div>
      {isSaving ? <SaveDialog sim={sim} save={save} onClose={() => setSaving(false)} /> : null}
      {isRemoving && kept ? (
        <RemoveDialog sim={sim} test={kept} remove={remove} onClose={() => setRemoving(false)} />
      ) : null}
    </div>
  );
}

/** Opens of somebody who never agreed to tracking count for nothing, here as in life. */
function Untracked({ sim: { t, facts, run, rows, change } }: { sim: Sim }) {
  const isInTheWay = rows.some(({ isVain }) => isVain === "untracked");
  if (!run || run.person.trackingConsent || run.person.erased || !isInTheWay) return null;
  const name = run.person.name ?? run.person.id;
  const like = trackedLike(run.person, facts);
  return (
    <Note>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {t("simulation.untrackedNote", { name })}
        <Button size="sm" onPress={() => change({ person: like, t: undefined })}>
          {t("simulation.playTracked", { name })}
        </Button>
      </span>
    </Note>
  );
}

function RemoveDialog({
  sim,
  test,
  remove,
  onClose,
}: {
  sim: Sim;
  test: Sim["saved"][number];
  remove: SimulationProps["remove"];
  onClose: () => void;
}) {
  const { t, saved, setSaved, change } = sim;
  const { pending, failure, run } = useAction();
  const { key, name } = test;
  const confirm = () =>
    void run(
      () => remove(key),
      () => {
        setSaved(saved.filter((one) => one.key !== key));
        change({ choice: undefined, t: undefined });
        onClose();
      },
    );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("simulation.removeTitle", { name })}
      verb={t("simulation.removeVerb")}
      danger
      pending={pending}
      error={failure?.message}
      onConfirm={confirm}
    >
      <p>{t("simulation.removeBody")}</p>
    </ConfirmDialog>
  );
}

function download(name: string, value: unknown): void {
  const blob = new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: "application/json" });
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
