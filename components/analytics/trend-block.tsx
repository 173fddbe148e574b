"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import type { ActionAnswer } from "@/components/ui/action-answer";
import { Button, IconButton } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { showToast } from "@/components/ui/toast";
import { useAction } from "@/components/ui/use-action";
import type { TrendReport } from "@/core/contracts/analytics/trend";
import { ChartFrame } from "./chart-frame";
import type { Definition } from "./defined";
import { NoteDialog } from "./note-dialog";
import { dayText, stepText } from "./step-text";
import { TrendChart } from "./trend-chart";

/** What happened beside the numbers, in the reader's words. */
export type Happened = {
  /** The step it stands at, as the points have it. */
  step: string;
  day: string;
  /** On the chart. */
  sign: string;
  words: string;
  /** To the same page of the workflow alone. */
  href: string | undefined;
  /** A note may be deleted by its id. */
  note: string | undefined;
};

type Notes = {
  /** Beside whose numbers they stand; those of all without it. */
  workflow: string | undefined;
  add: (note: { day: string; text: string; workflow?: string }) => Promise<ActionAnswer<unknown>>;
  remove: (note: { id: string }) => Promise<ActionAnswer<unknown>>;
};

const COUNTS = ["opened", "responded", "resolved", "escalated"] as const;

/** How many cases were opened and what became of them, step by step. */
export function TrendBlock({
  report,
  happened,
  finding,
  definition,
  axis,
  csvHref,
  zoomHref,
  lastDay,
  notes,
}: {
  report: Pick<TrendReport, "points" | "grain">;
  happened: readonly Happened[];
  finding: string;
  definition: Definition;
  /** What the steps are, and in which zone. */
  axis: string;
  csvHref: string;
  zoomHref: string;
  lastDay: string;
  /** Absent for those who may write none. */
  notes: Notes | undefined;
}) {
  const t = useText();
  const locale = useLocale();
  const router = useRouter();
  const [noteDay, setNoteDay] = useState<string>();
  const { pending, run } = useAction("toast");
  const { points, grain } = report;
  const stepHead = t(`analytics.step_${grain}`);
  const columns = [
    { label: stepHead },
    ...COUNTS.map((field) => ({ label: t(`analytics.${field}`), number: true })),
    { label: t("analytics.stillOpen"), number: true },
  ];
  return (
    <>
      <ChartFrame
        {...{ finding, definition, csvHref }}
        file="trend"
        actions={
          notes ? (
            <Button size="sm" look="tertiary" onPress={() => setNoteDay(lastDay)}>
              {t("analytics.addNote")}
            </Button>
          ) : null
        }
        table={
          <Table caption={finding} columns={columns}>
            {points.map((point) => (
              <tr key={point.at}>
                <th scope="row">{stepText(point.at, grain, locale, "long")}</th>
                {COUNTS.map((field) => (
                  <td key={field} className="ft-number" data-label={t(`analytics.${field}`)}>
                    {point[field].toLocaleString(locale)}
                  </td>
                ))}
                <td className="ft-number" data-label={t("analytics.stillOpen")}>
                  {point.open.toLocaleString(locale)}
                </td>
              </tr>
            ))}
          </Table>
        }
        note={
          happened.length === 0 ? null : (
            <div className="pt-3">
              <h3 className="text-xs font-semibold text-ft-2">{t("analytics.happened")}</h3>
              <ul className="grid text-xs">
                {happened.map((one) => (
                  <li
                    key={`${one.day} ${one.note ?? one.words}`}
                    className="flex min-h-7 items-center gap-2"
                  >
                    <span className="w-8 shrink-0 text-ft-2">{one.sign}</span>
                    <span className="w-24 shrink-0 text-ft-3">{dayText(one.day, locale)}</span>
                    <span className="min-w-0 break-words">
                      {one.href ? (
                        <Link href={one.href} className="ft-link">
                          {one.words}
                        </Link>
                      ) : (
                        one.words
                      )}
                    </span>
                    {notes && one.note ? (
                      <IconButton
                        size="sm"
                        label={t("analytics.noteRemove", { text: one.words })}
                        isDisabled={pending}
                        onPress={() =>
                          run(
                            () => notes.remove({ id: one.note ?? "" }),
                            () => {
                              showToast(t("analytics.noteRemoved"));
                              router.refresh();
                            },
                          )
                        }
                      >
                        <Trash2 aria-hidden="true" />
                      </IconButton>
                    ) : null}
                  </li>
                ))}
              </ul>
            </div>
          )
        }
      >
        <TrendChart
          report={report}
          marks={marksOf(happened)}
          summary={finding}
          zoomHref={zoomHref}
          lastDay={lastDay}
          onNote={notes && setNoteDay}
        />
        <p className="pt-1 text-xs text-ft-3">{axis}</p>
      </ChartFrame>
      {notes && noteDay !== undefined ? (
        <NoteDialog
          day={noteDay}
          lastDay={lastDay}
          onSave={(note) =>
            notes.add(notes.workflow ? { ...note, workflow: notes.workflow } : note)
          }
          onClose={(saved) => {
            setNoteDay(undefined);
            if (!saved) return;
            showToast(t("analytics.noteAdded"));
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}

/** One line at a step, with the signs of all that happened there. */
const marksOf = (happened: readonly Happened[]) =>
  [...Map.groupBy(happened, ({ step }) => step)].map(([at, some]) => ({
    at,
    sign: [...new Set(some.map(({ sign }) => sign))].join(" "),
  }));
