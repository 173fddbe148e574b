"use client";

import { useText } from "@/components/text/text-provider";
import { SelectField, TextField } from "@/components/ui/field";
import { TURN_DAYS_MAX } from "@/core/rota/rota";
import type { LayerProps } from "./layer-card";
import type { TurnUnit } from "./rota-draft";

const UNITS = {
  day: "rotas.unitDay",
  week: "rotas.unitWeek",
  rule: "rotas.unitRule",
} as const satisfies Record<TurnUnit, string>;

/** How long a turn is: so many days or weeks, or by a rule. */
export function RotationFields({ layer, locked, errorAt, onChange }: LayerProps) {
  const t = useText();
  return (
    <div className="grid items-start gap-4 sm:grid-cols-3">
      <SelectField
        label={t("rotas.turnsBy")}
        disabled={locked}
        value={layer.unit}
        error={errorAt("rotation")}
        onChange={({ target }) => onChange({ ...layer, unit: target.value as TurnUnit })}
      >
        {(Object.keys(UNITS) as TurnUnit[]).map((unit) => (
          <option key={unit} value={unit}>
            {t(UNITS[unit])}
          </option>
        ))}
      </SelectField>
      {layer.unit === "rule" ? (
        <div className="sm:col-span-2">
          <TextField
            label={t("rotas.rule")}
            hint={t("rotas.ruleHint")}
            className="font-mono"
            autoComplete="off"
            spellCheck={false}
            readOnly={locked}
            value={layer.rule}
            error={errorAt("rotation.rrule")}
            onChange={({ target }) => onChange({ ...layer, rule: target.value })}
          />
        </div>
      ) : (
        <TextField
          label={t(layer.unit === "day" ? "teams.shiftDays" : "rotas.shiftWeeks")}
          type="number"
          min={1}
          max={TURN_DAYS_MAX}
          readOnly={locked}
          value={layer.every}
          error={errorAt("rotation.every")}
          onChange={({ target }) => onChange({ ...layer, every: target.value })}
        />
      )}
    </div>
  );
}
