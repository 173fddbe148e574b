"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { TextAreaField, TextField } from "@/components/ui/field";
import { zoneLabel } from "@/components/ui/time-text";
import { useAction } from "@/components/ui/use-action";
import { movePlannedAction, sendPlannedAction, takePlannedOutAction } from "./actions";
import { Moves, usePreview } from "./moves";
import { VerbDialog, type VerbProps } from "./verb-dialog";

/** A planned message: what it is, and all that its step sends with it. */
export type PlannedTarget = { step: string; messageId: string | null; what: string[] };
export type PlannedVerb = PlannedTarget & { do: "send_now" | "take_out" | "move" };

const REASON_MAX = 500;

/** Sends a planned message now, takes it out of the plan, or moves it: after the plan that follows was seen. */
export function ChangePlannedDialog({
  planned,
  zone,
  number,
  slug,
  onClose,
  ...seen
}: VerbProps & { planned: PlannedVerb; zone: string }) {
  const t = useText();
  const { pending, failure, run, forget } = useAction();
  const [to, setTo] = useState("");
  const { do: kind, step, messageId, what } = planned;
  const target = { step, ...(messageId !== null && { messageId }) };
  const change =
    kind !== "move"
      ? { kind, ...target }
      : to.trim() === ""
        ? null
        : { kind, ...target, to: to.trim() };
  const preview = usePreview(slug, seen.caseId, change);
  const at = preview?.at?.iso;
  const submit = (form: FormData) => {
    if (kind === "send_now") run(() => sendPlannedAction(slug, { ...seen, ...target }), onClose);
    else if (kind === "take_out") {
      const reason = String(form.get("reason"));
      run(() => takePlannedOutAction(slug, { ...seen, ...target, reason }), onClose);
    } else if (at) run(() => movePlannedAction(slug, { ...seen, ...target, to: at }), onClose);
  };
  const words = {
    send_now: { title: "case.sendNowTitle", verb: "case.sendNow", note: "case.sendNowNote" },
    take_out: { title: "case.skipTitle", verb: "case.skip", note: "case.skipNote" },
    move: { title: "case.moveTitle", verb: "case.move", note: "case.moveNote" },
  } as const;
  const { title, verb, note } = words[kind];
  return (
    <VerbDialog
      title={t(title, { number })}
      verb={t(verb)}
      focusCancel={kind === "send_now"}
      disabled={kind === "move" && !at}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <ul className="grid gap-1">
        {what.map((line) => (
          <li key={line} className="font-medium">
            {line}
          </li>
        ))}
      </ul>
      <p className="text-ft-2">{t(note)}</p>
      {kind === "take_out" ? (
        <TextAreaField
          label={t("case.reason")}
          hint={t("case.reasonHint")}
          name="reason"
          required
          maxLength={REASON_MAX}
        />
      ) : null}
      {kind === "move" ? (
        <TextField
          label={t("case.when", { place: zoneLabel(zone) })}
          hint={
            preview?.at
              ? preview.at.yours
                ? t("case.whenBoth", { person: preview.at.person, yours: preview.at.yours })
                : preview.at.person
              : t("case.whenHint")
          }
          autoFocus
          autoComplete="off"
          required
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      ) : null}
      {change ? <Moves title={t("case.whatMoves")} preview={preview} /> : null}
    </VerbDialog>
  );
}
