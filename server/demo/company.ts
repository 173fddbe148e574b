import { sql } from "drizzle-orm";
import { InlinePerson } from "@/core/contracts/people";
import { RotaInput } from "@/core/contracts/rotas";
import { CalendarInput, TeamInput } from "@/core/contracts/teams";
import { reviewPending } from "@/core/gallery/review-pending";
import { securityIncident } from "@/core/gallery/security-incident";
import { subscriptionRenewal } from "@/core/gallery/subscription-renewal";
import { supportTicket } from "@/core/gallery/support-ticket";
import { unpaidInvoice } from "@/core/gallery/unpaid-invoice";
import { DAY_MS, type Instant, toRfc3339 } from "@/core/time";
import { inTransaction } from "@/db/client";
import { insertConsents } from "@/db/queries/consents";
import { putScenario } from "@/db/queries/scenarios";
import type { Who } from "@/server/cases/verbs";
import { saveCalendar } from "../calendars/save-calendar";
import type { Ctx } from "../context";
import { newId } from "../new-id";
import { savePeople } from "../people/save-people";
import { savePreferences } from "../people/save-preferences";
import { savePolicy } from "../policies/save-policy";
import { saveRota } from "../rotas/save-rota";
import { saveTeam } from "../teams/save-team";
import { saveTemplate } from "../templates/save-template";
import { saveTopic } from "../topics/save-topic";
import { publishWorkflow } from "../workflows/publish";
import { saveDraft } from "../workflows/save-draft";
import { CHOICES, CUSTOMERS, type DemoPerson, EMPLOYEES, NO_SMS, preferencesOf } from "./people";

export const DEMO_NAME = "Acme (demo)";
export const DEMO_ZONE = "Europe/Berlin";

const WORKDAYS = ["mon", "tue", "wed", "thu", "fri"] as const;

const CALENDARS = {
  germany: {
    timeZone: DEMO_ZONE,
    hours: [{ days: [...WORKDAYS], from: "09:00", to: "17:00" }],
    holidays: { country: "DE", region: "BE", extra: [], except: [] },
  },
  "united-states": {
    timeZone: "America/New_York",
    hours: [{ days: [...WORKDAYS], from: "09:00", to: "17:00" }],
    holidays: { country: "US", extra: [], except: [] },
  },
} satisfies Record<string, CalendarInput>;

type Members = { personId: string; deputyId?: string; absentUntil?: string }[];
type DemoTeam = {
  name: string;
  leadId: string;
  members: Members;
  calendar: string;
  timeZone: string;
  /** The department it belongs to, which stands before it. */
  parent?: string;
};

const german = { calendar: "germany", timeZone: DEMO_ZONE };
const people = (...ids: number[]): Members => ids.map((n) => ({ personId: `emp_${n}` }));

const TEAMS: Readonly<Record<string, DemoTeam>> = {
  finance: { name: "Finance", leadId: "emp_5", members: people(5, 6), ...german },
  billing: {
    name: "Billing",
    leadId: "emp_2",
    members: people(2, 3, 4),
    parent: "finance",
    ...german,
  },
  "customer-success": {
    name: "Customer success",
    leadId: "emp_7",
    members: people(7, 8, 9),
    ...german,
  },
  support: {
    name: "Support",
    leadId: "emp_10",
    members: people(10, 11, 12),
    parent: "customer-success",
    calendar: "united-states",
    timeZone: "America/New_York",
  },
  product: { name: "Product", leadId: "emp_13", members: people(13, 14, 15, 16), ...german },
  security: { name: "Security", leadId: "emp_18", members: people(18, 19, 20, 21), ...german },
};

/** On call in turns of a week, the backup always somebody else. */
const ON_CALL = {
  security: ["emp_19", "emp_20", "emp_21"],
  "security-backup": ["emp_20", "emp_21", "emp_19"],
} as const;

/** The security rota as it is stored: a plan counted from a Monday before the history begins. */
export const rotaPlan = (key: keyof typeof ON_CALL) => ({
  name: key === "security" ? "Security on call" : "Security backup",
  timeZone: DEMO_ZONE,
  layers: [
    {
      name: "Weekly",
      people: [...ON_CALL[key]],
      startsOn: "2024-01-01",
      handoverAt: "09:00",
      rotation: { every: 1, unit: "week" as const },
    },
  ],
});

/** People, teams, calendars, rotas, topics, policies, contents and workflows, all by the verbs of the API. */
export async function foundCompany(ctx: Ctx, who: Who): Promise<void> {
  for (const [key, calendar] of Object.entries(CALENDARS)) {
    await saveCalendar(ctx, who, key, CalendarInput.parse(calendar));
  }
  await ctx.db.execute(sql`
    update workspaces set calendar = 'germany' where id = ${who.workspaceId}`);
  await savePeople(ctx, who, [...EMPLOYEES, ...CUSTOMERS].map(inlinePerson));
  await reachByPush(ctx, who);
  for (const key of Object.keys(TEAMS)) await putTeam(ctx, who, key);
  for (const key of ["security", "security-backup"] as const) {
    await saveRota(ctx, who, key, RotaInput.parse(rotaPlan(key)));
  }
  await installStarters(ctx, who);
  for (const { personId, preferences } of CHOICES) {
    await savePreferences(ctx, who, personId, preferencesOf(personId, preferences));
  }
}

