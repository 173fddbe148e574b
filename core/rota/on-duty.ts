import type { Instant } from "@/core/time";
import { coverOf } from "./cover";
import type { RotaFacts } from "./rota";

/** Whose turn it is, and by what: an override, or the layer of that index. A gap has neither. */
export type Duty = { personId: string | null; layer: number | null; override: boolean };

const NOBODY: Duty = { personId: null, layer: null, override: false };

/** Who is on duty at a moment; null: nobody. */
export const onDuty = (rota: RotaFacts, at: Instant): string | null => dutyAt(rota, at).personId;

/** The newest override that holds the moment, else the last layer that covers it. */
export function dutyAt({ layers, overrides, timeZone }: RotaFacts, at: Instant): Duty {
  const override = overrides.findLast(({ from, until }) => from <= at && at < until);
  if (override) return { personId: override.personId, layer: null, override: true };
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i];
    const personId = layer ? coverOf(layer, timeZone).personAt(at) : null;
    if (personId !== null) return { personId, layer: i, override: false };
  }
  return NOBODY;
}
