import { unreachable } from "@/core/assert";
import type { Definition } from "./definition";
import type { EditorFacts } from "./editor-facts";
import { knownFields } from "./known-fields";
import { REDACTED } from "./seen-event";
import type { Step, StepKind } from "./step";
import type { Escalate } from "./steps/escalate";
import { templatesUsed } from "./templates-used";

type Place = {
  id: string;
  definition: Definition;
  /** Without it, what a workspace has is not known and nothing of it is named. */
  facts?: Pick<EditorFacts, "templates" | "policies" | "events"> | undefined;
  /** Keys of contents a draft holds beside the published ones. */
  contents?: readonly string[] | undefined;
};

/** A step to begin with: finished as far as the schema goes, with the values most workflows want. */
export function newStep(kind: StepKind, place: Place): Step {
  const { id, definition } = place;
  switch (kind) {
    case "send":
      return { id, kind, channels: [{ email: freshTemplateKey("message", place) }] };
    case "wait":
      if (!definition.due) return { id, kind, for: "P1D" };
      return {
        id,
        kind,
        until: { due: "-P2D" },
        at: "09:00",
        zone: "person",
        days: "business",
        ifPassed: "send_now",
      };
    case "wait_for_response":
      return { id, kind, for: "P3D" };
    case "branch":
      return {
        id,
        kind,
        paths: [{ name: "A", when: firstCondition(place), steps: [] }],
        otherwise: [],
      };
    case "split":
      return {
        id,
        kind,
        arms: [
          { name: "A", weight: 50, steps: [] },
          { name: "B", weight: 50, steps: [] },
        ],
      };
    case "repeat":
      return { id, kind, every: { businessDays: 2 }, timesMax: 3, steps: [] };
    case "escalate":
      return { id, kind, ...firstLadder(place) };
    case "update":
      return { id, kind, set: { priority: "high" } };
    case "call":
      return { id, kind, method: "POST", url: "https://example.com/hook" };
    case "close":
      return { id, kind, outcome: "resolved" };
    default:
      return unreachable(kind);
  }
}

/** A key no published, drafted or named content has: `message`, `message-2` and so on. */
export function freshTemplateKey(stem: string, place: Omit<Place, "id">): string {
  const taken = new Set([
    ...Object.keys(place.facts?.templates ?? {}),
    ...(place.contents ?? []),
    ...templatesUsed(place.definition),
  ]);
  if (!taken.has(stem)) return stem;
  let n = 2;
  while (taken.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}

/** A condition on the first field that was seen, in the form its value asks for. */
function firstCondition({ definition, facts }: Place): string {
  const [field] = knownFields(definition, facts?.events ?? []).filter(
    ({ path, example }) => /^data(\.[A-Za-z_]\w*)+$/.test(path) && typeof example !== "object",
  );
  if (!field) return 'case.priority == "high"';
  const { path, example } = field;
  if (typeof example === "number") return `${path} > ${Math.trunc(example)}`;
  if (typeof example === "boolean") return path;
  const isShown = typeof example === "string" && example !== REDACTED;
  return isShown && example.length <= VALUE_CHARS_MAX
    ? `${path} == ${JSON.stringify(example)}`
    : `has(${path})`;
}

const VALUE_CHARS_MAX = 200;

function firstLadder(place: Place): Pick<Escalate, "policy" | "levels"> {
  const [policy] = place.facts?.policies ?? [];
  if (policy) return { policy: policy.key };
  const template = freshTemplateKey("escalation", place);
  return {
    levels: [
      {
        targets: [{ manager: "person" }],
        channels: [{ email: template }],
        acknowledgeWithin: "PT4H",
        clock: "working_hours",
      },
    ],
  };
}
