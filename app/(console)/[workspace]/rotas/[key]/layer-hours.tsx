"use client";

import { byDay } from "@/components/settings/day-hours";
import { WeekHours } from "@/components/settings/week-hours";
import { useText } from "@/components/text/text-provider";
import { CheckboxField } from "@/components/ui/field";
import { WEEKDAYS, type Weekday } from "@/core/calendar/civil";
import type { LayerProps } from "./layer-card";

/** What a restricted layer begins with: the hours in which nobody works. */
const NIGHTS = byDay([{ days: [...WEEKDAYS], from: "18:00", to: "08:00" }]);

/** Whether the layer covers all hours or only some. */
export function LayerHours({
  layer,
  locked,
  weekdays,
  errorIn,
  onChange,
}: LayerProps & { weekdays: Record<Weekday, string> }) {
  const t = useText();
  const { hours } = layer;
  const error = errorIn("hours");
  return (
    <div className="grid gap-2">
      <CheckboxField
        label={t("rotas.onlyHours")}
        hint={t("rotas.onlyHoursHint")}
        disabled={locked}
        checked={hours !== null}
        onChange={({ target }) => onChange({ ...layer, hours: target.checked ? NIGHTS : null })}
      />
      {hours ? (
        <WeekHours
          value={hours}
          weekdays={weekdays}
          locked={locked}
          edit={(next) => onChange({ ...layer, hours: next })}
          commit={(next) => onChange({ ...layer, hours: next })}
        />
      ) : null}
      {error ? (
        <p role="alert" className="ft-field-error">
          {error}
        </p>
      ) : null}
    </div>
  );
}
