import type { Api } from "./api";

/** An invoice workflow whose days are seconds. */
const definition = {
  schema: 1,
  purpose: "reminder",
  topic: "billing",
  start: { event: "invoice.created" },
  subject: "Invoice {{ data.number }}",
  key: "invoice:{{ data.id }}",
  due: { from: "data.due_date" },
  stopsWhen: [{ event: "invoice.paid", key: "invoice:{{ data.id }}" }, { action: "paid" }],
  stages: [
    {
      id: "initial",
      name: "Initial",
      steps: [{ id: "first", kind: "send", channels: [{ email: "invoice-initial" }] }],
    },
    {
      id: "reminder",
      name: "Reminder",
      steps: [
        { id: "pause", kind: "wait_for_response", for: "PT3S" },
        { id: "reminder", kind: "send", channels: [{ email: "invoice-reminder" }] },
        { id: "patience", kind: "wait_for_response", for: "PT3S" },
      ],
    },
    {
      id: "escalation",
      name: "Escalation",
      steps: [
        {
          id: "bring-in",
          kind: "escalate",
          priority: "high",
          tell: [{ email: "invoice-told" }],
          levels: [
            {
              targets: [{ manager: "person" }],
              channels: [{ email: "invoice-escalated" }],
              acknowledgeWithin: "PT1H",
            },
          ],
        },
      ],
    },
  ],
  resolution: {
    steps: [
      { id: "thanks", kind: "send", to: "person", channels: [{ email: "invoice-thanks" }] },
      { id: "closed", kind: "send", to: "involved", channels: [{ email: "invoice-closed" }] },
    ],
  },
};

const paid = [{ id: "paid", label: "I have paid", kind: "complete" }];
const templates: Record<string, Record<string, unknown>> = {
  "invoice-initial": {
    subject: "Your invoice {{ data.number }}",
    body: "Hello {{ person.firstName }},\n\nplease pay **{{ data.amount | money: data.currency }}** by {{ due | date: 'long' }}, so that your account stays open.",
    actions: paid,
  },
  "invoice-reminder": {
    subject: "Reminder: invoice {{ data.number }}",
    body: "Invoice {{ data.number }} is still open. Please pay it by {{ due | date: 'long' }}.",
    actions: paid,
  },
  "invoice-told": {
    subject: "A manager will now be handling invoice {{ data.number }}",
    body: "{{ case.owner }} has been brought in.",
  },
  "invoice-escalated": {
    subject: "{{ person.name }} has not answered: invoice {{ data.number }}",
    body: "Invoice {{ data.number }} needs you.",
    actions: [{ id: "ack", label: "I take it on", kind: "acknowledge" }],
  },
  "invoice-thanks": { subject: "Thank you: invoice {{ data.number }}", body: "It is settled." },
  "invoice-closed": { subject: "Settled: invoice {{ data.number }}", body: "Nothing more to do." },
};

/** Puts topic, templates and workflow in place and publishes it, once per key. */
export async function installInvoices(api: Api): Promise<void> {
  await api.put("/topics/billing", {
    name: "Billing",
    required: false,
    defaultChannels: ["email"],
  });
  for (const [key, content] of Object.entries(templates)) {
    await api.put(`/templates/${key}`, { channel: "email", content });
  }
  await api.put("/workflows/invoices", { name: "Invoices", definition });
  await api.publish("invoices");
}

/** The same workflow under another key, for an event that nobody sends. */
export async function installUnheard(api: Api, key: string): Promise<void> {
  const unheard = { ...definition, start: { event: `${key}.created` } };
  await api.put(`/workflows/${key}`, { name: key, definition: unheard });
  await api.publish(key);
}

export type Opened = { opened: { caseId: string; number: number }[] };

let made = 0;

/** A new invoice for a customer of their own, with a supervisor of their own. */
export async function newInvoice(
  api: Api,
): Promise<{ id: string; caseId: string; number: number; customer: string; supervisor: string }> {
  made += 1;
  const id = `${process.pid}-${String(made).padStart(4, "0")}`;
  const customer = `customer-${id}@example.com`;
  const supervisor = `supervisor-${id}@example.com`;
  await api.put(`/people/supervisor-${id}`, { name: "Dana Field", email: supervisor });
  const { opened } = await api.post<Opened>("/events", {
    name: "invoice.created",
    person: {
      id: `customer-${id}`,
      name: "Maria Lopez",
      email: customer,
      timeZone: "Europe/Berlin",
      managerId: `supervisor-${id}`,
    },
    data: { id, number: id, amount: 1280, currency: "EUR", due_date: "2030-12-13" },
  });
  const [first] = opened;
  if (!first) throw new Error("The invoice opened no case");
  return { id, caseId: first.caseId, number: first.number, customer, supervisor };
}
