"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { runScenario, type ScenarioRun } from "@/core/case/run-scenario";
import type { Behaviour } from "@/core/case/scenario";
import { presetsFor, type ScenarioPreset } from "@/core/case/scenario-presets";
import type { ScenarioTest, SimulatedPerson } from "@/core/case/scenario-test";
import type { SimulationFacts } from "@/core/case/simulation-facts";
import { templatesOver } from "@/core/case/simulation-templates";
import type { SimulationTemplates } from "@/core/case/world-of";
import { presetName } from "@/core/sentence/scenario-sentence";
import type { DraftTemplates } from "@/core/template/draft-template";
import type { EmailBrand } from "@/core/template/email-look";
import { compile } from "@/core/workflow/compile";
import type { Definition } from "@/core/workflow/definition";
import { outlineOf } from "@/core/workflow/edit/outline";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import type { Program } from "@/core/workflow/program";
import type { Named } from "../contents/named";
import { editorNames } from "../editor/editor-names";
import { type Address, addressParams, type Choice } from "./address";
import { type EventRow, eventRows } from "./event-rows";
import { isSame } from "./people";
import { behavioursOf, defaultChoice, settle } from "./settle";

export type SimulationGiven = {
  definition: Definition;
  /** What the draft changed; empty for a version. */
  contents: DraftTemplates;
  facts: SimulationFacts;
  editorFacts: EditorFacts;
  saved: readonly ScenarioTest[];
  initial: Address;
  sender: Pick<Named, "layouts"> & { brand: EmailBrand };
  viewerZone: string;
};

/** A test as it is run now; its key and name are of no account. */
const PRESENT = { key: "present", name: "present" };

