import { assert } from "@/core/assert";
import { onDuty } from "@/core/rota/on-duty";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from "@/core/time";
import { type Chance, chanceFrom } from "./chance";
import { rotaPlan } from "./company";
import { CUSTOMERS, REVIEWERS } from "./people";
import {
  INCIDENT_STORIES,
  INVOICE_STORIES,
  RENEWAL_STORIES,
  REVIEW_STORIES,
  type Story,
  TICKET_STORIES,
} from "./stories";

export const HISTORY_DAYS = 60;
const SEED = 20_240_229;

type Data = Record<string, string | number>;

/** One matter of the history: the event that opens it, when, and how it goes on. */
export type Matter = {
  at: Instant;
  event: string;
  person: string;
  data: Data;
  story: Story;
  /** An event that came before the one that opens the case. */
  early?: { event: string; at: Instant };
  /** The clock stops this often, so that people can act within minutes. */
  watchForMs?: number;
};

const dateOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

/** The moment so many days back, at an hour of the day in UTC. */
const daysBack = (now: Instant, days: number, hour: number, minute = 0): Instant =>
  Math.floor(now / DAY_MS) * DAY_MS - days * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS;

/** Everything that is going to happen up to `now`, in order of time. */
export function mattersUpTo(now: Instant): Matter[] {
  const chance = chanceFrom(SEED);
  const all = [
    ...invoices(now, chance),
    ...renewals(now, chance),
    ...tickets(now, chance),
    ...reviews(now, chance),
    ...incidents(now, chance),
  ];
  return all
    .filter(
      ({ at, early }) => at < now - MINUTE_MS && (early?.at ?? at) > now - HISTORY_DAYS * DAY_MS,
    )
    .sort((a, b) => a.at - b.at);
}

type InvoiceStory = keyof typeof INVOICE_STORIES;
const INVOICE_WEIGHTS = {
  paysAtOnce: 24,
  paysAfterReminder: 20,
  pressesPaid: 10,
  paysOnDueDay: 9,
  paysAfterText: 6,
  promises: 5,
  paysAfterFinal: 8,
  acknowledgedThenPaid: 8,
  financeTakesOver: 3,
  nobodyAnswers: 2,
  wrongInvoice: 3,
} satisfies Partial<Record<InvoiceStory, number>>;

/** Days back, terms in days, customer and story of invoices that must be there. */
const INVOICES: readonly (readonly [number, number, string, InvoiceStory])[] = [
  [57, 14, "cus_101", "paysAfterReminder"],
  [56, 14, "cus_104", "nobodyAnswers"],
  [55, 14, "cus_112", "financeTakesOver"],
  [54, 7, "cus_106", "paysAfterText"],
  [52, 14, "cus_107", "paysAfterText"],
  [51, 14, "cus_108", "paysAfterText"],
  [50, 14, "cus_115", "paysAfterFinal"],
  [49, 14, "cus_109", "reopened"],
  [48, 14, "cus_110", "unsubscribes"],
  [46, 14, "cus_113", "promises"],
  [45, 14, "cus_120", "acknowledgedThenPaid"],
  [44, 14, "cus_118", "bounces"],
  [43, 14, "cus_119", "getsMoreTime"],
  [41, 14, "cus_117", "paysOnDueDay"],
  [40, 14, "cus_114", "sentAgain"],
  [39, 14, "cus_102", "snoozes"],
  [37, 14, "cus_103", "escalatedByHand"],
  [36, 14, "cus_116", "breaksPromise"],
  [35, 2, "cus_105", "paysAfterFinal"],
  [34, 14, "cus_111", "paysOnDueDay"],
  [26, 14, "cus_101", "acknowledgedAndOpen"],
  [23, 15, "cus_112", "nobodyAnswers"],
  [23, 14, "cus_104", "nobodyAnswers"],
  [17, 14, "cus_107", "nobodyAnswers"],
  [14, 14, "cus_105", "nobodyAnswers"],
  [13, 14, "cus_109", "nobodyAnswers"],
  [11, 14, "cus_113", "snoozes"],
  [9, 14, "cus_106", "nobodyAnswers"],
  [9, 14, "cus_119", "snoozes"],
  [4, 14, "cus_111", "goesOnHoliday"],
  [3, 14, "cus_117", "nobodyAnswers"],
];

/** Customers with settings that silence whole invoices have one of their own each. */
const QUIET: readonly string[] = ["cus_110", "cus_115", "cus_120"];
const PAYERS = CUSTOMERS.map(({ id }) => id).filter((id) => !QUIET.includes(id));

