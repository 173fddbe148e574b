"use client";

import type { ReactNode } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { isZone } from "@/core/calendar/zone";
import { type ExampleCase, exampleOf, type Timed } from "@/core/case/example-moment";
import { cityOf, formatDay, formatTime } from "@/core/sentence/format-moment";
import { type Instant, toRfc3339 } from "@/core/time";
import { useFormFacts } from "./form-scope";

/** When a wait would end for the example person, on their own clock, and why it is that day. */
export function ExampleLine({ step }: { step: Timed }) {
  const { example } = useFormFacts();
  return (
    <p className="ft-hint" data-example="" aria-live="polite">
      {example ? <Example step={step} example={example} /> : null}
    </p>
  );
}

function Example({ step, example }: { step: Timed; example: ExampleCase }) {
  const t = useText();
  const locale = useLocale();
  const { facts } = useFormFacts();
  const { calendar, timeZone } = facts.workspace;
  const known = example.person.timeZone;
  const zone = known !== null && isZone(known) ? known : timeZone;
  const person = example.person.name ?? example.person.id;
  const place = example.person.city ?? cityOf(zone);

  const moment = exampleOf(step, { ...example, calendar, workspaceZone: timeZone });
  if ("missing" in moment) {
    return t(moment.missing === "due" ? "forms.exampleMissingDue" : "forms.exampleMissingData", {
      person,
    });
  }
  const { at, rolledFrom, dst } = moment;
  const day = (instant: Instant) => formatDay(instant, zone, locale, example.openedAt);
  const words = (instant: Instant) =>
    t("forms.exampleMoment", { date: day(instant), time: formatTime(instant, zone, locale) });
  const slots = {
    person,
    place,
    at: words(at),
    b: (inner: ReactNode[]) => (
      <time key="at" dateTime={toRfc3339(at)} className="font-semibold text-ft-1">
        {inner}
      </time>
    ),
  };
  const counted = countedFrom(step);
  return (
    <>
      {counted === "due" && example.dueAt !== null
        ? t.rich("forms.exampleDue", { ...slots, due: day(example.dueAt) })
        : counted === "since"
          ? t.rich("forms.exampleSince", { ...slots, since: words(example.openedAt) })
          : t.rich("forms.exampleAt", slots)}
      {rolledFrom === null ? null : (
        <>
          {" "}
          {t(at < rolledFrom ? "forms.exampleRolledEarlier" : "forms.exampleRolledLater", {
            from: day(rolledFrom),
          })}
        </>
      )}
      {dst === null ? null : <> {t(dst === "gap" ? "forms.exampleGap" : "forms.exampleFold")}</>}
    </>
  );
}

function countedFrom(step: Timed): "due" | "since" | "field" {
  if (step.kind === "repeat") return "since";
  if (step.kind === "wait_for_response") return step.from === "due" ? "due" : "since";
  if (step.for !== undefined) return "since";
  const [anchor] = Object.keys(step.until ?? {});
  if (anchor === "due") return "due";
  return anchor === "opened" || anchor === "lastMessage" ? "since" : "field";
}
