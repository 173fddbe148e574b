"use client";

import { useText } from "@/components/text/text-provider";
import { type LengthDraft, type LengthUnit, UNITS } from "../length-draft";

/** A number and its unit in one line. Units beyond the usual ones are offered only where one stands. */
export function LengthInput({
  draft,
  edit,
  readOnly,
  invalid,
  units = UNITS,
}: {
  draft: LengthDraft;
  edit: (next: LengthDraft) => void;
  readOnly: boolean;
  invalid: boolean;
  units?: readonly LengthUnit[];
}) {
  const t = useText();
  const offered = units.includes(draft.unit) ? units : [...units, draft.unit];
  const names: Record<LengthUnit, string> = {
    minute: t("forms.unitMinute"),
    hour: t("forms.unitHour"),
    day: t("forms.unitDay"),
    week: t("forms.unitWeek"),
    month: t("forms.unitMonth"),
    business_day: t("forms.unitBusinessDay"),
    iso: t("forms.unitIso"),
  };
  return (
    <>
      <input
        className={`ft-input ${draft.unit === "iso" ? "w-32" : "w-20"}`}
        aria-label={t("forms.howMany")}
        aria-invalid={invalid}
        inputMode={draft.unit === "iso" ? "text" : "numeric"}
        autoComplete="off"
        readOnly={readOnly}
        value={draft.n}
        onChange={({ target }) => edit({ ...draft, n: target.value })}
      />
      <select
        className="ft-input w-auto min-w-32 flex-1"
        aria-label={t("forms.unit")}
        disabled={readOnly}
        value={draft.unit}
        onChange={({ target }) => edit({ ...draft, unit: target.value as LengthUnit })}
      >
        {offered.map((unit) => (
          <option key={unit} value={unit}>
            {names[unit]}
          </option>
        ))}
      </select>
    </>
  );
}
