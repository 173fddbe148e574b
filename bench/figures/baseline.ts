import { runBaseline } from "../baseline/run";
import { casesPerSecond } from "../engine/run";
import { type Figure, perSecond } from "../figure";
import { insertRows } from "../inserts";
import { CASES } from "../settings";
import type { Stage } from "../stage";

/** The bare set-based prototype alone. */
export async function baseline(stage: Stage): Promise<Figure[]> {
  const run = await runBaseline(stage, CASES);
  await stage.showStatements();
  return [{ name: "Bare baseline", value: perSecond(casesPerSecond(run)), repeat: "baseline" }];
}

/** Plain inserts alone. */
export async function inserts(stage: Stage): Promise<Figure[]> {
  const run = await insertRows(stage, CASES);
  await stage.showStatements();
  const value = `rows of ${perSecond(casesPerSecond(run))} cases`;
  return [{ name: "Inserts of as many rows", value, repeat: "inserts" }];
}
