import { expect, test } from "vitest";
import { Step } from "@/core/workflow/step";
import type { Names } from "./names";
import { stepSentence } from "./step-sentence";

const names: Names = {
  template: (key) => ({ invoice: "Your invoice is due" })[key],
  team: (key) => ({ billing: "Billing" })[key],
  person: (id) => ({ p_head: "Head of Finance" })[id],
  endpoint: (url) => (url.includes("crm") ? "“CRM note”" : undefined),
  condition: (cel) => (cel === "data.amount > 5000" ? "amount is over €5,000" : undefined),
};

const send = { kind: "send", channels: [{ email: "invoice" }] };
const LEVELS = [
  {
    targets: [{ team: "billing", role: "lead" }],
    channels: [{ email: "esc" }, { in_app: "esc" }],
    acknowledgeWithin: "PT4H",
    clock: "working_hours",
  },
  { targets: [{ person: "p_head" }], channels: [{ email: "esc" }], acknowledgeWithin: "P1D" },
];

/** [step, English, German] */
const SENTENCES: [Record<string, unknown>, string, string][] = [
  [
    send,
    "Email the person: “Your invoice is due”.",
    "E-Mail an die Person: „Your invoice is due“.",
  ],
  [
    { ...send, fallback: { sms: "short", after: "PT4H", unless: "opened" } },
    "Email the person: “Your invoice is due”. If not opened in 4 hours, send SMS “short” instead.",
    "E-Mail an die Person: „Your invoice is due“. Falls nicht innerhalb von 4 Stunden geöffnet, stattdessen SMS „short“ senden.",
  ],
  [
    {
      kind: "send",
      to: "involved",
      channels: [{ email: "a" }, { in_app: "b" }],
      ignoreQuietHours: true,
    },
    "Send to everyone involved: email “a” and in-app “b”. Quiet hours do not hold it back.",
    "An alle Beteiligten senden: E-Mail „a“ und In-App „b“. Ruhezeiten halten sie nicht zurück.",
  ],
  [
    {
      kind: "send",
      to: { team: "billing", role: "on_call" },
      anyOf: [{ push: "a" }, { sms: "b" }],
    },
    "Send to whoever is on duty in Billing the first that can be delivered: push “a” or SMS “b”.",
    "An die diensthabende Person von Billing senden, was zuerst zugestellt werden kann: Push „a“ oder SMS „b“.",
  ],
  [
    {
      kind: "wait",
      until: { due: "-P2D" },
      at: "09:00",
      zone: "person",
      days: "business",
      ifPassed: "send_now",
    },
    "Wait until 2 days before the due date, 09:00 in the recipient’s time zone, on business days. If that moment has passed, send now.",
    "Warten bis 2 Tage vor dem Fälligkeitstermin, 09:00 Uhr in der Zeitzone der Person, an Arbeitstagen. Ist dieser Zeitpunkt vorbei, sofort senden.",
  ],
  [
    { kind: "wait", until: { due: "P0D" }, ifPassed: "skip" },
    "Wait until the due date. If that moment has passed, do not send.",
    "Warten bis zum Fälligkeitstermin. Ist dieser Zeitpunkt vorbei, nicht senden.",
  ],
  [
    { kind: "wait", until: { "data.starts_at": { businessDays: 2 } } },
    "Wait until 2 business days after the moment in data.starts_at.",
    "Warten bis 2 Arbeitstage nach dem Zeitpunkt in data.starts_at.",
  ],
  [
    { kind: "wait", until: { due: { fraction: 0.5 } } },
    "Wait until 50 % of the way from the opening to the due date.",
    "Warten, bis 50 % der Zeit von der Eröffnung bis zum Fälligkeitstermin vergangen sind.",
  ],
  [
    { kind: "wait", for: { businessDays: 3 }, at: "09:00", zone: "person" },
    "Wait 3 business days, then continue at 09:00 in the recipient’s time zone.",
    "3 Arbeitstage warten, dann um 09:00 Uhr in der Zeitzone der Person fortfahren.",
  ],
  [{ kind: "wait", for: "P1DT4H" }, "Wait 1 day, 4 hours.", "1 Tag, 4 Stunden warten."],
  [
    { kind: "wait_for_response", for: "P3D" },
    "Wait up to 3 days for any response.",
    "Bis zu 3 Tage warten auf: eine beliebige Reaktion.",
  ],
  [
    {
      kind: "wait_for_response",
      for: "P3D",
      from: "due",
      what: [{ event: "invoice.paid" }, { action: "paid" }, "reply"],
    },
    "Wait until 3 days after the due date for invoice.paid, the button “paid” or a reply.",
    "Bis 3 Tage nach dem Fälligkeitstermin warten auf: invoice.paid, die Schaltfläche „paid“ oder eine Antwort.",
  ],
  [
    {
      kind: "branch",
      paths: [{ name: "High value", when: "data.amount > 5000", steps: [] }],
      otherwise: [],
    },
    "If amount is over €5,000 → High value; otherwise go on.",
    "Falls amount is over €5,000 → High value; sonst fortfahren.",
  ],
  [
    {
      kind: "split",
      arms: [
        { name: "A", weight: 45, steps: [] },
        { name: "B", weight: 45, steps: [] },
      ],
      holdout: 10,
    },
    "Try A 45 % against B 45 %, keep 10 % without a message.",
    "A (45 %) gegen B (45 %) testen, 10 % ohne Nachricht lassen.",
  ],
  [
    { kind: "repeat", every: { businessDays: 2 }, timesMax: 3, steps: [{ id: "r", ...send }] },
    "Every 2 business days, at most 3 times, until answered: 1 step.",
    "Alle 2 Arbeitstage, höchstens 3-mal, bis eine Reaktion kommt: 1 Schritt.",
  ],
  [
    { kind: "repeat", every: "P1D", timesMax: 1, steps: [] },
    "Every day, at most once, until answered: nothing yet.",
    "Jeden Tag, höchstens einmal, bis eine Reaktion kommt: noch nichts.",
  ],
  [
    { kind: "escalate", levels: LEVELS, repeat: { toLevel: 1, timesMax: 3 }, priority: "high" },
    "Hand over to the supervisor of Billing by email and in-app. If nobody acknowledges in 4 business hours, tell Head of Finance by email, with 1 day to acknowledge. Then repeat from level 1, at most 3 times. Set the priority to high.",
    "Übergeben an die Leitung von Billing per E-Mail und In-App. Bestätigt niemand innerhalb von 4 Arbeitsstunden, Head of Finance per E-Mail informieren, mit 1 Tag Zeit zur Bestätigung. Danach ab Stufe 1 wiederholen, höchstens 3-mal. Priorität setzen auf: hoch.",
  ],
  [
    { kind: "escalate", policy: "billing-leads", tell: [{ email: "told" }] },
    "Escalate by the policy “billing-leads”. Tell the person by email.",
    "Nach der Richtlinie „billing-leads“ eskalieren. Die Person informieren per E-Mail.",
  ],
  [
    {
      kind: "escalate",
      announce: { before: "PT4H", channels: [{ email: "soon" }] },
      levels: [
        { ...LEVELS[0], targets: [{ team: "billing", role: "round_robin" }], everyone: true },
        { ...LEVELS[1], everyone: true },
      ],
      acknowledgementTimeout: { after: "PT8H", clock: "working_hours" },
    },
    "Tell the person by email 4 hours before. Hand over to one member of Billing in turn by email and in-app. If not everyone acknowledges in 4 business hours, tell Head of Finance for the others by email, with 1 day for everyone to acknowledge. If it is acknowledged and not resolved in 8 business hours, start again from level 1.",
    "Die Person 4 Stunden vorher per E-Mail informieren. Übergeben an ein Mitglied von Billing (reihum) per E-Mail und In-App. Bestätigen nicht alle innerhalb von 4 Arbeitsstunden, für die übrigen Head of Finance per E-Mail informieren, mit 1 Tag Zeit zur Bestätigung durch alle. Ist der Fall bestätigt, aber nach 8 Arbeitsstunden nicht erledigt, wieder ab Stufe 1 beginnen.",
  ],
  [
    { kind: "update", set: { priority: "high", owner: { team: "billing" } } },
    "Set the priority to high and the owner to team Billing.",
    "Setzen: die Priorität auf hoch und die Zuständigkeit auf das Team Billing.",
  ],
  [
    { kind: "call", url: "https://crm.example/notes", saveAs: "crm" },
    "Call POST “CRM note” and keep the answer as “crm”. If it fails, go on.",
    "POST “CRM note” aufrufen und die Antwort als „crm“ behalten. Schlägt es fehl, fortfahren.",
  ],
  [
    { kind: "close", outcome: "resolved", note: "All done." },
    "Close as resolved: “All done”.",
    "Schließen als erledigt: „All done“.",
  ],
];

test.each(SENTENCES)("%j reads as one sentence in English and German", (step, english, german) => {
  const parsed = Step.parse({ id: "s1", ...step });
  expect(stepSentence(parsed, { locale: "en", names })).toBe(english);
  expect(stepSentence(parsed, { locale: "de", names })).toBe(german);
});

test("a locale without sentences of its own reads English", () => {
  const step = Step.parse({ id: "s1", kind: "wait", for: "P3D" });
  expect(stepSentence(step, { locale: "ja-JP" })).toBe("Wait 3 days.");
});

test("a key without a label is quoted, and a long condition is cut", () => {
  const when = `data.name == "${"x".repeat(2_000)}"`;
  const step = Step.parse({
    id: "s1",
    kind: "branch",
    paths: [{ name: "P", when, steps: [] }],
    otherwise: [],
  });
  expect(stepSentence(step, { locale: "en" }).length).toBeLessThan(400);
  const team = Step.parse({ id: "s2", ...send, to: { team: "billing" } });
  expect(stepSentence(team, { locale: "en" })).toBe("Email team “billing”: “invoice”.");
});
