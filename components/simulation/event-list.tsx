"use client";

import { ClassGlyph } from "@/components/cases/class-glyph";
import { Time } from "@/components/ui/time";
import { zoneLabel } from "@/components/ui/time-text";
import type { EventRow } from "./event-rows";
import { becauseWords, clockWords } from "./row-words";
import type { Sim } from "./use-simulation";

/** Everything that happens, in order: pressing one goes there. */
export function EventList({ sim }: { sim: Sim }) {
  const { t, rows, current, run, address, viewerZone, change } = sim;
  const zone = run?.zone ?? viewerZone;
  return (
    <section
      aria-labelledby="simulation-events"
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="simulation-events" className="text-base font-semibold">
          {t("simulation.events", { n: rows.length })}
        </h2>
        <div className="flex flex-wrap gap-1">
          <button
            type="button"
            className="ft-chip"
            aria-pressed={address.clock === "mine"}
            onClick={() => change({ clock: address.clock ? undefined : "mine" })}
          >
            {t("simulation.myClock", { city: zoneLabel(viewerZone) })}
          </button>
          <button
            type="button"
            className="ft-chip"
            aria-pressed={address.every ?? false}
            onClick={() => change({ every: address.every ? undefined : true })}
          >
            {t("simulation.everyDecision")}
          </button>
        </div>
      </div>
      <p className="text-xs text-ft-3">
        {address.clock ? t("simulation.toldByMine") : t("simulation.toldByTheirs")}
      </p>
      <ol
        aria-label={t("simulation.eventsOf", { city: zoneLabel(zone) })}
        className="border-y border-ft-subtle bg-ft-surface"
      >
        {rows.map((row) => (
          <EventItem key={row.n} row={row} isCurrent={row.n === current} sim={sim} />
        ))}
      </ol>
    </section>
  );
}

function EventItem({ row, isCurrent, sim }: { row: EventRow; isCurrent: boolean; sim: Sim }) {
  const { t, locale, run, address, viewerZone, goTo } = sim;
  const zone = address.clock ? viewerZone : row.zone;
  const because = becauseWords(row, t);
  const clock = clockWords(row, locale, t);
  const isFaint = row.class === "behaviour" || row.class === "decision";
  return (
    <li className="border-t border-ft-subtle first:border-t-0">
      <button
        type="button"
        aria-current={isCurrent ? "step" : undefined}
        onClick={() => goTo(row.n)}
        className={`grid w-full cursor-pointer grid-cols-[2rem_minmax(0,1fr)] gap-x-2 gap-y-0.5 px-3 py-2 text-start sm:grid-cols-[2rem_14rem_minmax(0,1fr)] ${
          isCurrent
            ? "bg-ft-accent-soft shadow-[inset_3px_0_0_var(--ft-accent)]"
            : "hover:bg-ft-sunken"
        }`}
      >
        <span className="ft-figures text-ft-3">{row.n}</span>
        <span className="ft-figures text-ft-2">
          <Time
            at={row.at}
            zone={zone}
            now={run?.from ?? row.at}
            show="absolute"
            {...{ viewerZone, locale }}
          />
        </span>
        <span className="col-start-2 grid min-w-0 gap-0.5 sm:col-start-3">
          <span className="flex min-w-0 items-start gap-2">
            <ClassGlyph of={row.class === "behaviour" ? "person" : row.class} />
            <span className={`min-w-0 wrap-anywhere ${isFaint ? "text-ft-2" : ""}`}>
              {row.sentence}
            </span>
          </span>
          {because ? <span className="ps-6 text-xs wrap-anywhere text-ft-2">{because}</span> : null}
          {clock ? (
            <span className="flex items-start gap-2 ps-6 text-xs text-ft-2">
              <span className="ft-badge" data-tone="due">
                {t("simulation.dst")}
              </span>
              <span className="min-w-0">{clock}</span>
            </span>
          ) : null}
        </span>
      </button>
    </li>
  );
}
