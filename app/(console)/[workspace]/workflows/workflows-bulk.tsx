"use client";

import { useState } from "react";
import { BulkBar } from "@/components/lists/bulk-bar";
import { useList } from "@/components/lists/list-context";
import type { ListRow } from "@/components/lists/list-row";
import { useShownRows } from "@/components/lists/shown-rows";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { viewQuery } from "@/core/filter/list-address";
import { ExportBar, ExportChosen } from "../_lists/export-chosen";
import { turnChosenAction } from "./actions";

type Turn = "paused" | "live";

/** What each turn can be done to: a draft was never published, so there is nothing to turn on. */
const FROM: Record<Turn, readonly string[]> = { paused: ["live"], live: ["paused"] };

const WORDS = {
  paused: {
    verb: "workflows.listPause",
    title: "workflows.listPauseTitle",
    body: "workflows.listPauseBody",
    done: "workflows.listPaused",
  },
  live: {
    verb: "workflows.listResume",
    title: "workflows.listResumeTitle",
    body: "workflows.listResumeBody",
    done: "workflows.listResumed",
  },
} as const;

/** What can be done to the chosen workflows. Whoever may only look exports them. */
export function WorkflowsBulk({
  slug,
  rows,
  matching,
  open,
  mayEdit,
}: {
  slug: string;
  rows: readonly ListRow[];
  matching: number;
  /** Open cases by workflow. */
  open: Readonly<Record<string, number>>;
  mayEdit: boolean;
}) {
  const t = useText();
  const { list, address, selection } = useList();
  const shown = useShownRows();
  const { pending, failure, run, forget } = useAction();
  const [asking, setAsking] = useState<Turn>();
  if (!mayEdit) return <ExportBar {...{ rows, matching }} />;
  const chosen = selection.isAll ? rows : shown.filter(({ id }) => selection.ids.has(id));
  const fitting = (to: Turn) =>
    chosen.filter(({ marks }) => marks.some((mark) => FROM[to].includes(mark)));
  const target = selection.isAll
    ? { query: viewQuery(list, address) }
    : { ids: [...selection.ids] };
  const close = () => {
    setAsking(undefined);
    forget();
  };
  const turn = (to: Turn) => {
    const only = selection.isAll ? target : { ids: fitting(to).map(({ id }) => id) };
    run(
      () => turnChosenAction(slug, { target: only, to }),
      ({ done, skipped }) => {
        close();
        selection.clear();
        showToast(t(WORDS[to].done, { n: done, skipped }));
      },
    );
  };
  const isBeyondPage = selection.isAll && matching > rows.length;
  const turned = isBeyondPage ? matching : asking ? fitting(asking).length : 0;
  const cases = asking ? fitting(asking).reduce((sum, { id }) => sum + (open[id] ?? 0), 0) : 0;
  // Of rows that match no longer the page does not know the cases.
  const isBeyondCounts = asking && fitting(asking).some(({ id }) => !(id in open));
  const skipped = asking ? chosen.length - fitting(asking).length : 0;
  return (
    <>
      <BulkBar {...{ rows, matching }} note="">
        <ExportChosen />
        {(["live", "paused"] as const).map((to) =>
          isBeyondPage || fitting(to).length > 0 ? (
            <Button key={to} size="sm" onPress={() => setAsking(to)}>
              {t(WORDS[to].verb)}
            </Button>
          ) : null,
        )}
      </BulkBar>
      {asking ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={t(WORDS[asking].title, { n: turned })}
          verb={t(WORDS[asking].verb)}
          pending={pending}
          error={failure?.message}
          onConfirm={() => turn(asking)}
        >
          <div className="grid gap-2">
            <p>{t(WORDS[asking].body, { n: turned })}</p>
            {isBeyondPage ? null : (
              <ul className="list-disc ps-5">
                {fitting(asking).map(({ id, name }) => (
                  <li key={id}>{name}</li>
                ))}
              </ul>
            )}
            {asking === "live" ? null : isBeyondPage || isBeyondCounts ? (
              <p>{t("workflows.listAllGoOn")}</p>
            ) : (
              <p>{t("workflows.listGoOn", { n: cases })}</p>
            )}
            {skipped > 0 ? <p>{t("workflows.listSkip", { n: skipped })}</p> : null}
          </div>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
