"use client";

import { useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { SelectField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { absoluteText, clockText, zoneLabel } from "@/components/ui/time-text";
import type { RotaFacts } from "@/core/rota/rota";
import { shiftsBetween } from "@/core/rota/shifts";
import { type Instant, toRfc3339 } from "@/core/time";
import { Lanes } from "./lanes";
import { dayBegan, daysOn, gapsOf } from "./timeline-lanes";

const WEEKS = [2, 4, 12] as const;
const WEEK_DAYS = 7;
const GAPS_SHOWN = 6;

/** Who is on call in the next weeks, as bars and as a list; when nobody is stands first. */
export function Timeline({
  rota,
  now,
  nameOf,
  isPreview,
}: {
  /** Null: what is written does not make a plan yet. */
  rota: RotaFacts | null;
  now: Instant;
  nameOf: (personId: string) => string;
  /** What is shown is not saved yet. */
  isPreview: boolean;
}) {
  const t = useText();
  const [weeks, setWeeks] = useState<number>(WEEKS[1]);
  return (
    <section aria-labelledby="timeline" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id="timeline" className="scroll-mt-28 text-base font-semibold">
            {t("rotas.timeline")}
          </h2>
          <p className="text-xs text-ft-3" role="status">
            {t(rota === null ? "rotas.unfinished" : isPreview ? "rotas.preview" : "rotas.asSaved")}
          </p>
        </div>
        <SelectField
          label={t("rotas.span")}
          value={weeks}
          onChange={({ target }) => setWeeks(Number(target.value))}
        >
          {WEEKS.map((n) => (
            <option key={n} value={n}>
              {t("rotas.weeks", { n })}
            </option>
          ))}
        </SelectField>
      </div>
      {rota ? <Shown {...{ rota, now, nameOf, weeks }} /> : null}
    </section>
  );
}

function Shown({
  rota,
  now,
  nameOf,
  weeks,
}: {
  rota: RotaFacts;
  now: Instant;
  nameOf: (personId: string) => string;
  weeks: number;
}) {
  const t = useText();
  const zone = rota.timeZone;
  const from = dayBegan(now, zone);
  const until = daysOn(from, weeks * WEEK_DAYS, zone);
  const shifts = shiftsBetween(rota, from, until);
  const ahead = gapsOf(shifts).filter((gap) => gap.until > now);
  return (
    <>
      {ahead.length > 0 ? (
        <Note tone="due">
          <p className="font-semibold">{t("rotas.gaps", { n: ahead.length })}</p>
          <ul>
            {ahead.slice(0, GAPS_SHOWN).map((gap) => (
              <li key={gap.from}>
                <Between {...gap} zone={zone} now={now} />
              </li>
            ))}
          </ul>
          {ahead.length > GAPS_SHOWN ? (
            <p>{t("rotas.moreGaps", { n: ahead.length - GAPS_SHOWN })}</p>
          ) : null}
        </Note>
      ) : (
        <Note tone="resolved">{t("rotas.noGaps")}</Note>
      )}
      <Lanes {...{ shifts, from, until, now, zone, nameOf }} />
      <details>
        <summary className="w-fit cursor-pointer rounded-sm font-medium text-ft-2 hover:text-ft-1">
          {t("rotas.asList", { n: shifts.length })}
        </summary>
        <ol className="mt-2 grid gap-1">
          {shifts.map((shift) => (
            <li
              key={shift.from}
              className="flex flex-wrap justify-between gap-x-4 border-b border-ft-subtle py-1"
            >
              <span className={shift.personId === null ? "font-semibold text-(--ft-due)" : ""}>
                {shift.personId === null ? t("rotas.nobody") : nameOf(shift.personId)}
                {shift.override ? (
                  <span className="text-ft-3"> · {t("rotas.override")}</span>
                ) : null}
              </span>
              <span className="text-ft-2">
                <Between from={shift.from} until={shift.until} zone={zone} now={now} />
              </span>
            </li>
          ))}
        </ol>
      </details>
      <p className="text-xs text-ft-3">{t("teams.clockOf", { zone: zoneLabel(zone) })}</p>
    </>
  );
}

/** From when to when, on the rota's clock. */
export function Between({
  from,
  until,
  zone,
  now,
}: {
  from: Instant;
  until: Instant;
  zone: string;
  now: Instant;
}) {
  const locale = useLocale();
  return (
    <>
      <time dateTime={toRfc3339(from)}>{absoluteText(from, zone, now, locale)}</time>
      {" – "}
      <time dateTime={toRfc3339(until)}>{untilText(from, until, zone, now, locale)}</time>
    </>
  );
}

/** The end of a span: without its date where that is the one of its beginning. */
function untilText(
  from: Instant,
  until: Instant,
  zone: string,
  now: Instant,
  locale: string,
): string {
  return dayBegan(from, zone) === dayBegan(until, zone)
    ? clockText(until, zone, locale)
    : absoluteText(until, zone, now, locale);
}
