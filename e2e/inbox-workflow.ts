import type { Api } from "./api";
import type { Opened } from "./invoice-workflow";
import { oneStage } from "./one-stage";

/** A workflow whose messages lie in the person's inbox. */
const workflow = (key: string) =>
  oneStage(
    key,
    "Invoice {{ data.number }}",
    [
      { id: "first", kind: "send", channels: [{ in_app: `${key}-first` }] },
      { id: "patience", kind: "wait_for_response", for: "P7D" },
    ],
    {
      key: `${key}:{{ data.id }}`,
      due: { from: "data.due_date" },
      resolution: {
        steps: [
          { id: "thanks", kind: "send", to: "person", channels: [{ email: `${key}-thanks` }] },
        ],
      },
    },
  );

type Words = { title: string; body: string; actions: unknown[] };

/** Two buttons: one that ends the matter, one that leads away. */
const INVOICE: Words = {
  title: "Invoice {{ data.number }} is due",
  body: "Please pay **{{ data.amount | money: 'EUR' }}** by {{ due | date: 'long' }}.",
  actions: [
    { id: "paid", label: "I already paid", kind: "complete" },
    { id: "pay", label: "Pay now", kind: "link", url: "https://pay.example.com/{{ data.number }}" },
  ],
};

/** Puts topic, templates and workflow in place and publishes it. */
export async function installInbox(
  api: Api,
  key: string,
  words: Words = INVOICE,
  topic = `About ${key}`,
): Promise<void> {
  await api.put(`/topics/${key}`, {
    name: topic,
    required: false,
    defaultChannels: ["in_app", "email"],
  });
  await api.put(`/templates/${key}-first`, { channel: "in_app", content: words });
  await api.put(`/templates/${key}-thanks`, {
    channel: "email",
    content: { subject: "Thank you: invoice {{ data.number }}", body: "It is settled." },
  });
  await api.put(`/workflows/${key}`, workflow(key));
  await api.publish(key);
}

export type Reader = { id: string; name: string; email: string; timeZone: string; locale?: string };

let made = 0;

/** Somebody nobody wrote to yet. */
export function newReader(name = "Maria Lopez"): Reader {
  made += 1;
  const id = `reader-${process.pid}-${made}`;
  return { id, name, email: `${id}@example.com`, timeZone: "Europe/Berlin" };
}

export type Matter = { caseId: string; number: number; title: string };

/** A message into somebody's inbox; resolves when its case is open. */
export async function newMatter(api: Api, key: string, person: Reader): Promise<Matter> {
  made += 1;
  const number = `${process.pid}-${made}`;
  const data = { id: number, number, amount: 1280, due_date: "2030-12-13" };
  const { opened } = await api.post<Opened>("/events", { name: `${key}.asked`, person, data });
  const [first] = opened;
  if (!first) throw new Error("The event opened no case");
  return { ...first, title: `Invoice ${number} is due` };
}

export const statusOf = async (api: Api, caseId: string): Promise<string> =>
  (await api.get<{ status: string }>(`/cases/${caseId}`)).status;
