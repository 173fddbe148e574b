import { expect, type Locator, type Page } from "@playwright/test";
import type { Api } from "./api";

export const STARTED = "edited.opened";

const paid = [{ id: "paid", label: "I have paid", kind: "complete" }];
const message = (subject: string, body: string) => ({ subject, body, actions: paid });

export const send = (id: string) => ({ id, kind: "send", channels: [{ email: "edited-first" }] });
const pause = (id: string, days: number) => ({ id, kind: "wait", for: `P${days}D` });

/** Two sides with two steps each, between an email and another. */
const branch = {
  id: "amount",
  kind: "branch",
  paths: [
    { name: "High value", when: "data.amount > 5000", steps: [send("call"), pause("soon", 1)] },
  ],
  otherwise: [send("remind"), pause("patience", 3)],
};

const documentOf = (steps: unknown[]) => ({
  schema: 1,
  purpose: "reminder",
  topic: "edited",
  start: { event: STARTED },
  subject: "Invoice {{ data.number }}",
  key: "edited:{{ data.number }}",
  due: { from: "data.due_date" },
  stopsWhen: [{ action: "paid" }],
  stages: [
    { id: "initial", name: "Initial", steps: [send("first")] },
    { id: "reminder", name: "Reminder", steps },
  ],
});

export const branching = documentOf([branch, send("last")]);
export const straight = documentOf([send("second"), send("last")]);

/** A workflow whose escalation goes to whoever supervises the team. */
export const escalating = (team: string) =>
  documentOf([
    {
      id: "bring-in",
      kind: "escalate",
      levels: [
        {
          targets: [{ team, role: "lead" }],
          channels: [{ email: "edited-escalated" }],
          acknowledgeWithin: "PT4H",
        },
      ],
    },
  ]);

/** What every workflow of these tests speaks of; Maria of Berlin is who the examples are about. */
export async function furnish(api: Api): Promise<void> {
  await api.put("/topics/edited", { name: "Edited", required: false, defaultChannels: ["email"] });
  await api.put("/templates/edited-first", {
    channel: "email",
    content: message(
      "Invoice {{ data.number }}",
      "Please pay {{ data.reference }} by {{ due | date: 'long' }}, so that your account stays open.",
    ),
    locales: {
      de: message(
        "Rechnung {{ data.number }}",
        "Bitte zahlen Sie {{ data.reference }} bis {{ due | date: 'long' }}, damit Ihr Konto offen bleibt.",
      ),
    },
  });
  await api.put("/templates/edited-escalated", {
    channel: "email",
    content: {
      subject: "Invoice {{ data.number }} needs you",
      body: "{{ person.name }} has not answered. Please take it on today.",
      actions: [{ id: "ack", label: "I take it on", kind: "acknowledge" }],
    },
  });
}

/** Opens a case of Maria's, so that the examples of the editor are about her and these values. */
export async function openForMaria(api: Api): Promise<void> {
  const held = [{ id: "held", kind: "wait_for_response", for: "P400D" }];
  const key = "edited-held";
  await api.put(`/workflows/${key}`, { name: "Held", definition: documentOf(held) });
  await api.publish(key);
  // Never the beginning of an invoice of another promise, which they look for by its number.
  const number = `E${process.pid}x${Date.now()}`;
  const person = { id: "edited-maria", name: "Maria", email: "maria@editor.test" };
  await api.post("/events", {
    name: STARTED,
    person: { ...person, timeZone: "Europe/Berlin", locale: "en" },
    data: { number, amount: 1280, due_date: "2025-12-15" },
  });
}

type Steps = { id: string; disabled?: boolean; [field: string]: unknown }[];
type Draft = { stages: { id: string; name: string; steps: Steps }[] };
type Stored = {
  draft: Draft | null;
  templates: Record<string, unknown>;
  hasDraft: boolean;
  revision: number;
};

/** A workflow as the API tells it, to see what the editor has stored. */
export const stored = (api: Api, key: string) => api.get<Stored>(`/workflows/${key}`);

/** The ids of a stage's own steps as they are stored. */
export const storedIds = async (api: Api, key: string, stage: string) =>
  (await stored(api, key)).draft?.stages
    .find(({ id }) => id === stage)
    ?.steps.map((step) => step.id);

export const openEditor = async (page: Page, key: string, query = ""): Promise<void> => {
  await page.goto(`/live/workflows/${key}/edit${query}`);
  await cameToLife(page);
};

/** Only the browser draws the canvas, and only its script reads which step the address names. */
export async function cameToLife(page: Page): Promise<void> {
  const asked = new URL(page.url()).searchParams;
  if (asked.get("view") !== "outline") {
    await expect(canvas(page).getByRole("group", { name: /^Start\. / })).toBeVisible();
  }
  if (asked.has("step")) {
    await expect(inspector(page).getByRole("heading", { name: /^Step / })).toBeVisible();
  }
}

const canvas = (page: Page): Locator => page.getByRole("group", { name: "Canvas" });
const outline = (page: Page): Locator => page.getByRole("tree", { name: "Outline" });

/** A step on the canvas, by the beginning of its name: `1.1, Email`. */
export const card = (page: Page, name: string): Locator =>
  canvas(page).getByRole("group", { name: new RegExp(`^Step ${name.replaceAll(".", "\\.")}`) });

export const row = (page: Page, name: string): Locator =>
  outline(page).getByRole("treeitem", { name: new RegExp(`^Step ${name.replaceAll(".", "\\.")}`) });

export const inspector = (page: Page): Locator =>
  page.getByRole("complementary", { name: "Inspector" });

/** The names of every step of the canvas, in the order of the document. */
export const cardNames = (page: Page): Promise<string[]> =>
  canvas(page)
    .getByRole("group", { name: /^Step / })
    .evaluateAll((cards) => cards.map((one) => one.getAttribute("aria-label") ?? ""));

export const rowNames = (page: Page): Promise<string[]> =>
  outline(page)
    .getByRole("treeitem", { name: /^Step / })
    .evaluateAll((rows) =>
      rows.map((one) => {
        const ids = one.getAttribute("aria-labelledby")?.split(" ") ?? [];
        const texts = ids.map((id) => document.getElementById(id)?.innerText ?? "");
        return texts.join(" ").replace(/\s+/g, " ").trim();
      }),
    );

export const saved = (page: Page) => expect(page.getByText(/^Saved/).first()).toBeVisible();
