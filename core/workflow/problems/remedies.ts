import { type Definition, STEPS_MAX, walk } from "../definition";
import { STEPS_IN_LIST_MAX, type Step } from "../step";
import { usesOf } from "./channel-uses";
import type { ProblemParams } from "./codes";
import { pathParts } from "./data-schema";
import type { Place, Problem, WorkflowFacts } from "./problem";
import type { Remedy, RemedyAct, RemedyCode } from "./remedy";

const DUE_AFTER_DAYS = 14;
const ROUNDS_MAX = 3;

/** What can be done at once about a problem, the likeliest first; the last one always leads to its field. */
export function remediesOf(
  problem: Problem,
  definition: Definition,
  facts: WorkflowFacts,
): Remedy[] {
  const around = { problem, ...placesOf(problem, definition), definition, facts };
  return [...mending(around), focus(around)];
}

type Around = {
  problem: Problem;
  definition: Definition;
  facts: WorkflowFacts;
  places: Place[];
  /** Where its step stands. */
  place: Place | undefined;
  /** The problem's path, in its step or in the document. */
  field: (string | number)[];
};

function placesOf({ path, step }: Problem, definition: Definition) {
  const places = [...walk(definition)];
  const place = places.find((each) => each.step.id === step);
  const field = partsOf(path).slice(place?.path.length ?? 0);
  return { places, place, field };
}

const partsOf = (path: string): (string | number)[] =>
  path === "" ? [] : path.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const remedy = (
  code: RemedyCode,
  act: RemedyAct,
  params: Record<string, string | number> = {},
): Remedy => ({ label: { code, params }, ...act });

const set = (path: (string | number)[], value: unknown) =>
  ({ kind: "set", path, value }) as Extract<RemedyAct, { kind: "set" }>;

const open = (what: Extract<RemedyAct, { kind: "open" }>["what"], key?: string): RemedyAct =>
  key === undefined ? { kind: "open", what } : { kind: "open", what, key };

const FOCUS_LABELS: Partial<Record<Problem["code"], RemedyCode>> = {
  "start.missing": "choose_event",
  "start.person_unresolved": "choose_field",
  "topic.missing": "choose_topic",
  "pref.required_topic": "choose_topic",
  "due.missing": "set_due",
  "due.sometimes_missing": "choose_field",
  "send.no_content": "choose_content",
  "send.channel_off": "choose_channel",
  "send.same_channel": "choose_channel",
  "send.no_target": "choose_target",
  "escalate.no_target": "choose_target",
  "escalate.self": "choose_target",
  "wait.order": "edit_wait",
  "wait.in_quiet_hours": "edit_wait",
  "condition.invalid": "correct",
  "branch.overlap": "edit_row",
  "branch.unknown_variable": "edit_row",
  "stop.none": "add_stop",
  "stop.no_until": "choose_until",
  "close.silent": "add_confirmation",
};

function focus({ problem, field }: Around): Remedy {
  const code = FOCUS_LABELS[problem.code] ?? "edit";
  if (problem.code === "due.missing")
    return remedy(code, { kind: "focus", step: null, field: "due" });
  // Whoever is told of the end stands behind it, not in the step that closes.
  if (problem.code === "close.silent") {
    const ending = field.length === 0 || problem.step === null ? problem.path : "resolution";
    return remedy(code, { kind: "focus", step: null, field: ending });
  }
  return remedy(code, { kind: "focus", step: problem.step, field: field.join(".") });
}

