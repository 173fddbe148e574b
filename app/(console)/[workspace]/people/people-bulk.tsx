"use client";

import { useState } from "react";
import { BulkBar } from "@/components/lists/bulk-bar";
import { useList } from "@/components/lists/list-context";
import type { ListRow } from "@/components/lists/list-row";
import { useShownRows } from "@/components/lists/shown-rows";
import { FormDialog } from "@/components/people/form-dialog";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { viewQuery } from "@/core/filter/list-address";
import { ExportChosen } from "../_lists/export-chosen";
import { addToTeamAction, pauseChosenAction, undoPauseAction } from "./actions";

type PeopleBulkProps = {
  slug: string;
  rows: readonly ListRow[];
  matching: number;
  teams: readonly { id: string; label: string }[];
  /** The first day a pause can last to the end of. */
  tomorrow: string;
  mayPause: boolean;
  mayTeam: boolean;
  /** How many can be changed at once. */
  max: number;
};

/** What can be done to the chosen people. Whoever may only look exports them. */
export function PeopleBulk({ slug, rows, matching, teams, ...may }: PeopleBulkProps) {
  const t = useText();
  const { list, address, selection } = useList();
  const asked = useAction();
  const said = useAction("toast");
  const [asking, setAsking] = useState(false);
  const count = selection.isAll ? matching : selection.ids.size;
  const target = selection.isAll
    ? { query: viewQuery(list, address) }
    : { ids: [...selection.ids] };
  const isTooMany = count > may.max;
  const shown = useShownRows();
  const paused = shown.filter(({ id, marks }) => selection.ids.has(id) && marks.includes("paused"));

  const undo = (undone: { personId: string; until: string | null }[]) => () =>
    said.run(
      () => undoPauseAction(slug, { undo: undone }),
      ({ done }) => showToast(t("people.listUndone", { n: done })),
    );
  const pause = (until: string | null) =>
    (until === null ? said : asked).run(
      () => pauseChosenAction(slug, { target, until }),
      ({ done, skipped, undo: before }) => {
        setAsking(false);
        selection.clear();
        const say = until === null ? "people.listUnpaused" : "people.listPaused";
        showToast(
          t(say, { n: done, skipped }),
          done > 0 ? { action: { label: t("common.undo"), run: undo(before) } } : {},
        );
      },
    );
  const addTo = (team: string) =>
    said.run(
      () => addToTeamAction(slug, { target, team }),
      ({ done, skipped }) => {
        selection.clear();
        const name = teams.find(({ id }) => id === team)?.label ?? team;
        showToast(t("people.listAddedTo", { n: done, skipped, team: name }));
      },
    );
  const verbs = isTooMany ? null : (
    <>
      {may.mayTeam && teams.length > 0 ? (
        <Menu
          label={t("people.listAddToTeam")}
          onAction={addTo}
          sections={[{ items: [...teams] }]}
          trigger={
            <Button size="sm" pending={said.pending}>
              {t("people.listAddToTeam")}
            </Button>
          }
        />
      ) : null}
      {may.mayPause && (selection.isAll || paused.length > 0) ? (
        <Button size="sm" pending={said.pending} onPress={() => pause(null)}>
          {t("people.unpause")}
        </Button>
      ) : null}
      {may.mayPause && (selection.isAll || paused.length < count) ? (
        <Button size="sm" look="primary" onPress={() => setAsking(true)}>
          {t("people.pause")}
        </Button>
      ) : null}
    </>
  );
  const isReader = !may.mayPause && !may.mayTeam;
  return (
    <>
      <BulkBar
        {...{ rows, matching }}
        note={isTooMany && !isReader ? t("people.listTooMany", { max: may.max }) : ""}
      >
        <ExportChosen named={isReader || isTooMany} />
        {verbs}
      </BulkBar>
      {asking ? (
        <FormDialog
          title={t("people.listPauseTitle", { n: count })}
          verb={t("people.pause")}
          pending={asked.pending}
          failure={asked.failure}
          onClose={() => {
            setAsking(false);
            asked.forget();
          }}
          onSubmit={(text) => pause(text("until"))}
        >
          <TextField
            label={t("people.pauseUntil")}
            hint={t("people.listPauseHint")}
            name="until"
            type="date"
            required
            min={may.tomorrow}
            defaultValue={may.tomorrow}
          />
          <p className="text-ft-2">{t("people.listPauseBody")}</p>
        </FormDialog>
      ) : null}
    </>
  );
}
