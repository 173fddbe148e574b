"use client";

import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { LengthInput } from "@/components/editor/forms/fields/length-input";
import { type LengthDraft, lengthOf } from "@/components/editor/forms/length-draft";
import { Button } from "@/components/ui/button";
import { Behaviour } from "@/core/case/scenario";
import { walk } from "@/core/workflow/definition";
import { actionsSent } from "@/core/workflow/templates-used";
import { behaviourFrom, isDated } from "./behaviour-from";
import type { Sim } from "./use-simulation";

const PLAIN = ["open", "click", "reply", "acknowledge", "bounce", "unsubscribe"] as const;
const LENGTHS = ["minute", "hour", "day", "week"] as const;
const LEVELS_MAX = 5;
const MESSAGES_MAX = 30;

/** A row that makes one thing happen: what, how long after what, and for some the date. */
export function AddBehaviour({ sim, add }: { sim: Sim; add: (behaviour: Behaviour) => void }) {
  const { t, definition, editorFacts, contents, rows } = sim;
  const id = useId();
  const [what, setWhat] = useState<string>("open");
  const [from, setFrom] = useState("message 1");
  const [length, setLength] = useState<LengthDraft>({ n: "1", unit: "day" });
  const [date, setDate] = useState("");
  const [isTried, setTried] = useState(false);
  const templates = { ...editorFacts.templates, ...contents };
  const actions = actionsSent(definition, templates as typeof editorFacts.templates);
  const events = eventsOf(sim);
  const sent = rows.filter(({ message }) => message?.status === "sent").length;
  const after = lengthOf(length);
  const isDateMissing = isDated(what) && date === "";
  const parsed = Behaviour.safeParse(behaviourFrom(what, from, after, date));
  const made = isDateMissing ? undefined : parsed.data;
  return (
    <fieldset className="grid gap-2">
      <legend className="ft-label mb-1">{t("simulation.add")}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <select
          className="ft-input w-auto"
          aria-label={t("simulation.what")}
          value={what}
          onChange={({ target }) => setWhat(target.value)}
        >
          {PLAIN.map((each) => (
            <option key={each} value={each}>
              {t("simulation.does", { what: each })}
            </option>
          ))}
          {actions.map((action) => (
            <option key={action} value={`action ${action}`}>
              {t("simulation.doesAction", { action })}
            </option>
          ))}
          {events.map((event) => (
            <option key={event} value={`event ${event}`}>
              {t("simulation.doesEvent", { event })}
            </option>
          ))}
          <option value="move_due">{t("simulation.doesMoveDue")}</option>
          <option value="move_due_to">{t("simulation.doesMoveDueTo")}</option>
          <option value="holiday">{t("simulation.doesHoliday")}</option>
          <option value="holiday_on">{t("simulation.doesHolidayOn")}</option>
        </select>
        {isDated(what) ? (
          <input
            type="date"
            className="ft-input w-auto"
            aria-label={t("simulation.onDate")}
            aria-invalid={isTried && isDateMissing}
            value={date}
            onChange={({ target }) => setDate(target.value)}
          />
        ) : null}
        <LengthInput
          draft={length}
          edit={setLength}
          readOnly={false}
          invalid={isTried && !parsed.success}
          units={LENGTHS}
        />
        <select
          className="ft-input w-auto"
          aria-label={t("simulation.after")}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        >
          <option value="start">{t("simulation.afterStart")}</option>
          {numbers(Math.min(MESSAGES_MAX, Math.max(1, sent))).map((n) => (
            <option key={n} value={`message ${n}`}>
              {t("simulation.afterMessage", { n })}
            </option>
          ))}
          {numbers(LEVELS_MAX).map((n) => (
            <option key={n} value={`level ${n}`}>
              {t("simulation.afterLevel", { n })}
            </option>
          ))}
        </select>
        <Button
          aria-describedby={`${id}-error`}
          onPress={() => {
            setTried(made === undefined);
            if (made) add(made);
          }}
        >
          <Plus aria-hidden="true" size={16} />
          {t("simulation.addIt")}
        </Button>
      </div>
      <p id={`${id}-error`} role="status" className="ft-field-error">
        {isTried && isDateMissing ? t("simulation.dateWrong") : null}
        {isTried && !isDateMissing && !made ? t("simulation.lengthWrong") : null}
      </p>
    </fieldset>
  );
}

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** The events that answer or are waited for. */
function eventsOf({ definition }: Sim): string[] {
  const stops = definition.stopsWhen.flatMap((rule) => ("event" in rule ? [rule.event] : []));
  const awaited = [...walk(definition)].flatMap(({ step }) =>
    step.kind === "wait_for_response"
      ? (step.what ?? []).flatMap((match) =>
          typeof match === "object" && "event" in match ? [match.event] : [],
        )
      : [],
  );
  return [...new Set([...stops, ...awaited])];
}
