import { z } from "zod";
import { BEHAVIOURS_MAX, Behaviour } from "@/core/case/scenario";
import { PRESET_KEYS, type PresetKey } from "@/core/case/scenario-presets";
import { SimulatedPerson } from "@/core/case/scenario-test";
import { Key, PersonId } from "@/core/ids";
import { InstantText } from "@/core/time";

/** Addresses longer than this are cut by programs that pass them on. */
const PARAM_CHARS_MAX = 6_000;
const PLACE_MAX = 100_000;
const VERSION_MAX = 1_000_000;

/** Stands before a preset's key, where no key of a saved scenario can begin so. */
const PRESET_MARK = "~";

export type MadeUp = Exclude<SimulatedPerson, { id: string }>;

/** Whose behaviours are played: a preset's, a saved scenario's, or `own` ones. */
export type Choice = { preset: PresetKey } | { saved: string } | { own: Behaviour[] };

/** The event that is looked at: `n` counts those of one moment, from 0. */
type At = { at: number; n: number };

/** Everything that makes a simulation what it is; what is absent has its default. */
export type Address = {
  person?: SimulatedPerson | undefined;
  choice?: Choice | undefined;
  start?: string | undefined;
  /** The text a due field holds: a date, or a moment. */
  due?: string | undefined;
  data?: Record<string, unknown> | undefined;
  t?: At | undefined;
  version?: number | undefined;
  /** Whose clock the list is told by. */
  clock?: "mine" | undefined;
  /** All scenarios at once. */
  all?: boolean | undefined;
  /** With every decision, also those that only lead on. */
  every?: boolean | undefined;
};

type Params = Readonly<Record<string, string | undefined>>;

const Data = z.record(z.string(), z.json());
const Behaviours = z.array(Behaviour).max(BEHAVIOURS_MAX);
const DueText = z.string().regex(/^\d{4}-\d{2}-\d{2}[0-9T:.Z+-]{0,30}$/);

/** Reads an address; what makes no sense in it is left out. */
export function addressFrom(params: Params): Address {
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined =>
    schema.safeParse(params[name]).data;
  const readJson = <T>(name: string, schema: z.ZodType<T>): T | undefined =>
    schema.safeParse(jsonOf(params[name])).data;
  const id = read("person", PersonId);
  const madeUp = readJson("madeup", SimulatedPerson);
  const version = Number(params.version);
  const isVersion = Number.isInteger(version) && version >= 1 && version <= VERSION_MAX;
  return {
    person: id === undefined ? madeUp : { id },
    choice: choiceFrom(params.scenario, readJson("behaviours", Behaviours)),
    start: read("start", InstantText),
    due: read("due", DueText),
    data: readJson("data", Data),
    t: atFrom(params.t),
    version: isVersion ? version : undefined,
    clock: params.clock === "mine" ? "mine" : undefined,
    all: params.view === "all" || undefined,
    every: params.every === "yes" || undefined,
  };
}

/** The address's parameters, in a fixed order. */
export function addressParams(address: Address): URLSearchParams {
  const { person, choice, start, due, data, t, version, clock, all, every } = address;
  const params = new URLSearchParams();
  const set = (name: string, value: string | undefined) => value && params.set(name, value);
  if (person) {
    if ("id" in person) set("person", person.id);
    else set("madeup", JSON.stringify(person));
  }
  if (choice) {
    if ("preset" in choice) set("scenario", PRESET_MARK + choice.preset);
    else if ("saved" in choice) set("scenario", choice.saved);
    else set("behaviours", JSON.stringify(choice.own));
  }
  set("start", start);
  set("due", due);
  set("data", data && JSON.stringify(data));
  set("t", t && `${new Date(t.at).toISOString()}${t.n > 0 ? `~${t.n}` : ""}`);
  set("version", version?.toString());
  set("clock", clock);
  set("view", all ? "all" : undefined);
  set("every", every ? "yes" : undefined);
  return params;
}

function choiceFrom(text: string | undefined, own: Behaviour[] | undefined): Choice | undefined {
  if (own) return { own };
  if (text?.startsWith(PRESET_MARK)) {
    const preset = PRESET_KEYS.find((key) => key === text.slice(PRESET_MARK.length));
    return preset && { preset };
  }
  const saved = Key.safeParse(text).data;
  return saved === undefined ? undefined : { saved };
}

function atFrom(text: string | undefined): At | undefined {
  const [moment = "", place = "0"] = text?.split("~") ?? [];
  const at = Date.parse(moment);
  const n = Number(place);
  return Number.isNaN(at) || !Number.isInteger(n) || n < 0 || n > PLACE_MAX ? undefined : { at, n };
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined || text.length > PARAM_CHARS_MAX) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
