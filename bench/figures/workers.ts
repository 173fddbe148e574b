import { casesPerSecond } from "../engine/run";
import { type Figure, median, perSecond } from "../figure";
import { ROUNDS } from "../settings";
import type { Stage } from "../stage";
import { runWhole } from "./engine";

/** Two worker processes on one database against one. */
export async function workers(stage: Stage): Promise<Figure[]> {
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    one.push(casesPerSecond(await runWhole(stage, 1)));
    two.push(casesPerSecond(await runWhole(stage, 2)));
  }
  const speed = median(two);
  const ratio = speed / median(one);
  const value = `${perSecond(speed)}, ${ratio.toFixed(2)} of one`;
  return [{ name: "Two workers", value, repeat: "workers" }];
}
