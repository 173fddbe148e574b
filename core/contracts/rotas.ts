import { z } from "zod";
import { LocalTime } from "@/core/calendar/local-time";
import { Key, PersonId } from "@/core/ids";
import { Day, LAYERS_MAX, Layer, ROTA_PEOPLE_MAX, RotaPlan, TURN_DAYS_MAX } from "@/core/rota/rota";
import { DAY_MS } from "@/core/time";
import { endpoint, PageQuery, pageOf } from "./endpoint";
import { At, keyParams, MomentText } from "./fields";
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
      context.addIssue({ code: "custom", path: ["layers"], message: "needs at least one layer" });
      return;
    }
    for (const name of NEEDED.filter((needed) => input[needed] === undefined)) {
      context.addIssue({ code: "custom", path: [name], message: "is required" });
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

/** The longest override, and the longest span of shifts asked for at once. */
const SPAN_DAYS_MAX = 366;
const NOTE_CHARS_MAX = 500;

function withinSpan(
  { from, until }: { from: string; until: string },
  context: z.RefinementCtx,
  end = "until",
): void {
  const span = Date.parse(until) - Date.parse(from);
  if (span > 0 && span <= SPAN_DAYS_MAX * DAY_MS) return;
  const message = span > 0 ? `must be at most ${SPAN_DAYS_MAX} days later` : "must be later";
  context.addIssue({ code: "custom", path: [end], message });
}

export const OverrideInput = z
  .strictObject({
    personId: PersonId.nullable().meta({ description: "null: nobody, on purpose" }),
    from: MomentText,
    until: MomentText.meta({ description: "Not included" }),
    note: z.string().trim().min(1).max(NOTE_CHARS_MAX).optional(),
  })
  .superRefine(withinSpan);
export type OverrideInput = z.infer<typeof OverrideInput>;

export const RotaOverride = z
  .object({
    id: z.string(),
    personId: z.string().nullable(),
    from: At,
    until: At,
    note: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdAt: At,
  })
  .meta({ description: "Somebody else's turn for a while; the newest counts" });
export type RotaOverride = z.infer<typeof RotaOverride>;

const who = {
  personId: z.string().nullable().meta({ description: "null: nobody, a gap" }),
  name: z.string().nullable(),
  layer: z.int().nullable().meta({ description: "Index of the layer; null in gaps and overrides" }),
  override: z.boolean(),
};

const OnCall = z.object({
  ...who,
  from: At.nullable().meta({ description: "null: it began more than a year before" }),
  until: At.nullable().meta({ description: "null: it ends more than a year later" }),
  next: z
    .object({ ...who, from: At, until: At.nullable() })
    .nullable()
    .meta({ description: "null: no change within a year" }),
});

const ShiftList = z.object({ data: z.array(z.object({ ...who, from: At, until: At })) });

const Feed = z.object({
  url: z.url().meta({ description: "For a calendar app; whoever has it can read" }),
});

const tags = ["Rotas"];
const one = "/rotas/{key}" as const;

export const rotasContract = {
  ...keyed({
    noun: "rotas",
    path: "/rotas",
    tag: "Rotas",
    name: "a rota",
    input: RotaInput,
    output: Rota,
  }),
  onCall: endpoint("rotas:read", {
    method: "GET",
    path: `${one}/on-call`,
    summary: "Who is on call, and who is next",
    tags,
  })
    .input(
      z.object({
        params: keyParams,
        query: z.strictObject({
          at: MomentText.optional().meta({ description: "Now where it is left out" }),
        }),
      }),
    )
    .output(OnCall),
  shifts: endpoint("rotas:read", {
    method: "GET",
    path: `${one}/shifts`,
    summary: "Every shift and gap of a span",
    description: `At most ${SPAN_DAYS_MAX} days at once.`,
    tags,
  })
    .input(
      z.object({
        params: keyParams,
        query: z
          .strictObject({ from: MomentText, to: MomentText })
          .superRefine(({ from, to }, context) => withinSpan({ from, until: to }, context, "to")),
      }),
    )
    .output(ShiftList),
  overrides: endpoint("rotas:read", {
    method: "GET",
    path: `${one}/overrides`,
    summary: "List the overrides of a rota",
    tags,
  })
    .input(z.object({ params: keyParams, query: PageQuery }))
    .output(pageOf(RotaOverride)),
  addOverride: endpoint("rotas:write", {
    method: "POST",
    path: `${one}/overrides`,
    summary: "Put somebody else on call for a while",
    description: `At most ${SPAN_DAYS_MAX} days.`,
    successStatus: 201,
    tags,
  })
    .input(z.object({ params: keyParams, body: OverrideInput }))
    .output(RotaOverride),
  removeOverride: endpoint("rotas:write", {
    method: "DELETE",
    path: `${one}/overrides/{id}`,
    summary: "Take an override back",
    successStatus: 204,
    tags,
  })
    .input(z.object({ params: z.strictObject({ key: Key, id: z.uuid() }) }))
    .output(z.void()),
  feed: endpoint("rotas:read", {
    method: "GET",
    path: `${one}/feed`,
    summary: "The address of the calendar feed",
    tags,
  })
    .input(
      z.object({
        params: keyParams,
        query: z.strictObject({
          personId: PersonId.optional().meta({ description: "Only the shifts of this person" }),
        }),
      }),
    )
    .output(Feed),
  renewFeed: endpoint("rotas:write", {
    method: "POST",
    path: `${one}/feed/renew`,
    summary: "Make new addresses of the calendar feed; the old ones stop to work",
    tags,
  })
    .input(z.object({ params: keyParams }))
    .output(Feed),
};
