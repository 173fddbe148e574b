import { sql } from "drizzle-orm";
import type { PreferredChannel } from "@/core/delivery/preferred-channel";
import type { WorkspaceId } from "@/core/ids";
import type { Channel } from "@/core/template/channel";
import { Template } from "@/core/template/content";
import type { Instant } from "@/core/time";
import { Definition } from "@/core/workflow/definition";
import { inTransaction, type Tx } from "@/db/client";
import { bumpFacts } from "@/db/queries/workspaces";
import * as tables from "@/db/schema";
import type { Ctx } from "../context";
import { newId } from "../new-id";

const FAR = new Date("2100-01-01T00:00:00Z");
const OTHERS = ["lena", "max", "noah", "olga", "pia", "boss", "rita", "rob", "paula"];
const PREFERRED_BY: Readonly<Record<string, PreferredChannel>> = {
  lena: "sms",
  max: "push",
  boss: "in_app",
};
export const PEOPLE_IN_COMPANY = OTHERS.length + 1;

/** The person a company's case is about. */
export type Primary = {
  timeZone: string | null;
  phone: boolean;
  push: boolean;
  tracked: boolean;
  smsConsent: boolean | null;
  quietHours: (typeof tables.people.$inferInsert)["quietHours"];
  /** Of the topics `tasks` and `duties`. */
  frequency: NonNullable<(typeof tables.preferences.$inferInsert)["frequency"]> | null;
  channels: Record<string, boolean>;
  preferred: PreferredChannel | null;
};

/** A name of company `n`: companies share nothing, so that what happens in one moves no other. */
export const nameIn = (n: number, name: string): string => `${name}-${n}`;

const NAMED = ["person", "personId", "team", "rota", "policy"];

/** The definition with every person, team, rota, policy and answering event of its own company. */
export function inCompany(n: number, definition: Definition): Definition {
  const visit = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => visit(item, ""));
    if (typeof value === "string") {
      const isOwn = NAMED.includes(name) || (name === "event" && value === "form.sent");
      return isOwn ? nameIn(n, value) : value;
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, visit(held, key)]));
  };
  const own = visit(definition, "") as Definition;
  const stopsWhen = [
    ...definition.stopsWhen,
    { event: nameIn(n, "done") },
    // biome-ignore lint/suspicious/noThenProperty: the document's own word
    { event: nameIn(n, "seen"), then: "respond" as const },
    // biome-ignore lint/suspicious/noThenProperty: the document's own word
    { event: nameIn(n, "pause"), then: "snooze" as const, until: "data.until" },
  ];
  return Definition.parse({ ...own, stopsWhen });
}

/** Small companies as `randomDefinition` names them, and a live workflow `w-n` for each. */
export async function addCompanies(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  companies: readonly { n: number; primary: Primary; definition: Definition }[],
  now: Instant,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await addContents(tx, workspaceId);
    await tx.insert(tables.people).values(
      companies.flatMap(({ n, primary }) => [
        {
          workspaceId,
          id: nameIn(n, "mara"),
          name: "Mara Example",
          managerId: nameIn(n, "lena"),
          timeZone: primary.timeZone,
          trackingConsent: primary.tracked,
          quietHours: primary.quietHours,
          preferredChannel: primary.preferred,
        },
        ...OTHERS.map((id) => ({
          workspaceId,
          id: nameIn(n, id),
          name: `${id} Example`,
          managerId: id === "boss" ? null : nameIn(n, id === "lena" ? "boss" : "lena"),
          timeZone: "Europe/Berlin",
          trackingConsent: true,
          preferredChannel: PREFERRED_BY[id] ?? null,
          pausedUntil: id === "paula" ? FAR : null,
        })),
      ]),
    );
    const point = (n: number, id: string, channel: Channel) => ({
      workspaceId,
      personId: nameIn(n, id),
      channel,
      address: `${id}-${n} ${channel}`,
      verifiedAt: new Date(now),
    });
    await tx
      .insert(tables.contactPoints)
      .values(
        companies.flatMap(({ n, primary }) => [
          point(n, "mara", "email"),
          point(n, "mara", "webhook"),
          ...(primary.phone ? [point(n, "mara", "sms")] : []),
          ...(primary.push ? [point(n, "mara", "push")] : []),
          ...OTHERS.flatMap((id) => [point(n, id, "email"), point(n, id, "sms")]),
        ]),
      );
    await addChoices(tx, workspaceId, companies, now);
    await addTeams(tx, workspaceId, companies);
    const keys = companies.map(({ n, definition }) => ({ key: nameIn(n, "w"), definition }));
    await tx.insert(tables.workflows).values(
      keys.map(({ key }) => ({
        workspaceId,
        key,
        name: key,
        liveVersion: 1,
        status: "live" as const,
      })),
    );
    await tx.insert(tables.workflowVersions).values(
      keys.map(({ key: workflow, definition }) => ({
        workspaceId,
        workflow,
        version: 1,
        definition,
        publishedAt: sql`now()`,
      })),
    );
    await bumpFacts(tx, workspaceId);
  });
}

