"use client";

import type { Definition } from "@/core/workflow/definition";
import { NodeAccepted } from "../checks/node-accepted";
import { OwnProblems } from "../checks/own-problems";
import { useDocument, useWorld } from "../editor-context";
import { SETTINGS_KEY } from "../plan/plan-nodes";
import { headOf } from "../plan/plan-problems";
import { StartForm } from "../settings/start-form";
import { StopsForm } from "../settings/stops-form";
import { WorkflowSettings } from "../settings/workflow-settings";
import { useFormFacts } from "./use-form-facts";

/** The workflow's own settings: all of them, or those of the Start or Stops card. */
export function HeadInspector({ part }: { part: string }) {
  const { store } = useWorld();
  const { name } = useDocument();
  const facts = useFormFacts(null);
  const set = (next: { name: string; definition: Definition }, typedIn: string | null) =>
    store.edit({ do: "set_settings", ...next }, typedIn);
  const setDefinition = (definition: Definition, typedIn: string | null) =>
    set({ name, definition }, typedIn);
  const isCard = part === "start" || part === "stops";
  const isHere = (path: string) => headOf(path) === (isCard ? part : SETTINGS_KEY);
  const advice = facts.problems.filter(
    ({ severity, path }) => severity === "check" && isHere(path),
  );
  return (
    <div className="grid gap-4">
      <OwnProblems problems={advice} />
      {part === "start" ? <StartForm {...facts} onChange={setDefinition} /> : null}
      {part === "stops" ? <StopsForm {...facts} onChange={setDefinition} /> : null}
      {isCard ? null : <WorkflowSettings {...facts} name={name} onChange={set} />}
      <NodeAccepted step="" isHere={isHere} />
    </div>
  );
}
