import { reviewPending } from "@/core/gallery/review-pending";
import { button, DEADLINE, template } from "@/core/gallery/starter";
import type { Definition } from "@/core/workflow/definition";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "../context";
import { saveTemplate } from "../templates/save-template";
import { publishWorkflow } from "../workflows/publish";
import { saveDraft } from "../workflows/save-draft";

const DONE = button(
  { id: "reviewed", kind: "complete" },
  { en: "I have reviewed it", de: "Ich habe es geprüft" },
);

const BEFORE_MEETING = template("in_app", {
  en: {
    title: "Needed for the meeting: {{ data.title }}",
    body: `The meeting is {{ data.meeting_at | relative }}, and your review is due ${DEADLINE.en}. It cannot be decided without it.`,
    actions: [DONE.en],
  },
  de: {
    title: "Für die Besprechung nötig: {{ data.title }}",
    body: `Die Besprechung ist {{ data.meeting_at | relative }}, Ihre Prüfung ist fällig: ${DEADLINE.de}. Ohne sie kann nichts entschieden werden.`,
    actions: [DONE.de],
  },
});

/** The team's own change of a starter: reviews belong to a meeting, and the reviewer hears of it. */
function withMeeting({ data, stages, ...definition }: Definition): Definition {
  const properties = typeof data?.properties === "object" ? data.properties : {};
  return {
    ...definition,
    data: {
      ...data,
      properties: {
        ...properties,
        meeting_at: {
          type: "string",
          title: "When it is decided",
          examples: ["2026-10-02T09:00:00Z"],
        },
      },
    },
    stages: stages.flatMap((stage) =>
      stage.id === "last-day"
        ? [
            {
              id: "meeting",
              name: "Before the meeting",
              steps: [
                {
                  id: "three-days-before",
                  kind: "wait",
                  until: { "data.meeting_at": "-P3D" },
                  ifPassed: "send_now",
                },
                { id: "needed", kind: "send", channels: [{ in_app: "review-before-meeting" }] },
              ],
            },
            stage,
          ]
        : [stage],
    ),
  };
}

/** Publishes the second version of the review workflow; open cases finish on the first. */
export async function publishSecondVersion(ctx: Ctx, who: Who): Promise<void> {
  const { key, name, definition } = reviewPending;
  await saveTemplate(ctx, who, "review-before-meeting", BEFORE_MEETING);
  await saveDraft(ctx, who, key, { name, definition: withMeeting(definition) });
  await publishWorkflow(ctx, who, key, { inFlight: "finish", note: "Reviews belong to a meeting" });
}