async function addContents(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  const topic = { workspaceId, defaultChannels: [] };
  await tx.insert(tables.topics).values([
    { ...topic, key: "tasks", name: "Tasks", required: false },
    { ...topic, key: "duties", name: "Duties", required: true },
  ]);
  await tx
    .insert(tables.templates)
    .values([...CONTENTS].map(([key, template]) => ({ workspaceId, key, template })));
}

const ACTIONS = [
  { id: "done", label: "Done", kind: "complete" },
  { id: "sure", label: "Sure", kind: "complete", resolves: true },
  { id: "other", label: "Other", kind: "complete" },
  { id: "later", label: "Later", kind: "snooze" },
  { id: "mine", label: "Mine", kind: "acknowledge" },
  { id: "reply", label: "Reply", kind: "reply" },
];
const content = (body: string) => ({
  subject: "{{ case.number }}",
  title: "A matter",
  body,
  actions: ACTIONS,
});

/** What the company's messages say. Push cannot be rendered where the event has no nickname; a webhook waits for an owner. */
export const CONTENTS: ReadonlyMap<string, Template> = new Map(
  Object.entries({
    "t-email": { channel: "email", content: content("{{ case.subject }}") },
    "t-sms": { channel: "sms", topic: "duties", content: content("{{ case.subject }}") },
    "t-push": { channel: "push", content: content("{{ data.nickname }}") },
    "t-in_app": { channel: "in_app", content: content("{{ open.count }} {{ history.count }}") },
    "t-webhook": { channel: "webhook", content: content("{{ case.owner | hold }}") },
    esc: { channel: "email", content: content("{{ messages.s1.opened }}") },
  }).map(([key, template]) => [key, Template.parse(template)]),
);

async function addChoices(
  tx: Tx,
  workspaceId: WorkspaceId,
  companies: readonly { n: number; primary: Primary }[],
  now: Instant,
): Promise<void> {
  const choices = companies.flatMap(({ n, primary: { frequency, channels } }) =>
    frequency === null
      ? []
      : ["tasks", "duties"].map((topic) => ({
          workspaceId,
          personId: nameIn(n, "mara"),
          topic,
          frequency,
          channels,
        })),
  );
  if (choices.length > 0) await tx.insert(tables.preferences).values(choices);
  const consents = companies.flatMap(({ n, primary: { smsConsent } }) =>
    smsConsent === null
      ? []
      : [
          {
            workspaceId,
            personId: nameIn(n, "mara"),
            id: newId(),
            channel: "sms" as const,
            granted: smsConsent,
            source: "test",
            at: new Date(now),
          },
        ],
  );
  if (consents.length > 0) await tx.insert(tables.consents).values(consents);
}

async function addTeams(
  tx: Tx,
  workspaceId: WorkspaceId,
  companies: readonly { n: number }[],
): Promise<void> {
  const timeZone = "Europe/Berlin";
  await tx.insert(tables.teams).values(
    companies.flatMap(({ n }) => [
      {
        workspaceId,
        key: nameIn(n, "billing"),
        name: "Billing",
        leadId: nameIn(n, "lena"),
        timeZone,
      },
      { workspaceId, key: nameIn(n, "empty"), name: "Empty" },
    ]),
  );
  const away = { absentUntil: FAR };
  await tx.insert(tables.teamMembers).values(
    companies.flatMap(({ n }) =>
      [
        { personId: "lena" },
        { personId: "max" },
        { personId: "noah", ...away, deputyId: nameIn(n, "olga") },
        { personId: "pia", ...away },
      ].map(({ personId, ...rest }) => ({
        workspaceId,
        team: nameIn(n, "billing"),
        personId: nameIn(n, personId),
        ...rest,
      })),
    ),
  );
  await tx.insert(tables.rotas).values(
    companies.map(({ n }) => ({
      workspaceId,
      key: nameIn(n, "night"),
      plan: {
        name: "Night",
        timeZone,
        layers: [
          {
            name: "Night",
            people: [nameIn(n, "rita"), nameIn(n, "rob")],
            startsOn: "2026-01-01",
            handoverAt: "08:00",
            rotation: { every: 1, unit: "day" as const },
          },
        ],
      },
    })),
  );
  const channels = [{ email: "esc" }];
  await tx.insert(tables.escalationPolicies).values(
    companies.map(({ n }) => ({
      workspaceId,
      key: nameIn(n, "billing-leads"),
      name: "Billing leads",
      ladder: {
        levels: [
          { targets: [{ team: nameIn(n, "billing") }], channels, acknowledgeWithin: "PT4H" },
          { targets: [{ person: nameIn(n, "boss") }], channels, acknowledgeWithin: "P1D" },
        ],
      },
    })),
  );
}
