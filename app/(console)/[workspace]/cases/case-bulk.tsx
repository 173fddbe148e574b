"use client";

import { useEffect, useState } from "react";
import { BulkBar } from "@/components/lists/bulk-bar";
import { useList } from "@/components/lists/list-context";
import type { ListRow } from "@/components/lists/list-row";
import { useShownRows } from "@/components/lists/shown-rows";
import { useText } from "@/components/text/text-provider";
import { answerOf } from "@/components/ui/action-answer";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import { CASES_AT_ONCE_MAX } from "@/core/case/bulk-limits";
import { isTakenBack, type TakenBack } from "@/core/case/take-back";
import { viewQuery } from "@/core/filter/list-address";
import { ExportChosen } from "../_lists/export-chosen";
import { bulk, closedAmong, undoBulk } from "./actions";
import { BulkConfirm } from "./bulk-confirm";
import { BulkProgress } from "./bulk-progress";
import type { BulkState } from "./bulk-state";
import { type BulkVerb, DONE_WORDS, UNDONE_WORDS } from "./bulk-words";

type Choice = { id: string; label: string };

export type CaseBulkProps = {
  slug: string;
  rows: readonly ListRow[];
  matching: number;
  snoozes: readonly Choice[];
  teams: readonly Choice[];
  people: readonly Choice[];
  /** A job of the operator's that goes on since before the page was opened. */
  running: BulkState | null;
};

/** The verbs for the chosen cases. */
export function CaseBulk({ slug, rows, matching, running, ...choices }: CaseBulkProps) {
  const t = useText();
  const { list, address, selection } = useList();
  const { pending, run: act } = useAction("toast");
  const [asking, setAsking] = useState<"resolve" | "escalate" | "cancel">();
  const [job, setJob] = useState(running ?? undefined);
  const query = viewQuery(list, address);
  const count = selection.isAll ? matching : selection.ids.size;
  const closed = useClosed(slug, query);
  const target = selection.isAll ? { query } : { ids: [...selection.ids] };

  const tell = (state: BulkState, verb: BulkVerb) => {
    const skipped = state.refused;
    const message = t(DONE_WORDS[verb], { n: state.done, skipped });
    const canUndo = isTakenBack(verb) && state.done > 0;
    showToast(
      message,
      canUndo ? { action: { label: t("common.undo"), run: () => undo(state.id, verb) } } : {},
    );
  };
  const undo = (jobId: string, verb: TakenBack) =>
    void act(
      () => undoBulk(slug, { jobId }),
      ({ done }) => showToast(t(UNDONE_WORDS[verb], { n: done })),
    );
  const run = async (verb: BulkVerb, params: Record<string, unknown>) => {
    await act(
      () => bulk(slug, { target, verb, params }),
      (state) => {
        selection.clear();
        if (state.isRunning) setJob(state);
        else tell(state, verb);
      },
    );
    setAsking(undefined);
  };
  const resolve = () => (count > CASES_AT_ONCE_MAX ? setAsking("resolve") : run("resolve", {}));
  return (
    <>
      {job ? (
        <BulkProgress key={job.id} slug={slug} job={job} onClose={() => setJob(undefined)} />
      ) : null}
      <BulkBar
        rows={rows}
        matching={matching}
        note={closed > 0 ? t("cases.listSkipClosed", { n: closed }) : ""}
      >
        <Menu
          label={t("cases.listSnooze")}
          onAction={(until) => run("snooze", { until })}
          sections={[{ items: [...choices.snoozes] }]}
          trigger={<Button size="sm">{t("cases.listSnooze")}</Button>}
        />
        <Menu
          label={t("cases.listReassign")}
          onAction={(owner) => run("reassign", ownerOf(owner))}
          sections={[
            { heading: t("cases.listTeams"), items: [...choices.teams] },
            { heading: t("cases.listPeople"), items: [...choices.people] },
          ].filter(({ items }) => items.length > 0)}
          trigger={<Button size="sm">{t("cases.listReassign")}</Button>}
        />
        <MoreMenu
          label={t("cases.listMoreVerbs")}
          size="sm"
          onAction={(verb) => setAsking(verb === "escalate" ? "escalate" : "cancel")}
          sections={[
            {
              items: [
                { id: "escalate", label: `${t("cases.listEscalate")}…` },
                { id: "cancel", label: `${t("cases.listCancel")}…` },
              ],
            },
          ]}
        />
        <ExportChosen />
        <Button size="sm" look="primary" pending={pending} onPress={resolve}>
          {t("cases.listResolve")}
        </Button>
      </BulkBar>
      {asking ? (
        <BulkConfirm
          verb={asking}
          count={count}
          closed={closed}
          pending={pending}
          onConfirm={(params) => run(asking, params)}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
    </>
  );
}

const ownerOf = (choice: string): Record<string, string> =>
  choice.startsWith("team:")
    ? { team: choice.slice("team:".length) }
    : { personId: choice.slice("person:".length) };

/** How many of the chosen are closed: seen in the rows, or asked for when all that match are chosen. */
function useClosed(slug: string, query: string): number {
  const t = useText();
  const { selection } = useList();
  const rows = useShownRows();
  const [among, setAmong] = useState<{ query: string; n: number }>();
  const { isAll, ids } = selection;
  useEffect(() => {
    if (!isAll) return;
    let isOld = false;
    void answerOf(() => closedAmong(slug, { query }), t).then((result) => {
      if (result.ok && !isOld) setAmong({ query, n: result.value });
    });
    return () => {
      isOld = true;
    };
  }, [slug, isAll, query, t]);
  if (isAll) return among?.query === query ? among.n : 0;
  return rows.filter(({ id, marks }) => ids.has(id) && marks.includes("closed")).length;
}