/** The whole state of the page: an address, and what the engine makes of it. Nothing leaves the browser. */
export function useSimulation(given: SimulationGiven) {
  const { definition, contents, facts, editorFacts, initial } = given;
  const t = useText();
  const locale = useLocale();
  const [address, setAddress] = useState(initial);
  const [saved, setSaved] = useState(given.saved);
  const shown = useDeferredValue(address);
  useAddressBar(address);
  const names = useMemo(
    () => editorNames(editorFacts, { definition, contents }, locale),
    [editorFacts, definition, contents, locale],
  );
  const templates = useMemo(
    () => templatesOver(editorFacts.templates, contents),
    [editorFacts, contents],
  );
  const outline = useMemo(() => outlineOf(definition), [definition]);
  const program = useMemo(() => programOf(definition), [definition]);
  const somebody = useMemo((): SimulatedPerson => {
    const [first] = editorFacts.people;
    if (first && facts.people.has(first.id)) return { id: first.id };
    return { name: t("simulation.somebody"), timeZone: facts.workspace.timeZone };
  }, [editorFacts, facts, t]);
  const about = useMemo(() => {
    const { events } = editorFacts;
    const seen = events.find(({ name }) => name === definition.start?.event)?.fields ?? [];
    return { definition, facts, saved, person: somebody, seen };
  }, [definition, facts, saved, somebody, editorFacts]);
  const now = useMemo(() => settle(address, about), [address, about]);
  const settled = useMemo(() => settle(shown, about), [shown, about]);
  const play = useMemo(
    () => (test: ScenarioTest) => (program ? tryRun(program, test, facts, templates) : null),
    [program, facts, templates],
  );
  // Only these four: walking through the events makes nothing new.
  const { person, startAt, dueAt } = settled;
  const dataText = JSON.stringify(settled.data);
  const personText = JSON.stringify(person);
  const base = useMemo(
    () => ({
      ...PRESENT,
      person: JSON.parse(personText) as SimulatedPerson,
      startAt,
      data: JSON.parse(dataText) as NonNullable<ScenarioTest["data"]>,
      ...(dueAt !== undefined && { dueAt }),
    }),
    [personText, startAt, dataText, dueAt],
  );
  const presets = useMemo((): ScenarioPreset[] => {
    const quiet = play({ ...base, scenario: { behaviours: [] } });
    return quiet ? presetsFor({ definition, templates, quiet }) : [];
  }, [play, base, definition, templates]);
  const choice = address.choice ?? defaultChoice(presets);
  const shownChoice = shown.choice ?? defaultChoice(presets);
  const choiceText = JSON.stringify(shownChoice);
  const test = useMemo((): ScenarioTest => {
    const wanted = JSON.parse(choiceText) as Choice;
    const { behaviours, person: other } = behavioursOf(wanted, presets, saved);
    const calls = "saved" in wanted ? savedCalls(wanted.saved, saved) : undefined;
    const scenario = { behaviours, ...(calls && { calls }) };
    return { ...base, scenario, ...(other && { person: other }) };
  }, [base, choiceText, presets, saved]);
  const run = useMemo(() => play(test), [play, test]);
  const every = shown.every ?? false;
  const rows = useMemo(
    () => (run ? eventRows(run, { locale, facts, names, every }) : []),
    [run, locale, facts, names, every],
  );
  const current = currentOf(rows, address);
  const change = (patch: Partial<Address>) => setAddress((old) => ({ ...old, ...patch }));
  const goTo = (n: number) => {
    const row = rows[n - 1];
    if (!row) return;
    const before = rows.filter((other) => other.at === row.at && other.n < row.n).length;
    change({ t: { at: row.at, n: before } });
  };
  /** A person or scenario keeps the moment that is looked at only where it can be found again. */
  const choose = (next: Choice) => {
    const isSaved = "saved" in next;
    change({
      choice: next,
      t: undefined,
      ...(isSaved && { person: undefined, start: undefined, due: undefined, data: undefined }),
    });
  };
  const setBehaviours = (own: Behaviour[]) => change({ choice: { own }, t: undefined });
  const nameOf = (key: ScenarioPreset["key"]) => presetName(key, { locale });
  return {
    ...given,
    t,
    locale,
    names,
    templates,
    outline,
    address,
    change,
    choice,
    choose,
    setBehaviours,
    now,
    presets,
    nameOf,
    saved,
    setSaved,
    base,
    test,
    play,
    run,
    rows,
    current,
    goTo,
    isBehind: shown !== address,
    isOther: !isSame(test.person, base.person),
  };
}

export type Sim = ReturnType<typeof useSimulation>;

const savedCalls = (key: string, saved: readonly ScenarioTest[]) =>
  saved.find((test) => test.key === key)?.scenario.calls;

/** The address bar follows, without asking the server for anything. */
function useAddressBar(address: Address) {
  const query = addressParams(address).toString();
  useEffect(() => {
    const next = new URL(window.location.href);
    if (next.search === (query && `?${query}`)) return;
    next.search = query;
    try {
      window.history.replaceState(window.history.state, "", next);
    } catch {
      // Safari takes 100 changes in 30 seconds; the next one says it all again.
    }
  }, [query]);
}

function programOf(definition: Definition): Program | null {
  try {
    return compile(definition, { workflow: "simulated", version: 0 });
  } catch {
    // A draft may hold what no engine can run; the editor's checks say what.
    return null;
  }
}

function tryRun(
  program: Program,
  test: ScenarioTest,
  facts: SimulationFacts,
  templates: SimulationTemplates,
): ScenarioRun | null {
  try {
    return runScenario(program, test, facts, templates);
  } catch {
    return null;
  }
}

/** The row an address points at, else the last one before it, else the first message. */
function currentOf(rows: readonly EventRow[], { t }: Address): number {
  if (!t) return rows.find(({ message }) => message !== null)?.n ?? 1;
  const exact = rows.filter(({ at }) => at === t.at);
  const row = exact[Math.min(t.n, exact.length - 1)] ?? rows.findLast(({ at }) => at <= t.at);
  return row?.n ?? 1;
}
