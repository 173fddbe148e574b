"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { TextField } from "@/components/ui/field";
import { zoneLabel } from "@/components/ui/time-text";
import { useAction } from "@/components/ui/use-action";
import type { CaseBefore } from "@/core/case/take-back";
import { snoozeAction } from "./actions";
import { Moves, usePreview } from "./moves";
import { useTakenBack } from "./use-taken-back";
import { VerbDialog, type VerbProps } from "./verb-dialog";

/** A preset with its moment on the person's clock, and on the operator's where it is another one. */
export type SnoozeChoice = { label: string; until: string; shown: string; yours: string | null };

const OTHER = "other";

export function SnoozeDialog({
  number,
  choices,
  zone,
  before,
  slug,
  onClose,
  ...seen
}: VerbProps & { choices: SnoozeChoice[]; zone: string; before: CaseBefore }) {
  const t = useText();
  const offerUndo = useTakenBack(slug);
  const { pending, failure, run, forget } = useAction();
  const [chosen, setChosen] = useState(choices[0]?.until ?? OTHER);
  const [text, setText] = useState("");
  const until = chosen === OTHER ? text.trim() : chosen;
  const preview = usePreview(slug, seen.caseId, until === "" ? null : { kind: "snooze", until });
  const at = chosen === OTHER ? preview?.at?.iso : chosen;
  const submit = () => {
    if (!at) return;
    run(
      () => snoozeAction(slug, { ...seen, until: at }),
      () => {
        onClose();
        const words = {
          done: t("case.snoozed", { number }),
          undone: t("case.unsnoozed", { number }),
        };
        offerUndo(seen.caseId, { verb: "snooze", until: at }, before, words);
      },
    );
  };
  const place = zoneLabel(zone);
  return (
    <VerbDialog
      title={t("case.snoozeTitle", { number })}
      verb={t("case.snoozeVerb")}
      disabled={!at}
      {...{ pending, failure, onClose }}
      onForget={forget}
      onSubmit={submit}
    >
      <fieldset className="grid gap-1">
        <legend className="ft-label mb-1">{t("case.until", { place })}</legend>
        {[...choices, { label: t("case.otherMoment"), until: OTHER, shown: "", yours: null }].map(
          ({ label, until: value, shown, yours }) => (
            <label key={value} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="radio"
                name="choice"
                value={value}
                checked={chosen === value}
                onChange={() => setChosen(value)}
                className="size-4 shrink-0 accent-(--ft-ink)"
              />
              <span className="flex-1">{label}</span>
              <span className="text-end text-ft-3">
                {shown}
                {yours ? (
                  <span className="block text-xs">{t("case.forYou", { yours })}</span>
                ) : null}
              </span>
            </label>
          ),
        )}
      </fieldset>
      {chosen === OTHER ? (
        <TextField
          label={t("case.when", { place })}
          hint={
            preview?.at
              ? preview.at.yours
                ? t("case.whenBoth", { person: preview.at.person, yours: preview.at.yours })
                : preview.at.person
              : t("case.whenHint")
          }
          autoFocus
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
        />
      ) : null}
      {until === "" ? null : <Moves title={t("case.whatMoves")} preview={preview} />}
      <p className="text-ft-2">{t("case.snoozeNote")}</p>
    </VerbDialog>
  );
}
