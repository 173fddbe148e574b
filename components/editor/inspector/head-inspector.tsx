"use client";

import type { Definition } from "@/core/workflow/definition";
import { useDocument, useWorld } from "../editor-context";
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
  if (part === "start") return <StartForm {...facts} onChange={setDefinition} />;
  if (part === "stops") return <StopsForm {...facts} onChange={setDefinition} />;
  return <WorkflowSettings {...facts} name={name} onChange={set} />;
}
