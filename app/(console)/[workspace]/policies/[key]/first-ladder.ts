import type { EditorFacts } from "@/core/workflow/editor-facts";
import type { Ladder } from "@/core/workflow/steps/escalate";
import { templatesFor } from "./known-contents";

const FRESH = "escalation";

/** What a new policy begins with: one level, by a content that was written for escalations where there is one. */
export function firstLadder(facts: EditorFacts): Ladder {
  const emails = templatesFor(facts).filter(({ channel }) => channel === "email");
  const content = emails.find(({ key }) => key.includes("escal")) ?? emails[0];
  return {
    levels: [
      {
        targets: [{ manager: "person" }],
        channels: [{ email: content?.key ?? FRESH }],
        acknowledgeWithin: "PT4H",
        clock: "working_hours",
      },
    ],
  };
}
