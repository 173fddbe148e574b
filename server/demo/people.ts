import { PreferencesInput } from "@/core/contracts/people";

export type DemoPerson = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: string;
  timeZone: string;
  city: string;
  country: string;
  managerId?: string;
  attributes: Record<string, string>;
  /** Has the app: push reaches them. */
  push?: boolean;
  /** Did not agree that opens are looked at. */
  untracked?: boolean;
};

type Place = Pick<DemoPerson, "locale" | "timeZone" | "city" | "country">;
const BERLIN: Place = { locale: "de-DE", timeZone: "Europe/Berlin", city: "Berlin", country: "DE" };
const LONDON: Place = { locale: "en-GB", timeZone: "Europe/London", city: "London", country: "GB" };
const NEW_YORK: Place = {
  locale: "en-US",
  timeZone: "America/New_York",
  city: "New York",
  country: "US",
};
const TOKYO: Place = { locale: "en", timeZone: "Asia/Tokyo", city: "Tokyo", country: "JP" };
const SAO_PAULO: Place = {
  locale: "en",
  timeZone: "America/Sao_Paulo",
  city: "São Paulo",
  country: "BR",
};

type Extra = Partial<Pick<DemoPerson, "push" | "untracked" | "email" | "phone">>;

/** Numbers from the ranges that are kept free for films and examples, or that no network uses. */
const customer = (
  n: number,
  name: string,
  company: string,
  place: Place,
  phone: string | null,
  extra: Extra = {},
): DemoPerson => {
  const [first = "", ...rest] = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(" ");
  const email = `${first}.${rest.join("-")}@${company.toLowerCase().replace(/[^a-z]+/g, "-")}.example.com`;
  return { id: `cus_${n}`, name, email, phone, ...place, attributes: { company }, ...extra };
};

export const CUSTOMERS: readonly DemoPerson[] = [
  customer(101, "Maria Lopez", "Lopez Design", BERLIN, "+491713920001", { push: true }),
  customer(102, "Jan Becker", "Becker Metallbau", BERLIN, "+491713920002"),
  customer(103, "Aylin Demir", "Demir Logistik", BERLIN, "+491713920003", { push: true }),
  customer(104, "Stefan Vogel", "Vogel und Söhne", BERLIN, null),
  customer(105, "Katrin Schulz", "Praxis Schulz", BERLIN, "+491713920005", { untracked: true }),
  customer(106, "Tobias Krüger", "Krüger Elektro", BERLIN, "+491713920006"),
  customer(107, "Nele Hoffmann", "Hoffmann Kaffee", BERLIN, "+491713920007"),
  customer(108, "Emre Yilmaz", "Yilmaz Bau", BERLIN, "+491713920008"),
  customer(109, "Charlotte Evans", "Evans Books", LONDON, "+447700900109", { push: true }),
  customer(110, "Oliver Grant", "Grant Surveyors", LONDON, "+447700900110"),
  customer(111, "Amara Okafor", "Okafor Studio", LONDON, "+447700900111", { untracked: true }),
  customer(112, "Harry Whitfield", "Whitfield Gardens", LONDON, null),
  customer(113, "Grace Miller", "Miller Dental", NEW_YORK, "+12125550113", { push: true }),
  customer(114, "Daniel Ortiz", "Ortiz Catering", NEW_YORK, "+12125550114"),
  customer(115, "Rachel Stein", "Stein Architects", NEW_YORK, "+12125550115"),
  customer(116, "Marcus Johnson", "Johnson Freight", NEW_YORK, "+12125550116"),
  customer(117, "Yuki Tanaka", "Tanaka Press", TOKYO, "+819000000117", { push: true }),
  customer(118, "Haruto Sato", "Sato Robotics", TOKYO, "+819000000118"),
  customer(119, "Beatriz Souza", "Souza Moda", SAO_PAULO, "+5511900000119"),
  customer(120, "Rafael Lima", "Lima Alimentos", SAO_PAULO, null, { email: null }),
];

const employee = (
  n: number,
  name: string,
  job: string,
  place: Place,
  managerId: string | null,
  extra: Extra = {},
): DemoPerson => {
  const address = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ /g, ".");
  const phone = extra.phone ?? null;
  const base = { id: `emp_${n}`, name, email: `${address}@acme.example.com`, phone, ...place };
  return { ...base, ...(managerId !== null && { managerId }), attributes: { job }, ...extra };
};

