import type { Behaviour } from "@/core/case/scenario";
import type { ScenarioPreset } from "@/core/case/scenario-presets";
import type { ScenarioTest, SimulatedPerson } from "@/core/case/scenario-test";
import type { SimulationFacts } from "@/core/case/simulation-facts";
import { MINUTE_MS, toRfc3339 } from "@/core/time";
import type { Definition } from "@/core/workflow/definition";
import type { SeenField } from "@/core/workflow/editor-facts";
import type { Address, Choice } from "./address";
import { zoneOf } from "./people";
import { duePath, presentData, valueAt } from "./present-data";

type Given = {
  definition: Definition;
  facts: SimulationFacts;
  saved: readonly ScenarioTest[];
  person: SimulatedPerson;
  /** Fields of the start's event as it came lately. */
  seen: readonly SeenField[];
};

/** What an address comes to: whom, from when, with what. */
type Settled = {
  person: SimulatedPerson;
  zone: string;
  startAt: string;
  data: Record<string, unknown>;
  dueAt: string | undefined;
  /** What stands in the field the due date is read from; null where none is. */
  dueText: string | null;
  savedTest: ScenarioTest | undefined;
};

const savedOf = (
  choice: Choice | undefined,
  saved: readonly ScenarioTest[],
): ScenarioTest | undefined =>
  choice && "saved" in choice ? saved.find(({ key }) => key === choice.saved) : undefined;

/** Puts the defaults where an address says nothing: a saved scenario's own, else the workspace's. */
export function settle(address: Address, given: Given): Settled {
  const { definition, facts, saved, seen } = given;
  const savedTest = savedOf(address.choice, saved);
  const person = address.person ?? savedTest?.person ?? given.person;
  const zone = zoneOf(facts, person);
  const startAt = address.start ?? savedTest?.startAt ?? toRfc3339(wholeMinute(facts.now));
  const from = Date.parse(startAt);
  const { due } = address;
  const data = presentData(definition, {
    data: address.data ?? savedTest?.data,
    due,
    seen,
    from,
    zone,
  });
  const path = duePath(definition);
  const value = path && valueAt(data, path);
  const dueText = path === null ? null : typeof value === "string" ? value : "";
  // A rule that reads no data is overruled, as whoever opens a case by hand may do.
  const own = path === null ? due : undefined;
  const dueAt = due === undefined ? savedTest?.dueAt : own;
  return { person, zone, startAt, data, dueAt, dueText, savedTest };
}

const wholeMinute = (at: number) => Math.floor(at / MINUTE_MS) * MINUTE_MS;

/** What is played when an address names nothing: somebody who looks and does nothing. */
export const defaultChoice = (presets: readonly ScenarioPreset[]): Choice => ({
  preset: presets.some(({ key }) => key === "opens_never_responds")
    ? "opens_never_responds"
    : "never_opens",
});

/** The behaviours of a choice, and the person where it is about somebody else. */
export function behavioursOf(
  choice: Choice,
  presets: readonly ScenarioPreset[],
  saved: readonly ScenarioTest[],
): { behaviours: Behaviour[]; person?: SimulatedPerson | undefined } {
  if ("own" in choice) return { behaviours: choice.own };
  if ("saved" in choice) return { behaviours: savedOf(choice, saved)?.scenario.behaviours ?? [] };
  const preset = presets.find(({ key }) => key === choice.preset);
  return { behaviours: preset?.scenario.behaviours ?? [], person: preset?.person };
}
