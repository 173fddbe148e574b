"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { civilDateText } from "./civil-date";
import { SavedMark } from "./saved-mark";
import { type SaveResult, useSaved } from "./use-saved";

/** Dates in order; saved when one is added or taken away. */
export function DateList({
  label,
  hint,
  initial,
  locked,
  save,
}: {
  label: string;
  hint: string;
  initial: readonly string[];
  locked: boolean;
  save: (dates: string[]) => Promise<SaveResult>;
}) {
  const t = useText();
  const locale = useLocale();
  const input = useRef<HTMLFormElement>(null);
  const { value, status, commit, undo } = useSaved([...initial].sort(), save);
  const add = (date: string) => {
    if (date === "") return;
    void commit([...new Set([...value, date])].sort());
    input.current?.reset();
  };
  return (
    <div className="grid gap-2">
      <form
        ref={input}
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          add(String(new FormData(event.currentTarget).get("date")));
        }}
      >
        <div className="absolute end-0 top-0">
          <SavedMark status={status} undo={undo} field={label} />
        </div>
        {locked ? (
          <p className="ft-label">{label}</p>
        ) : (
          <div className="flex items-end gap-2">
            <TextField label={label} name="date" type="date" className="w-44" />
            <Button type="submit" aria-label={t("settings.addTo", { list: label })}>
              {t("common.add")}
            </Button>
          </div>
        )}
        <p className="ft-hint mt-1">{hint}</p>
      </form>
      {status.kind === "failed" ? (
        <p role="alert" className="ft-field-error">
          {status.message}
        </p>
      ) : null}
      {value.length === 0 ? null : (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {value.map((date) => (
            <li key={date}>
              {locked ? (
                <span className="ft-chip">{civilDateText(date, locale)}</span>
              ) : (
                <button
                  type="button"
                  className="ft-chip cursor-pointer"
                  onClick={() => void commit(value.filter((other) => other !== date))}
                >
                  {civilDateText(date, locale)}
                  <X aria-hidden="true" />
                  <span className="sr-only">{t("common.remove")}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
