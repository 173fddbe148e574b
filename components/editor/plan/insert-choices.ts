import type { Channel } from "@/core/template/channel";
import type { Definition } from "@/core/workflow/definition";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { newStep } from "@/core/workflow/new-step";
import type { Step } from "@/core/workflow/step";

/** What can be inserted, in the order of the menu: figures 1 to 9 choose the first nine. */
export const CHOICES = [
  { id: "email", group: "messages" },
  { id: "sms", group: "messages" },
  { id: "in_app", group: "messages" },
  { id: "wait_until", group: "timing" },
  { id: "wait_for", group: "timing" },
  { id: "wait_for_response", group: "timing" },
  { id: "branch", group: "decisions" },
  { id: "escalate", group: "people" },
  { id: "close", group: "data" },
  { id: "push", group: "messages" },
  { id: "repeat", group: "timing" },
  { id: "split", group: "decisions" },
  { id: "update", group: "data" },
  { id: "call", group: "data" },
] as const;

export const GROUPS = ["messages", "timing", "decisions", "people", "data"] as const;

export type ChoiceId = (typeof CHOICES)[number]["id"];

type Place = {
  id: string;
  definition: Definition;
  facts: EditorFacts;
  contents: readonly string[];
};

/** The step a choice stands for, ready to be inserted. */
export function stepFor(choice: ChoiceId, place: Place): Step {
  switch (choice) {
    case "email":
    case "sms":
    case "push":
    case "in_app":
      return sendBy(choice, place);
    case "wait_until": {
      const wait = newStep("wait", place);
      if (wait.kind !== "wait" || wait.until) return wait;
      const { id, kind } = wait;
      return { id, kind, until: { opened: "P2D" }, at: "09:00", zone: "person", days: "business" };
    }
    case "wait_for":
      return { id: place.id, kind: "wait", for: "P1D" };
    default:
      return newStep(choice, place);
  }
}

function sendBy(channel: Channel, place: Place): Step {
  const step = newStep("send", place);
  if (step.kind !== "send") return step;
  const template = Object.values(step.channels?.[0] ?? {})[0] ?? place.id;
  return { ...step, channels: [{ [channel]: template }] };
}