function invoices(now: Instant, chance: Chance): Matter[] {
  let number = 2040;
  const invoice = (
    at: Instant,
    terms: number,
    person: string,
    name: InvoiceStory,
    change: Data = {},
  ): Matter => {
    number += 1;
    const data: Data = {
      id: String(number),
      number: String(number),
      amount: chance.between(8, 640) * 10 + chance.pick([0, 0, 0.5, 9.9]),
      currency: currencyOf(person),
      due_date: dateOf(at + terms * DAY_MS),
      url: `https://pay.example.com/i/${number}`,
      ...change,
    };
    return { at, event: "invoice.created", person, data, story: INVOICE_STORIES[name] };
  };
  const at = (days: number) => daysBack(now, days, chance.between(7, 15), chance.between(0, 59));
  const fixed = INVOICES.map(([days, terms, person, name]) =>
    invoice(at(days), terms, person, name),
  );
  const others = Array.from({ length: 26 }, (_, i) => {
    const days = 58 - Math.floor((i * 58) / 26);
    return invoice(
      at(days),
      chance.pick([7, 14, 14, 30]),
      chance.pick(PAYERS),
      chance.weighted(INVOICE_WEIGHTS),
    );
  });
  return [...fixed, ...others, ...oddInvoices(now, invoice)];
}

/** What goes wrong in every company: no date, no such customer, a text for a number, paid too soon. */
function oddInvoices(
  now: Instant,
  invoice: (
    at: Instant,
    terms: number,
    person: string,
    name: InvoiceStory,
    change?: Data,
  ) => Matter,
): Matter[] {
  const dateless = invoice(daysBack(now, 6, 9, 12), 14, "cus_103", "nobodyAnswers");
  delete dateless.data.due_date;
  const paidBefore = invoice(daysBack(now, 29, 13, 40), 14, "cus_102", "nobodyAnswers");
  return [
    dateless,
    { ...paidBefore, early: { event: "invoice.paid", at: daysBack(now, 29, 11, 5) } },
    invoice(daysBack(now, 31, 10, 20), 5, "cus_900", "nobodyAnswers"),
    invoice(daysBack(now, 24, 8, 55), 14, "cus_108", "rejected", { currency: "Euro" }),
    invoice(daysBack(now, 1, 8, 5), 0, "cus_110", "nobodyAnswers", { due_date: "soon" }),
  ];
}

const currencyOf = (person: string): string => {
  const country = CUSTOMERS.find(({ id }) => id === person)?.country;
  return country === "GB" ? "GBP" : country === "US" ? "USD" : country === "JP" ? "JPY" : "EUR";
};

/** Days from `now` to the renewal, customer, story. Announced 37 days ahead. */
const RENEWALS: readonly (readonly [number, string, keyof typeof RENEWAL_STORIES])[] = [
  [-22, "cus_103", "renewsInLastWeek"],
  [-21, "cus_104", "lapses"],
  [-19, "cus_105", "savedByCall"],
  [-18, "cus_116", "savedByTeam"],
  [-17, "cus_110", "renewsOnLastDay"],
  [-15, "cus_109", "cancels"],
  [-13, "cus_101", "renewsOnLastDay"],
  [-11, "cus_118", "lapses"],
  [-3, "cus_112", "lapses"],
  [-2, "cus_107", "lapses"],
  [1, "cus_113", "lapses"],
  [2, "cus_108", "lapses"],
  [4, "cus_114", "cancels"],
  [6, "cus_111", "lapses"],
  [8, "cus_119", "renewsInLastWeek"],
  [12, "cus_102", "renewsEarly"],
  [15, "cus_106", "renewsEarly"],
  [20, "cus_117", "decidesLater"],
  [26, "cus_115", "lapses"],
  [31, "cus_120", "lapses"],
];
const PLANS = ["Starter", "Team", "Business", "Enterprise"] as const;

function renewals(now: Instant, chance: Chance): Matter[] {
  return RENEWALS.map(([inDays, person, name], i) => {
    const at = daysBack(now, 37 - inDays, 6, chance.between(0, 59));
    const seats = chance.between(3, 60);
    const data = {
      id: `sub_${300 + i}`,
      plan: chance.pick(PLANS),
      seats,
      amount: seats * 180,
      currency: currencyOf(person),
      renews_on: dateOf(daysBack(now, -inDays, 0)),
      url: `https://acme.example.com/plans/${300 + i}`,
    };
    return {
      at,
      event: "subscription.renewal_upcoming",
      person,
      data,
      story: RENEWAL_STORIES[name],
    };
  });
}

const QUESTIONS = [
  ["Export stops at 10,000 rows", "Which browser and version do you use?"],
  ["Login by SSO fails for new people", "Can you send the error from your identity provider?"],
  ["Invoice shows the old address", "Which address should be on it?"],
  ["Reports are slow on Mondays", "How many people open the report at the same time?"],
  ["Import skips umlauts", "Can you attach one row that was skipped?"],
  ["Wrong time zone in the calendar", "Which zone does your account settings page show?"],
] as const;