function mending(around: Around): Remedy[] {
  const { problem, place, definition } = around;
  const path = partsOf(problem.path);
  switch (problem.code) {
    case "start.person_unresolved":
    case "topic.missing":
      return used(problem.params.meant, path);
    case "pref.required_topic":
      return [remedy("review_topic", open("topic", definition.topic))];
    case "due.sometimes_missing":
      return [
        remedy("due_after", set(["due"], { after: `P${DUE_AFTER_DAYS}D` }), {
          days: DUE_AFTER_DAYS,
        }),
      ];
    case "send.no_content":
      return content(problem.params, around);
    case "send.locale_missing":
    case "send.translation_behind":
    case "send.filter_type":
      return [remedy("open_content", open("content", problem.params.template))];
    case "send.unknown_variable":
      return variable(problem.params, path, definition);
    case "send.channel_off":
      return [
        remedy("configure_channel", open("channels", problem.params.channel), {
          channel: problem.params.channel,
        }),
      ];
    case "send.no_unsubscribe":
      return [remedy("insert_link", open("content", problem.params.template))];
    case "send.promotional_no_address":
      return [remedy("add_postal_address", open("brand"))];
    case "send.promotional_required":
    case "split.holdout_required":
      return [remedy("review_topic", open("topic", definition.topic))];
    case "send.no_action":
      return [remedy("add_action", open("content", problem.params.template))];
    case "send.same_channel":
      return withoutEntry(around);
    case "send.quiet_hours":
      return [
        remedy("respect_quiet_hours", set(path, undefined)),
        remedy("review_topic", open("topic", definition.topic)),
      ];
    case "send.no_target":
    case "escalate.no_target":
      return target(problem.params, path);
    case "escalate.loop":
      return [remedy("set_maximum", set(path, ROUNDS_MAX), { times: ROUNDS_MAX })];
    case "escalate.nobody_to_acknowledge":
      // What a policy says is not this document's to change.
      return path.at(-1) === "policy" ? [] : [remedy("one_is_enough", set(path, undefined))];
    case "escalate.timeout_short":
      return place ? asLevelOne(place, path) : [];
    case "wait.order":
      return swapped(problem.params.other, around);
    case "wait.in_quiet_hours":
      return [remedy("use_time", set(path, problem.params.use), { at: problem.params.use })];
    case "wait.zero":
      return inserted(around, "insert_wait", "before", { kind: "wait", for: "P1D" });
    case "expires_at_once":
      return inserted(around, "insert_response", "after", {
        kind: "wait_for_response",
        for: "P3D",
      });
    case "response.unreachable":
      return unreachable(problem.params, path, problem.step);
    case "branch.no_otherwise":
      return [remedy("add_otherwise", set(path, []))];
    case "branch.overlap":
      return movedUp(around);
    case "branch.unknown_variable":
      return inCondition(problem.params, path, definition);
    case "cap.exceeded":
      return [
        problem.params.scenario === null
          ? remedy("open_scenarios", open("scenario"))
          : remedy("open_scenario", open("scenario", problem.params.scenario)),
      ];
    case "never_reached":
      if (problem.params.form === "runs") return [remedy("open_scenarios", open("scenario"))];
      return place ? [remedy("disable", set([...place.path, "disabled"], true))] : [];
    case "ending.step_kind":
      return place ? [remedy("disable", set([...place.path, "disabled"], true))] : [];
    default:
      if (!problem.code.startsWith("copy.")) return [];
      return "template" in problem.params && typeof problem.params.template === "string"
        ? [remedy("open_content", open("content", problem.params.template))]
        : [];
  }
}

const used = (meant: string | null, path: (string | number)[]): Remedy[] =>
  meant === null ? [] : [remedy("use", set(path, meant), { name: meant })];

function content(
  { form, template, channel, meant }: ProblemParams["send.no_content"],
  { place, field, problem, facts }: Around,
): Remedy[] {
  const written = remedy(
    form === "none" ? "write_content" : "open_content",
    open("content", template),
  );
  if (form !== "none") return form === "unfinished" ? [written] : [];
  const use = place && usesOf(place).find((each) => each.field.join(".") === field.join("."));
  const fits = meant !== null && facts.templates.get(meant)?.channel === channel;
  if (!use || !fits) return [written];
  return [...used(meant, [...partsOf(problem.path), channel]), written];
}

function variable(
  { form, template, name, meant }: ProblemParams["send.unknown_variable"],
  path: (string | number)[],
  definition: Definition,
): Remedy[] {
  const opened = template === null ? [] : [remedy("open_content", open("content", template))];
  if (form === "unreadable" || meant === null) return opened;
  const to = replacing(name, meant);
  const params = { name: to };
  if (template !== null) {
    return [
      remedy("replace", { kind: "replace_text", template, from: name, to }, params),
      ...opened,
    ];
  }
  const text = valueAt(definition, path);
  const replaced = typeof text === "string" ? replaceName(text, name, to) : text;
  return replaced === text ? [] : [remedy("replace", set(path, replaced), params)];
}

/** `data.custmer.name` with `data.customer` meant: the rest of the path stays. */
function replacing(name: string, meant: string): string {
  const parts = [...pathParts(meant), ...pathParts(name).slice(pathParts(meant).length)];
  return parts
    .map((part, i) => (/^\d+$/.test(part) ? `[${part}]` : i > 0 ? `.${part}` : part))
    .join("");
}

