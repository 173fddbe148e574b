"use client";

import { useId } from "react";
import { useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { HOUR_MS, MINUTE_MS } from "@/core/time";
import { LandingTable } from "./landing-table";
import type { Preview } from "./use-publishing";

const SPREADS = [0, 30, 60, 120, 240, 480, 1_440];
const HOUR_MINUTES = HOUR_MS / MINUTE_MS;

export type InFlight = "finish" | "move";

/** What becomes of the cases that are open: they finish on their version, or move. */
export function InFlightChoice({
  preview,
  value,
  onChange,
  spread,
  onSpread,
}: {
  preview: Preview;
  value: InFlight;
  onChange: (value: InFlight) => void;
  spread: number;
  onSpread: (minutes: number) => void;
}) {
  const t = useText();
  const id = useId();
  const { version, impact } = preview;
  const [first, ...others] = new Set(impact.landing.map((row) => row.version));
  const finish =
    first !== undefined && others.length === 0
      ? t("versions.finish", { from: first, version })
      : t("versions.finishOwn", { version });
  const soon = impact.landing.reduce((sum, { next }) => sum + (next?.soon ?? 0), 0);
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="ft-label mb-1">
        {t("versions.inFlightTitle", { n: impact.inFlight })}
      </legend>
      {(["finish", "move"] as const).map((choice) => (
        <div key={choice} className="flex min-h-6 items-start gap-2 pointer-coarse:min-h-11">
          <input
            type="radio"
            id={`${id}-${choice}`}
            name="inFlight"
            checked={value === choice}
            onChange={() => onChange(choice)}
            className="mt-0.5 size-4 shrink-0 accent-(--ft-ink)"
          />
          <label htmlFor={`${id}-${choice}`}>
            {choice === "finish" ? (
              <>
                {finish} <span className="text-ft-3">({t("versions.recommended")})</span>
              </>
            ) : (
              t("versions.move", { version })
            )}
          </label>
        </div>
      ))}
      <LandingTable preview={preview} />
      {value === "move" && soon > 0 ? (
        <SelectField
          label={`${t("versions.spread")}: ${soon}`}
          hint={t("versions.spreadHint")}
          value={spread}
          onChange={(event) => onSpread(Number(event.target.value))}
        >
          {SPREADS.map((n) => (
            <option key={n} value={n}>
              {n === 0
                ? t("versions.spreadNone")
                : n < HOUR_MINUTES
                  ? t("versions.spreadMinutes", { n })
                  : t("versions.spreadHours", { n: n / HOUR_MINUTES })}
            </option>
          ))}
        </SelectField>
      ) : null}
    </fieldset>
  );
}
