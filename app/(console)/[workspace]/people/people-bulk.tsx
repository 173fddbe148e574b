"use client";

import { useState, useTransition } from "react";
import { BulkBar } from "@/components/lists/bulk-bar";
import { useList } from "@/components/lists/list-context";
import type { ListRow } from "@/components/lists/list-row";
import { FormDialog } from "@/components/people/form-dialog";
import type { Failure } from "@/components/people/use-write";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Menu } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
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
  const [pending, start] = useTransition();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const count = selection.isAll ? matching : selection.ids.size;
  const target = selection.isAll
    ? { query: viewQuery(list, address) }
    : { ids: [...selection.ids] };
  const isTooMany = count > may.max;
  const paused = rows.filter(({ id, marks }) => selection.ids.has(id) && marks.includes("paused"));

  const undo = (undone: { personId: string; until: string | null }[]) => async () => {
    const result = await undoPauseAction(slug, { undo: undone });
    if (result.ok) showToast(t("people.listUndone", { n: result.value.done }));
    else showToast(result.message, { failed: true });
  };
  const pause = (until: string | null) =>
    start(async () => {
      const result = await pauseChosenAction(slug, { target, until });
      if (!result.ok) {
        if (until === null) showToast(result.message, { failed: true });
        return setFailure({ message: result.message, errors: result.errors ?? [] });
      }
      const { done, skipped, undo: before } = result.value;
      setAsking(false);
      selection.clear();
      const say = until === null ? "people.listUnpaused" : "people.listPaused";
      showToast(
        t(say, { n: done, skipped }),
        done > 0 ? { action: { label: t("common.undo"), run: undo(before) } } : {},
      );
    });
  const addTo = (team: string) =>
    start(async () => {
      const result = await addToTeamAction(slug, { target, team });
      if (!result.ok) return showToast(result.message, { failed: true });
      selection.clear();
      const name = teams.find(({ id }) => id === team)?.label ?? team;
      const { done, skipped } = result.value;
      showToast(t("people.listAddedTo", { n: done, skipped, team: name }));
    });
  const verbs = isTooMany ? null : (
    <>
      {may.mayTeam && teams.length > 0 ? (
        <Menu
          label={t("people.listAddToTeam")}
          onAction={addTo}
          sections={[{ items: [...teams] }]}
          trigger={
            <Button size="sm" pending={pending}>
              {t("people.listAddToTeam")}
            </Button>
          }
        />
      ) : null}
      {may.mayPause && (selection.isAll || paused.length > 0) ? (
        <Button size="sm" pending={pending} onPress={() => pause(null)}>
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
          {...{ pending, failure }}
          onClose={() => {
            setAsking(false);
            setFailure(undefined);
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