function inlinePerson({
  push: _,
  untracked: __,
  city,
  country,
  ...person
}: DemoPerson): InlinePerson {
  return InlinePerson.parse({ ...person, location: { city, country, region: null } });
}

/** Devices and tracking consent have no verb of their own yet: they come from the app and the preference center. */
async function reachByPush(ctx: Ctx, { workspaceId }: Who): Promise<void> {
  const everyone = [...EMPLOYEES, ...CUSTOMERS];
  const devices = everyone.filter(({ push }) => push).map(({ id }) => id);
  const tracked = everyone.filter(({ untracked }) => !untracked).map(({ id }) => id);
  await inTransaction(ctx.db, async (tx) => {
    await tx.execute(sql`
      insert into contact_points (workspace_id, person_id, channel, address, verified_at)
      select ${workspaceId}, id, 'push', 'device:' || id, clock_timestamp()
      from unnest(${sql.param(devices)}::text[]) as d(id)`);
    await tx.execute(sql`
      update people set tracking_consent = true
      where workspace_id = ${workspaceId} and id = any(${sql.param(tracked)}::text[])`);
    const word = { channel: "sms" as const, topic: null, granted: false, source: "reply:STOP" };
    await insertConsents(
      tx,
      workspaceId,
      [...NO_SMS].map((personId) => ({ ...word, personId, id: newId() })),
    );
  });
}

/** Saves a team, with one member away if `absence` says so. */
export async function putTeam(
  ctx: Ctx,
  who: Who,
  key: string,
  absence?: { personId: string; until: Instant; deputyId?: string },
): Promise<void> {
  const team = TEAMS[key];
  if (!team) throw new Error(`Invariant violated: the demo has no team ${key}`);
  const members = team.members.map((member) => ({
    ...member,
    role: member.personId === team.leadId ? "lead" : "member",
    ...(absence?.personId === member.personId && {
      absentUntil: toRfc3339(absence.until),
      ...(absence.deputyId !== undefined && { deputyId: absence.deputyId }),
    }),
  }));
  await saveTeam(ctx, who, key, TeamInput.parse({ ...team, members }));
}

/** The starters this company works with; the others wait in the gallery. */
const IN_USE = [unpaidInvoice, subscriptionRenewal, supportTicket, reviewPending, securityIncident];

async function installStarters(ctx: Ctx, who: Who): Promise<void> {
  for (const { key, name, definition, templates, topics, policies, scenarios } of IN_USE) {
    for (const topic of topics) await saveTopic(ctx, who, topic.key, topic);
    for (const policy of policies) await savePolicy(ctx, who, policy.key, policy);
    for (const [templateKey, template] of Object.entries(templates)) {
      await saveTemplate(ctx, who, templateKey, template);
    }
    await saveDraft(ctx, who, key, { name, definition });
    await publishWorkflow(ctx, who, key, { inFlight: "finish", note: "From the gallery" });
    // Its second version has a stage that the gallery's scenarios know nothing of.
    if (key === reviewPending.key) continue;
    await inTransaction(ctx.db, async (tx) => {
      for (const test of scenarios) await putScenario(tx, who.workspaceId, key, test);
    });
  }
}

/** Things are as old as their history; the database stamped them with the moment of loading. */
export async function backdate(ctx: Ctx, { workspaceId }: Who, to: Instant): Promise<void> {
  const at = sql`to_timestamp(${to - DAY_MS} / 1000.0)`;
  await inTransaction(ctx.db, async (tx) => {
    await tx.execute(sql`update workspaces set created_at = ${at} where id = ${workspaceId}`);
    await tx.execute(sql`
      update people set created_at = ${at}, updated_at = ${at} where workspace_id = ${workspaceId}`);
    await tx.execute(sql`
      update contact_points set created_at = ${at}, verified_at = ${at} where workspace_id = ${workspaceId}`);
    await tx.execute(sql`
      update workflows set created_at = ${at}, updated_at = ${at} where workspace_id = ${workspaceId}`);
    await tx.execute(sql`
      update workflow_versions set published_at = ${at} where workspace_id = ${workspaceId}`);
    await tx.execute(
      sql`update consents set at = ${at}, proof = '' where workspace_id = ${workspaceId}`,
    );
    await tx.execute(sql`update audit_log set at = ${at} where workspace_id = ${workspaceId}`);
  });
}