const TICKET_WEIGHTS = {
  repliesAtOnce: 30,
  repliesInPortal: 16,
  repliesAfterReminder: 22,
  solvedItself: 10,
  neverReplies: 12,
  handedOver: 6,
} satisfies Partial<Record<keyof typeof TICKET_STORIES, number>>;

function tickets(now: Instant, chance: Chance): Matter[] {
  return Array.from({ length: 26 }, (_, i) => {
    const [title, question] = chance.pick(QUESTIONS);
    const high = i % 9 === 4;
    const waits = i >= 22;
    const name = high ? "leadSteps" : waits ? "neverReplies" : chance.weighted(TICKET_WEIGHTS);
    const days = waits ? 25 - i : 57 - Math.floor((i * 54) / 22);
    const data = {
      id: `t_${7700 + i}`,
      number: String(7700 + i),
      title,
      question,
      agent: chance.pick(["Zoe Martin", "Ben Carter"]),
      priority: high ? "high" : "normal",
    };
    const at = daysBack(now, days, chance.between(6, 14), chance.between(0, 59));
    return {
      at,
      event: "ticket.pending_customer",
      person: chance.pick(CUSTOMERS).id,
      data,
      story: TICKET_STORIES[name],
    };
  });
}

const DOCUMENTS = [
  "Pricing page, third draft",
  "Data processing agreement",
  "Onboarding emails",
  "Release notes 4.2",
  "Quarterly forecast",
  "Accessibility report",
  "Job advert, support",
  "Brand colours in dark mode",
] as const;

const REVIEW_WEIGHTS = {
  quick: 32,
  afterHalf: 24,
  lastMinute: 18,
  managerHelps: 14,
  leadHelps: 7,
  handedOver: 5,
  stuck: 2,
} satisfies Partial<Record<keyof typeof REVIEW_STORIES, number>>;

/** Reviews of the second version have a meeting they are needed for; one was asked for without it. */
export const MEETINGS_SINCE_DAYS = 21;

function reviews(now: Instant, chance: Chance): Matter[] {
  return Array.from({ length: 24 }, (_, i) => {
    const waits = i >= 19;
    const days = waits ? 1 + ((i - 19) % 3) + (i === 19 ? 11 : 0) : 58 - Math.floor((i * 52) / 19);
    const name = waits ? "stuck" : chance.weighted(REVIEW_WEIGHTS);
    const at = daysBack(now, days, chance.between(7, 14), chance.between(0, 59));
    const dueAt = at + (i === 19 ? 7 : 4) * DAY_MS;
    const data: Data = {
      id: `r_${500 + i}`,
      title: chance.pick(DOCUMENTS),
      requested_by: chance.pick(["Priya Nair", "Felix Arnold", "Ines Falk"]),
      minutes: chance.pick([10, 15, 20, 30]),
      due_at: dateOf(dueAt),
      url: `https://docs.example.com/r/${500 + i}`,
      meeting_at: new Date(dueAt + 2 * DAY_MS).toISOString(),
    };
    if (i === 19) delete data.meeting_at;
    return {
      at,
      event: "review.requested",
      person: chance.pick(REVIEWERS),
      data,
      story: REVIEW_STORIES[name],
    };
  });
}

const INCIDENTS: readonly (readonly [
  number,
  number,
  string,
  string,
  keyof typeof INCIDENT_STORIES,
])[] = [
  [55, 14, "SEV2", "Expired certificate on the status page", "atOnce"],
  [47, 2, "SEV1", "Unusual sign-ins to the admin console", "atSecondCall"],
  [38, 22, "SEV2", "Leaked test key in a public repository", "backup"],
  [30, 11, "SEV3", "Phishing mail to the finance team", "atOnce"],
  [24, 3, "SEV1", "Traffic peak from one network", "manager"],
  [19, 16, "SEV2", "Malware alert on a laptop", "falseAlarm"],
  [12, 1, "SEV1", "Backup job deleted old copies", "ciso"],
  [8, 4, "SEV2", "Failed sign-ins to payroll", "nobody"],
  [2, 9, "SEV3", "Outdated package in the billing service", "atOnce"],
];
const WATCH_MS = 75 * MINUTE_MS;

function incidents(now: Instant, chance: Chance): Matter[] {
  const rota = { key: "security", ...rotaPlan("security"), overrides: [] };
  return INCIDENTS.map(([days, hour, severity, title, name], i) => {
    const at = daysBack(now, days, hour, chance.between(0, 59));
    const data = {
      id: `inc_${80 + i}`,
      title,
      severity,
      system: chance.pick(["admin.acme.example.com", "billing-api", "vpn", "payroll"]),
      summary: `Reported by monitoring; ${chance.between(3, 90)} signals in ten minutes.`,
    };
    const person = onDuty(rota, at);
    assert(person !== null, "the demo's rota begins before its history");
    return {
      at,
      event: "incident.declared",
      person,
      data,
      story: INCIDENT_STORIES[name],
      watchForMs: WATCH_MS,
    };
  });
}
