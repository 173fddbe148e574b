import { z } from "zod";
import { LocalTime } from "@/core/calendar/local-time";
import { PersonId } from "@/core/ids";
import { Day, LAYERS_MAX, Layer, ROTA_PEOPLE_MAX, RotaPlan, TURN_DAYS_MAX } from "@/core/rota/rota";
import { keyed, sameKey } from "./keyed";

/** What a rota was before it had layers: people in turn, each for so many days. */
const oneLayer = {
  people: z.array(PersonId).min(1).max(ROTA_PEOPLE_MAX),
  shiftDays: z.int().min(1).max(TURN_DAYS_MAX),
  startsOn: Day,
  handoverAt: LocalTime,
};
const NEEDED = ["people", "shiftDays", "startsOn"] as const;
const HANDOVER_AT = "09:00";

const short = "Short for one layer; not together with `layers`";

/** A rota with its layers, or in short: people in turn. Gives the plan that is kept. */
export const RotaInput = z
  .strictObject({
    ...sameKey,
    name: RotaPlan.shape.name,
    timeZone: RotaPlan.shape.timeZone,
    layers: RotaPlan.shape.layers.optional().meta({
      description: `Up to ${LAYERS_MAX}, the later ones above the earlier`,
    }),
    people: oneLayer.people.optional().meta({ description: short }),
    shiftDays: oneLayer.shiftDays.optional().meta({ description: short }),
    startsOn: oneLayer.startsOn.optional().meta({ description: short }),
    handoverAt: oneLayer.handoverAt.optional().meta({ description: short }),
  })
  .superRefine((input, context) => {
    const given = [...NEEDED, "handoverAt" as const].filter((name) => input[name] !== undefined);
    if (input.layers !== undefined) {
      for (const name of given) {
        context.addIssue({ code: "custom", path: [name], message: "belongs in a layer" });
      }
      return;
    }
    if (given.length === 0) {
      context.addIssue({ code: "custom", path: ["layers"], message: "at least one layer" });
      return;
    }
    for (const name of NEEDED.filter((needed) => input[needed] === undefined)) {
      context.addIssue({ code: "custom", path: [name], message: "is missing" });
    }
  })
  .transform(({ key, name, timeZone, layers, ...only }) => ({
    ...(key === undefined ? {} : { key }),
    name,
    timeZone,
    layers: layers ?? [layerOf(name, only)],
  }));
export type RotaInput = z.output<typeof RotaInput>;

type OneLayer = { [K in keyof typeof oneLayer]?: z.infer<(typeof oneLayer)[K]> | undefined };

const layerOf = (
  name: string,
  { people = [], shiftDays = 1, startsOn = "", handoverAt = HANDOVER_AT }: OneLayer,
): Layer => ({
  name,
  people,
  startsOn,
  handoverAt,
  rotation: { every: shiftDays, unit: "day" },
});

export const Rota = z
  .object({
    key: z.string(),
    name: z.string(),
    timeZone: z.string(),
    layers: z.array(Layer),
  })
  .meta({ description: "Who is on call when: layers of people in turn" });
export type Rota = z.infer<typeof Rota>;

export const rotasContract = keyed({
  noun: "rotas",
  path: "/rotas",
  tag: "Rotas",
  name: "a rota",
  input: RotaInput,
  output: Rota,
});
