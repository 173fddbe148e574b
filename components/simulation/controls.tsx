"use client";

import { Ellipsis, Save, TableProperties } from "lucide-react";
import { useState } from "react";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button, IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { trackedLike } from "./people";
import { MadeUpFields, PersonField } from "./person-fields";
import { RemoveDialog } from "./remove-dialog";
import { SaveDialog, type SaveTest } from "./save-dialog";
import { BehaviourFields, ScenarioField } from "./scenario-fields";
import { DataField, DueField, StartField } from "./start-fields";
import type { Sim } from "./use-simulation";

export type ControlsGiven = {
  workflow: string;
  /** Why nothing can be kept; null for those who may. */
  cannotSave: string | null;
  save: SaveTest;
  remove: (key: string) => Promise<ActionAnswer<unknown>>;
};

/** Who, what, from when: everything a simulation is set by, and what can be done with it. */
export function Controls({
  sim,
  workflow,
  cannotSave,
  save,
  remove,
}: { sim: Sim } & ControlsGiven) {
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
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,4fr)_minmax(0,4fr)_minmax(13rem,3fr)_minmax(9rem,2fr)]">
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

/** What the case is about and how it ends. */
function Ending({ sim: { t, run, address } }: { sim: Sim }) {
  if (!run || address.all) return <span />;
  const { cut, status } = run.end;
  return (
    <p className="min-w-0 wrap-anywhere">
      <strong className="font-semibold">{run.subject}</strong>
      {" · "}
      {t("simulation.ends", { status })}
      {cut ? ` · ${t("simulation.cut", { cut })}` : ""}
    </p>
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
        <Button
          size="sm"
          className="h-auto min-h-8 py-1 text-start whitespace-normal"
          onPress={() => change({ person: like, t: undefined })}
        >
          {t("simulation.playTracked", { name })}
        </Button>
      </span>
    </Note>
  );
}

function download(name: string, value: unknown): void {
  const blob = new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: "application/json" });
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
