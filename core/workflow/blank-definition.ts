import type { Definition } from "./definition";

/** The smallest document: a reminder about `name` on a topic, with one stage that does nothing yet. */
export const blankDefinition = (name: string, topic: string): Definition => ({
  schema: 1,
  purpose: "reminder",
  topic,
  subject: name,
  stopsWhen: [],
  stages: [{ id: "initial", name: "Initial", steps: [] }],
});
