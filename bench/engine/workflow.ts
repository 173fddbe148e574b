import { CASES } from "../settings";

/**
 * How long the manager has to acknowledge before the case is closed: long enough that the message to
 * the manager has left by then although delivery runs behind the clock in a burst of this size.
 */
const ACKNOWLEDGE_SECONDS = Number(
  process.env.BENCH_ACKNOWLEDGE_SECONDS ?? Math.max(2, Math.ceil(CASES / 4_000)),
);

/**
 * The workflow every figure runs: three messages, two waits, a branch, an escalation to the person's
 * manager, a resolution. One second is the shortest time the document knows; with thousands of cases
 * on their way the clock never idles.
 */
export const WORKFLOW = "unpaid";
export const EVENT = "bench.opened";
export const TOPIC = "bench";

export const DEFINITION = {
  schema: 1,
  purpose: "reminder",
  topic: TOPIC,
  start: { event: EVENT },
  subject: "Invoice {{ data.number }}",
  key: "invoice:{{ data.id }}",
  due: { after: "P14D" },
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [{ id: "first", kind: "send", channels: [{ email: "first" }] }],
    },
    {
      id: "reminder",
      name: "Reminder",
      steps: [
        { id: "pause", kind: "wait", for: "PT1S" },
        {
          id: "size",
          kind: "branch",
          paths: [
            {
              name: "Large",
              when: "data.amount > 100",
              steps: [{ id: "remind", kind: "send", channels: [{ email: "reminder" }] }],
            },
          ],
          otherwise: [],
        },
      ],
    },
    {
      id: "final",
      name: "Final",
      steps: [
        { id: "grace", kind: "wait", for: "PT1S" },
        {
          id: "escalate",
          kind: "escalate",
          levels: [
            {
              targets: [{ manager: "person" }],
              channels: [{ email: "escalated" }],
              acknowledgeWithin: `PT${ACKNOWLEDGE_SECONDS}S`,
            },
          ],
        },
        { id: "close", kind: "close", outcome: "resolved" },
      ],
    },
  ],
};

const pay = {
  id: "pay",
  label: "Pay now",
  kind: "link",
  url: "https://pay.example.com/{{ data.id }}",
};

export const TEMPLATES = {
  first: {
    subject: "Invoice {{ data.number }} for {{ recipient.firstName }}",
    body: "Hello {{ recipient.firstName }},\n\nplease pay **{{ data.amount | money: 'EUR' }}** by {{ due | date }}, so that your plan goes on.",
    actions: [pay],
  },
  reminder: {
    subject: "Reminder: invoice {{ data.number }}",
    body: "Hello {{ recipient.firstName }},\n\ninvoice {{ data.number }} over {{ data.amount | money: 'EUR' }} is still open. It is due {{ due | date }}.",
    actions: [pay],
  },
  escalated: {
    subject: "{{ case.number }} needs you",
    body: "{{ person.name }} has not answered about {{ case.subject }}. Please look after it.",
    actions: [{ id: "take", label: "I take it", kind: "acknowledge" }],
  },
};

/** What one case needs, as the outside world would send it. */
export const dataOf = (id: string) => ({ id, number: `R-${id}`, amount: 120.5, currency: "EUR" });

/** Changes of rows that one case costs: its own row, those of its messages, those of its timeline. */
export const ROW_WRITES = { cases: 4, messages: 9, decisions: 4 };