/** A text with one name exchanged, where it stands by itself: `data.a` is no part of `data.amount`. */
export function replaceName(text: string, from: string, to: string): string {
  const name = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\w.])${name}(?!\\w)`, "g"), () => to);
}

function inCondition(
  { name, meant }: ProblemParams["branch.unknown_variable"],
  path: (string | number)[],
  definition: Definition,
): Remedy[] {
  const text = valueAt(definition, path);
  if (meant === null || typeof text !== "string") return [];
  const to = replacing(name, meant);
  const replaced = replaceName(text, name, to);
  return replaced === text ? [] : [remedy("replace", set(path, replaced), { name: to })];
}

function withoutEntry({ problem, place, field }: Around): Remedy[] {
  if (!place) return [];
  const path = partsOf(problem.path);
  if (field.length === 1) return [remedy("remove_channel", set(path, undefined))];
  const [list, index] = [path.slice(0, -1), path.at(-1)];
  const entries = valueAt(place.step, field.slice(0, -1));
  if (!Array.isArray(entries) || entries.length < 2) return [];
  return [
    remedy(
      "remove_channel",
      set(
        list,
        entries.filter((_, i) => i !== index),
      ),
    ),
  ];
}

function target(
  { form, key, meant, levels }: ProblemParams["escalate.no_target"],
  path: (string | number)[],
): Remedy[] {
  switch (form) {
    case "team":
      // What a policy names is not this document's to change.
      return path.at(-1) === "policy" ? [] : used(meant, [...path, "team"]);
    case "no_lead":
    case "nobody":
      return [remedy("choose_supervisor", open("team", key))];
    case "no_members":
    case "no_rota":
      return [remedy("open_team", open("team", key))];
    case "level":
      return levels < 1 ? [] : [remedy("use_level", set(path, levels), { level: levels })];
    default:
      return [];
  }
}

function asLevelOne({ step }: Place, path: (string | number)[]): Remedy[] {
  const first = step.kind === "escalate" ? step.levels?.[0] : undefined;
  if (!first) return [];
  const { acknowledgeWithin: after, clock } = first;
  const timeout = { after, ...(clock && { clock }) };
  return [remedy("as_level_one", set(path.slice(0, -1), timeout))];
}

/** Only where both stand in one list: elsewhere the flow would be another. */
function swapped(other: string, { place, places }: Around): Remedy[] {
  const earlier = places.find(({ step }) => step.id === other);
  if (!place || !earlier) return [];
  const list = (of: Place) => of.path.slice(0, -1).join(".");
  if (list(place) !== list(earlier)) return [];
  return [remedy("swap", { kind: "swap", a: other, b: place.step.id })];
}

type NewStep = { kind: "wait"; for: string } | { kind: "wait_for_response"; for: string };

function inserted(
  { place, places }: Around,
  code: RemedyCode,
  side: "before" | "after",
  step: NewStep,
): Remedy[] {
  if (!place || places.length >= STEPS_MAX) return [];
  const list = place.path.slice(0, -1).join(".");
  const beside = places.filter(({ path }) => path.slice(0, -1).join(".") === list);
  if (beside.length >= STEPS_IN_LIST_MAX) return [];
  const id = freeId(step.kind, places);
  const at = side === "before" ? { before: place.step.id } : { after: place.step.id };
  return [remedy(code, { kind: "insert", ...at, step: { id, ...step } satisfies Step })];
}

function freeId(kind: Step["kind"], places: readonly Place[]): string {
  const taken = new Set(places.map(({ step }) => step.id));
  let n = 1;
  while (taken.has(`${kind}-${n}`)) n += 1;
  return `${kind}-${n}`;
}

function unreachable(
  { form, name, meant }: ProblemParams["response.unreachable"],
  path: (string | number)[],
  step: string | null,
): Remedy[] {
  const last = step === null ? path : [...path, form];
  const send = form === "event" ? [remedy("send_event", open("event", name))] : [];
  return [...used(meant, last), ...send];
}

/** A row behind one that is always true comes before it. */
function movedUp({ problem, place, field }: Around): Remedy[] {
  const index = field[1];
  if (place?.step.kind !== "branch" || typeof index !== "number") return [];
  const { paths } = place.step;
  const always = paths.findIndex(({ when }) => when.trim() === "true");
  const row = paths[index];
  if (!row || always < 0 || always >= index || row.when.trim() === "true") return [];
  const others = paths.filter((_, i) => i !== index);
  const moved = [...others.slice(0, always), row, ...others.slice(always)];
  const list = partsOf(problem.path).slice(0, -2);
  return [remedy("move_row", set(list, moved))];
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === "object" && at !== null ? (at as Record<string, unknown>)[part] : undefined,
    value,
  );
}