const SHARED_DESK = "success-desk@acme.example.com";

export const EMPLOYEES: readonly DemoPerson[] = [
  employee(1, "Ines Falk", "Managing director", BERLIN, null),
  employee(2, "Dana Weiss", "Head of billing", BERLIN, "emp_5"),
  employee(3, "Paul Richter", "Billing", BERLIN, "emp_2"),
  employee(4, "Sofia Marin", "Billing", BERLIN, "emp_2"),
  employee(5, "Henrik Olsen", "Head of finance", BERLIN, "emp_1"),
  employee(6, "Lena Brandt", "Finance", BERLIN, "emp_5"),
  employee(7, "Tom Ashby", "Head of customer success", LONDON, "emp_1"),
  employee(8, "Mia Chen", "Customer success", LONDON, "emp_7", { email: SHARED_DESK }),
  employee(9, "Lucas Pereira", "Customer success", SAO_PAULO, "emp_7", { email: SHARED_DESK }),
  employee(10, "Jonas Keller", "Head of support", BERLIN, "emp_1"),
  employee(11, "Zoe Martin", "Support", LONDON, "emp_10"),
  employee(12, "Ben Carter", "Support", NEW_YORK, "emp_10"),
  employee(13, "Priya Nair", "Head of product", LONDON, "emp_1"),
  employee(14, "Felix Arnold", "Product", BERLIN, "emp_13"),
  employee(15, "Hannah Wolf", "Product", BERLIN, "emp_13"),
  employee(16, "Omar Haddad", "Design", BERLIN, "emp_13"),
  employee(17, "Nora Lindgren", "CISO", BERLIN, "emp_1", { phone: "+491713920017", push: true }),
  employee(18, "Viktor Sokolov", "Incident manager", BERLIN, "emp_17", {
    phone: "+491713920018",
    push: true,
  }),
  employee(19, "Clara Busch", "Security", BERLIN, "emp_18", { phone: "+491713920019", push: true }),
  employee(20, "Samuel Adeyemi", "Security", LONDON, "emp_18", {
    phone: "+447700900120",
    push: true,
  }),
  employee(21, "Ida Nowak", "Security", BERLIN, "emp_18", { phone: "+491713920021", push: true }),
];

/** Who reviews, in no particular order. */
export const REVIEWERS = ["emp_14", "emp_15", "emp_16", "emp_6", "emp_11", "emp_3"] as const;

const EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const choice = (topic: string, change: Partial<PreferencesInput["topics"][string]>) => ({
  topics: {
    [topic]: { channels: {}, frequency: "as_it_happens" as const, digestAt: null, ...change },
  },
});

/** What some of them chose; the others never touched their settings. */
export const CHOICES: readonly { personId: string; preferences: Partial<PreferencesInput> }[] = [
  {
    personId: "cus_117",
    preferences: { quietHours: [{ days: [...EVERY_DAY], from: "19:00", to: "10:00" }] },
  },
  {
    personId: "cus_106",
    preferences: choice("billing-reminders", { frequency: "daily", digestAt: "18:00" }),
  },
  {
    personId: "cus_110",
    preferences: choice("account-renewals", { frequency: "weekly", digestAt: "09:00" }),
  },
  { personId: "cus_108", preferences: choice("billing-reminders", { channels: { sms: false } }) },
  { personId: "cus_115", preferences: choice("billing-reminders", { frequency: "last_reminder" }) },
  { personId: "cus_111", preferences: choice("support-updates", { channels: { email: false } }) },
  { personId: "cus_116", preferences: choice("account-renewals", { frequency: "off" }) },
  { personId: "emp_16", preferences: choice("reviews", { frequency: "daily", digestAt: "09:30" }) },
];

/** Withdrew their consent to text messages. */
export const NO_SMS: readonly string[] = ["cus_107"];

/** Preferences are written whole: what a person did not change stays as it was. */
export function preferencesOf(
  personId: string,
  change: Partial<PreferencesInput>,
): PreferencesInput {
  const person = [...CUSTOMERS, ...EMPLOYEES].find(({ id }) => id === personId);
  const { locale = null, timeZone = null } = person ?? {};
  return PreferencesInput.parse({ locale, timeZone, ...change });
}
