"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import { zoneLabel } from "@/components/ui/time-text";
import { useAction } from "@/components/ui/use-action";
import { moveDueAction } from "./actions";
import { Moves, usePreview } from "./moves";
import { VerbDialog, type VerbProps } from "./verb-dialog";

export function DueDialog({
  number,
  zone,
  date: firstDate,
  slug,
  onClose,
  ...seen
}: VerbProps & { zone: string; date: string }) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const [date, setDate] = useState(firstDate);
  const [time, setTime] = useState("");
  const due = date === "" ? "" : time === "" ? date : `${date}T${time}`;
  const preview = usePreview(slug, seen.caseId, due === "" ? null : { kind: "due", due });
  return (
    <VerbDialog
      title={t("case.dueTitle", { number })}
      verb={t("case.dueVerb")}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={() => run(() => moveDueAction(slug, { ...seen, due }), onClose)}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("case.dueDate")}
          type="date"
          required
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <TextField
          label={t("case.dueTime")}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
      </div>
      <p className="text-ft-2">{t("case.dueNote", { place: zoneLabel(zone) })}</p>
      {due === "" ? (
        <p className="text-ft-3">{t("case.pickDate")}</p>
      ) : (
        <Moves title={t("case.planWouldBe")} preview={preview} />
      )}
    </VerbDialog>
  );
}
