"use client";

import { Simulation, type SimulationProps } from "@/components/simulation/simulation";
import { deleteScenarioAction, saveScenarioAction } from "./actions";

/** The simulation with the actions that are this page's. */
export function OpenSimulation({
  slug,
  ...props
}: Omit<SimulationProps, "save" | "remove"> & { slug: string }) {
  const { workflow: key } = props;
  return (
    <Simulation
      {...props}
      save={(test) => saveScenarioAction(slug, { key, test })}
      remove={(scenario) => deleteScenarioAction(slug, { key, scenario })}
    />
  );
}
