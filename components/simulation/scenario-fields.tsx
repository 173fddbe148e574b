"use client";

import { Plus, X } from "lucide-react";
import { useId, useState } from "react";
import { LengthInput } from "@/components/editor/forms/fields/length-input";
import { type LengthDraft, lengthOf } from "@/components/editor/forms/length-draft";
import { Button, IconButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { BEHAVIOURS_MAX, Behaviour } from "@/core/case/scenario";
import { PRESET_KEYS } from "@/core/case/scenario-presets";
import { behaviourSentence } from "@/core/sentence/scenario-sentence";
import { walk } from "@/core/workflow/definition";
import { actionsSent } from "@/core/workflow/templates-used";
import type { Choice } from "./address";
import { namesIn } from "./event-rows";
import type { Sim } from "./use-simulation";

const PRESET_MARK = "preset ";
const OWN = "own ";

/** What everybody does: kept with the workflow, made for it, or put together here. */
export function ScenarioField({ sim }: { sim: Sim }) {
  const { t, choice, choose, presets, saved, nameOf, test } = sim;
  const value =
    "saved" in choice ? choice.saved : "preset" in choice ? PRESET_MARK + choice.preset : OWN;
  const pick = (next: string) => {
    if (next === OWN) return choose({ own: test.scenario.behaviours });
    const preset = PRESET_KEYS.find((key) => PRESET_MARK + key === next);
    choose(preset ? { preset } : { saved: next });
  };
  return (
    <SelectField
      label={t("simulation.scenario")}
      value={value}
      onChange={({ target }) => pick(target.value)}
    >
      {saved.length > 0 ? (
        <optgroup label={t("simulation.savedOnes")}>
          {saved.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
      <optgroup label={t("simulation.presets")}>
        {presetsShown(choice, presets).map((key) => (
          <option key={key} value={PRESET_MARK + key}>
            {nameOf(key)}
          </option>
        ))}
        <option value={OWN}>{t("simulation.own")}</option>
      </optgroup>
    </SelectField>
  );
}

/** A preset of the address stays in the list, also where it makes no sense any more. */
function presetsShown(choice: Choice, presets: Sim["presets"]) {
  const chosen = "preset" in choice ? choice.preset : null;
  return PRESET_KEYS.filter(
    (key) => key === chosen || presets.some((preset) => preset.key === key),
  );
}

/** The behaviours as sentences, each of which can be taken out, and a way to add one. */
export function BehaviourFields({ sim }: { sim: Sim }) {
  const { t, locale, test, run, setBehaviours } = sim;
  const { behaviours } = test.scenario;
  const names = run ? namesIn(run, sim) : sim.names;
  return (
    <details className="rounded-md border border-ft-subtle bg-ft-surface px-3 py-2" open={false}>
      <summary className="cursor-pointer text-xs text-ft-2">
        {t("simulation.behaviours", { n: behaviours.length })}
      </summary>
      <div className="mt-3 grid gap-3">
        {behaviours.length === 0 ? (
          <p className="text-ft-3">{t("simulation.noBehaviours")}</p>
        ) : (
          <ol className="grid gap-1">
            {behaviours.map((behaviour, i) => {
              const sentence = behaviourSentence(behaviour, { locale, names });
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: two of them can be the same.
                <li key={i} className="flex items-center gap-2">
                  <span className="min-w-0 flex-1 break-words">{sentence}</span>
                  <IconButton
                    size="sm"
                    label={t("simulation.removeBehaviour", { sentence })}
                    onPress={() => setBehaviours(behaviours.filter((_, at) => at !== i))}
                  >
                    <X aria-hidden="true" size={16} />
                  </IconButton>
                </li>
              );
            })}
          </ol>
        )}
        {behaviours.length < BEHAVIOURS_MAX ? (
          <AddBehaviour sim={sim} add={(one) => setBehaviours([...behaviours, one])} />
        ) : null}
      </div>
    </details>
  );
}

const PLAIN = ["open", "click", "reply", "acknowledge", "bounce", "unsubscribe"] as const;
const LENGTHS = ["minute", "hour", "day", "week"] as const;
const LEVELS_MAX = 5;
const MESSAGES_MAX = 30;
const MOVES_BY = "P7D";

function AddBehaviour({ sim, add }: { sim: Sim; add: (behaviour: Behaviour) => void }) {
  const { t, definition, editorFacts, contents, rows } = sim;
  const id = useId();
  const [what, setWhat] = useState<string>("open");
  const [from, setFrom] = useState("message 1");
  const [length, setLength] = useState<LengthDraft>({ n: "1", unit: "day" });
  const [isTried, setTried] = useState(false);
  const templates = { ...editorFacts.templates, ...contents };
  const actions = actionsSent(definition, templates as typeof editorFacts.templates);
  const events = eventsOf(sim);
  const sent = rows.filter(({ message }) => message?.status === "sent").length;
  const after = lengthOf(length);
  const made = Behaviour.safeParse(behaviourFrom(what, from, after));
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
        </select>
        <LengthInput
          draft={length}
          edit={setLength}
          readOnly={false}
          invalid={isTried && !made.success}
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
            setTried(!made.success);
            if (made.success) add(made.data);
          }}
        >
          <Plus aria-hidden="true" size={16} />
          {t("simulation.addIt")}
        </Button>
      </div>
      <p id={`${id}-error`} role="status" className="ft-field-error">
        {isTried && !made.success ? t("simulation.lengthWrong") : null}
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

function behaviourFrom(what: string, from: string, after: unknown): unknown {
  const [place = "", n = ""] = from.split(" ");
  const at = place === "start" ? { after } : { [place]: Number(n), after };
  const [kind = "", ...rest] = what.split(" ");
  const named = rest.join(" ");
  if (kind === "action") return { do: kind, action: named, at };
  if (kind === "event") return { do: kind, event: named, at };
  return kind === "move_due" ? { do: kind, by: MOVES_BY, at } : { do: kind, at };
}
