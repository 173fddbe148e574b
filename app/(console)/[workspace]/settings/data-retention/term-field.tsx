"use client";

import { useState } from "react";
import { Marked, SavedMark } from "@/components/settings/saved-mark";
import { type SaveResult, useSaved } from "@/components/settings/use-saved";
import { useText } from "@/components/text/text-provider";
import { answerOf } from "@/components/ui/action-answer";
import { ConfirmDialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { saveSettingsAction } from "../actions";
import { countTermAction } from "./actions";

export type Term = "closedCaseDays" | "messageContentDays" | "eventDays" | "auditDays";

const DAYS_MAX = 36_500;

/** A number of days, empty for good. A shorter term says what it would remove before it is saved. */
export function TermField({
  slug,
  term,
  initial,
  locked,
}: {
  slug: string;
  term: Term;
  initial: number | null;
  locked: boolean;
}) {
  const t = useText();
  const [asked, setAsked] = useState<{ days: number; count: number }>();
  const [refused, setRefused] = useState<string>();
  const [stored, setStored] = useState(initial);
  const save = async (text: string): Promise<SaveResult> => {
    const days = text === "" ? null : Number(text);
    const result = await saveSettingsAction(slug, { retention: { [term]: days } });
    if (result.ok) setStored(days);
    return result;
  };
  const { value, status, edit, commit, undo } = useSaved(
    initial === null ? "" : `${initial}`,
    save,
  );
  const label = t(`settings.${term}`);

  const leave = async () => {
    const text = value.trim();
    const days = text === "" ? null : Number(text);
    if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= DAYS_MAX)) {
      return setRefused(t("settings.daysWrong", { max: DAYS_MAX }));
    }
    setRefused(undefined);
    const isShorter = days !== null && (stored === null || days < stored);
    if (!isShorter || locked) return void commit(text);
    const counted = await answerOf(() => countTermAction(slug, { what: term, days }), t);
    if (!counted.ok) return setRefused(counted.message);
    if (counted.value === 0) return void commit(text);
    setAsked({ days, count: counted.value });
  };

  const error = refused ?? (status.kind === "failed" ? status.message : undefined);
  return (
    <Marked mark={<SavedMark status={status} undo={undo} field={label} />}>
      <TextField
        label={label}
        hint={t(`settings.${term}Hint`)}
        error={error}
        inputMode="numeric"
        placeholder={t("settings.forGood")}
        className="max-w-48"
        value={value}
        readOnly={locked}
        onChange={(event) => edit(event.target.value)}
        onBlur={() => void leave()}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
      <ConfirmDialog
        open={asked !== undefined}
        onOpenChange={(open) => {
          if (open) return;
          setAsked(undefined);
          edit(stored === null ? "" : `${stored}`);
        }}
        title={label}
        danger
        verb={t("settings.termVerb", { days: asked?.days ?? 0 })}
        onConfirm={() => {
          setAsked(undefined);
          void commit(value.trim());
        }}
      >
        <p>{t(`settings.${term}Count`, { n: asked?.count ?? 0 })}</p>
        <p className="mt-2">{t("settings.termStays")}</p>
      </ConfirmDialog>
    </Marked>
  );
}
