/** A workflow of one stage under a topic and an event of its own, which the button `paid` ends. */
export const oneStage = (key: string, subject: string, steps: object[], more: object = {}) => ({
  name: key,
  definition: {
    schema: 1,
    purpose: "reminder",
    topic: key,
    start: { event: `${key}.asked` },
    subject,
    stopsWhen: [{ action: "paid" }],
    stages: [{ id: "only", name: "Only", steps }],
    ...more,
  },
});
