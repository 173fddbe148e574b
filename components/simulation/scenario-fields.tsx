"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { BEHAVIOURS_MAX } from "@/core/case/scenario";
import { PRESET_KEYS } from "@/core/case/scenario-presets";
import { behaviourSentence } from "@/core/sentence/scenario-sentence";
import { AddBehaviour } from "./add-behaviour";
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
