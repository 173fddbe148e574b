"use client";

import { useState } from "react";
import { TextAreaField, TextField } from "@/components/ui/field";
import { zoneLabel } from "@/components/ui/time-text";
import { localParts, parseMoment } from "@/core/calendar/zone";
import { toRfc3339 } from "@/core/time";
import type { Sim } from "./use-simulation";

const DATA_CHARS_MAX = 4_000;

/** When the case opens, on the person's clock. */
export function StartField({ sim: { t, now, change } }: { sim: Sim }) {
  const { date, time } = localParts(Date.parse(now.startAt), now.zone);
  return (
    <TextField
      type="datetime-local"
      label={t("simulation.start", { city: zoneLabel(now.zone) })}
      value={`${date}T${time}`}
      onChange={({ target }) => {
        const at = parseMoment(target.value, now.zone);
        if (at !== null) change({ start: toRfc3339(at), t: undefined });
      }}
    />
  );
}

/** The due date: written into the data where it comes with the event, else in place of the rule. */
export function DueField({ sim: { t, now, run, change } }: { sim: Sim }) {
  const { dueText, dueAt, zone } = now;
  const at =
    dueText === null && dueAt === undefined ? run?.dueAt : parseMoment(dueText ?? dueAt, zone);
  return (
    <TextField
      type="date"
      label={t("simulation.due", { city: zoneLabel(zone) })}
      value={at == null ? "" : localParts(at, zone).date}
      onChange={({ target }) => change({ due: target.value || undefined, t: undefined })}
    />
  );
}

/** What the event brings. Text that is no JSON stays, and is not used. */
export function DataField({ sim: { t, now, change } }: { sim: Sim }) {
  const current = JSON.stringify(now.data, null, 2);
  const [draft, setDraft] = useState<{ text: string; from: string }>();
  const text = draft && (draft.from === current || !dataOf(draft.text)) ? draft.text : current;
  const isWrong = dataOf(text) === null;
  return (
    <details className="rounded-md border border-ft-subtle bg-ft-surface px-3 py-2">
      <summary className="cursor-pointer text-xs text-ft-2">{t("simulation.data")}</summary>
      <div className="mt-3">
        <TextAreaField
          label={t("simulation.dataJson")}
          hint={t("simulation.dataHint")}
          error={isWrong ? t("simulation.dataWrong") : undefined}
          rows={8}
          className="font-mono text-xs"
          spellCheck={false}
          maxLength={DATA_CHARS_MAX}
          value={text}
          onChange={({ target }) => {
            const data = dataOf(target.value);
            setDraft({ text: target.value, from: data ? JSON.stringify(data, null, 2) : current });
            if (data) change({ data, due: undefined, t: undefined });
          }}
        />
      </div>
    </details>
  );
}

function dataOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
    return isRecord ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
