import { byDay, type DayHours, toWindows } from "@/components/settings/day-hours";
import { type Layer, RotaPlan } from "@/core/rota/rota";

export type TurnUnit = "day" | "week" | "rule";
/** A rota as it is being written: fields may be empty or half typed. */
export type LayerDraft = {
  /** Tells layers apart while they move; no part of the plan. */
  id: number;
  name: string;
  people: readonly string[];
  startsOn: string;
  endsOn: string;
  handoverAt: string;
  unit: TurnUnit;
  every: string;
  rule: string;
  /** Null: around the clock. */
  hours: DayHours | null;
};
export type RotaDraft = { name: string; timeZone: string; layers: readonly LayerDraft[] };

const DAILY = "FREQ=DAILY";

export const draftOf = ({ name, timeZone, layers }: RotaPlan): RotaDraft => ({
  name,
  timeZone,
  layers: layers.map(layerDraft),
});

function layerDraft(layer: Layer, id: number): LayerDraft {
  const { name, people, startsOn, endsOn = "", handoverAt, rotation, hours } = layer;
  const turns =
    "rrule" in rotation
      ? { unit: "rule" as const, every: "1", rule: rotation.rrule }
      : { unit: rotation.unit, every: String(rotation.every), rule: DAILY };
  return {
    id,
    name,
    people,
    startsOn,
    endsOn,
    handoverAt,
    ...turns,
    hours: hours ? byDay(hours) : null,
  };
}

/** A layer to begin with: weekly turns from `startsOn` on. */
export const newLayer = (id: number, name: string, startsOn: string): LayerDraft => ({
  id,
  name,
  people: [],
  startsOn,
  endsOn: "",
  handoverAt: "09:00",
  unit: "week",
  every: "1",
  rule: DAILY,
  hours: null,
});

/** What a draft means, not yet checked against the schema. */
export const inputOf = ({ name, timeZone, layers }: RotaDraft) => ({
  name: name.trim(),
  timeZone,
  layers: layers.map(({ name: called, people, startsOn, endsOn, handoverAt, ...layer }) => ({
    name: called.trim(),
    people: [...people],
    startsOn,
    ...(endsOn !== "" && { endsOn }),
    handoverAt,
    rotation:
      layer.unit === "rule"
        ? { rrule: layer.rule.trim() }
        : { every: layer.every.trim() === "" ? Number.NaN : Number(layer.every), unit: layer.unit },
    ...(layer.hours && { hours: toWindows(layer.hours) }),
  })),
});

/** The plan a draft makes; null while something of it is missing. */
export const planOf = (draft: RotaDraft): RotaPlan | null =>
  RotaPlan.safeParse(inputOf(draft)).data ?? null;
