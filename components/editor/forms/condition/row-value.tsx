"use client";

import { useText } from "@/components/text/text-provider";
import { OP_VALUE, ROW_LIST_MAX } from "@/core/condition/row";
import { BARE_DATE } from "@/core/condition/write-rows";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/core/time";
import type { ConditionField } from "@/core/workflow/condition-fields";
import { useDraft } from "../use-draft";
import { type DraftRow, listOf, listText, scalarOf, scalarText } from "./condition-draft";

type Value = DraftRow["value"];
type Props = {
  row: DraftRow;
  field: ConditionField;
  readOnly: boolean;
  onChange: (value: NonNullable<Value>) => void;
};

/** What a field is compared with. */
export function RowValue(props: Props) {
  const { row, field, readOnly, onChange } = props;
  const t = useText();
  switch (OP_VALUE[row.op]) {
    case "none":
      return null;
    case "span":
      return <SpanValue {...props} />;
    case "date":
      return <DateValue {...props} />;
    case "scalar":
      if (field.choices.length === 0) return <TypedValue {...props} />;
      return (
        <select
          className="ft-input w-auto min-w-28 flex-1"
          aria-label={t("conditions.value")}
          disabled={readOnly}
          value={row.value === undefined || row.value === null ? "" : String(row.value)}
          onChange={({ target }) => onChange(target.value)}
        >
          {field.choices.some((choice) => choice === row.value) ? null : (
            <option value={String(row.value ?? "")}>{String(row.value ?? "")}</option>
          )}
          {field.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      );
    default:
      return <TypedValue {...props} />;
  }
}

function TypedValue({ row, field, readOnly, onChange }: Props) {
  const t = useText();
  const shape = OP_VALUE[row.op];
  const { draft, edit, leave, unfinished } = useDraft<Value, string>({
    value: row.value,
    toDraft: textOfValue,
    toValue: (text) => {
      const value = typedValue(text, shape, row.value, field.kind);
      return value === null ? null : { value };
    },
    onChange: (value) => {
      if (value !== undefined && value !== null) onChange(value);
    },
  });
  const isList = shape === "list";
  return (
    <div className="min-w-28 flex-1">
      <input
        className="ft-input"
        aria-label={isList ? t("conditions.values") : t("conditions.value")}
        aria-invalid={unfinished}
        placeholder={isList ? t("conditions.valuesHint") : undefined}
        inputMode={shape === "number" ? "decimal" : "text"}
        autoComplete="off"
        readOnly={readOnly}
        value={draft}
        onChange={({ target }) => edit(target.value)}
        onBlur={leave}
      />
    </div>
  );
}

function textOfValue(value: Value): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? listText(value) : scalarText(value);
}

function typedValue(text: string, shape: string, before: Value, kind: string) {
  if (shape === "number") {
    const n = Number(text.trim().replace(",", "."));
    return text.trim() !== "" && Number.isFinite(n) ? n : null;
  }
  if (shape === "text") {
    const value = scalarOf(text, "", "text");
    return value === null ? null : String(value);
  }
  if (shape === "list") {
    const values = listOf(text, before, kind);
    return values && values.length <= ROW_LIST_MAX ? values : null;
  }
  return scalarOf(text, before, kind);
}

function DateValue({ row, readOnly, onChange }: Props) {
  const t = useText();
  const text = typeof row.value === "string" ? row.value : "";
  const isMoment = text !== "" && !BARE_DATE.test(text);
  return (
    <input
      className="ft-input w-auto min-w-36 flex-1"
      type={isMoment ? "text" : "date"}
      aria-label={t("conditions.date")}
      readOnly={readOnly || isMoment}
      value={text}
      onChange={({ target }) => {
        if (BARE_DATE.test(target.value)) onChange(target.value);
      }}
    />
  );
}

const UNITS = [
  { unit: "day", ms: DAY_MS },
  { unit: "hour", ms: HOUR_MS },
  { unit: "minute", ms: MINUTE_MS },
  { unit: "second", ms: SECOND_MS },
] as const;
type Unit = (typeof UNITS)[number]["unit"];
type SpanDraft = { n: string; unit: Unit };
const SPAN_HOURS_MAX = 999_999;

function SpanValue({ row, readOnly, onChange }: Props) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<Value, SpanDraft>({
    value: row.value,
    toDraft: (value) => {
      const ms = typeof value === "number" ? value : 0;
      const { unit, ms: unitMs } = UNITS.find((one) => ms % one.ms === 0) ?? UNITS[3];
      return { n: String(ms / unitMs), unit };
    },
    toValue: ({ n, unit }) => {
      const ms = Number(n) * (UNITS.find((one) => one.unit === unit)?.ms ?? DAY_MS);
      return /^\d{1,6}$/.test(n.trim()) && ms > 0 && ms <= SPAN_HOURS_MAX * HOUR_MS
        ? { value: ms }
        : null;
    },
    onChange: (value) => {
      if (typeof value === "number") onChange(value);
    },
  });
  const names: Record<Unit, string> = {
    day: t("forms.unitDay"),
    hour: t("forms.unitHour"),
    minute: t("forms.unitMinute"),
    second: t("conditions.unitSecond"),
  };
  return (
    <>
      <input
        className="ft-input w-16"
        aria-label={t("forms.howMany")}
        aria-invalid={unfinished}
        inputMode="numeric"
        autoComplete="off"
        readOnly={readOnly}
        value={draft.n}
        onChange={({ target }) => edit({ ...draft, n: target.value })}
        onBlur={leave}
      />
      <select
        className="ft-input w-auto min-w-24 flex-1"
        aria-label={t("forms.unit")}
        disabled={readOnly}
        value={draft.unit}
        onChange={({ target }) =>
          edit({ ...draft, unit: UNITS.find(({ unit }) => unit === target.value)?.unit ?? "day" })
        }
      >
        {UNITS.map(({ unit }) => (
          <option key={unit} value={unit}>
            {names[unit]}
          </option>
        ))}
      </select>
    </>
  );
}
