import { sql } from "drizzle-orm";
import { Template } from "@/core/template/content";
import { Definition } from "@/core/workflow/definition";
import { inTransaction } from "@/db/client";
import { bumpFacts } from "@/db/queries/workspaces";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { savePeople } from "../people/save-people";
import { savePolicy } from "../policies/save-policy";
import { saveRota } from "../rotas/save-rota";
import { saveTeam } from "../teams/save-team";
import { saveTemplate } from "../templates/save-template";
import { saveTopic } from "../topics/save-topic";

const FAR = "2100-01-01T00:00:00Z";
const PEOPLE = ["mara", "lena", "max", "noah", "olga", "pia", "boss", "rita", "rob", "paula"];
const CHANNELS = ["email", "sms", "push", "in_app", "webhook"] as const;

/** The people, teams and templates that random definitions name; some they name are missing. */
export async function setUpCompany(ctx: Ctx, who: Who): Promise<void> {
  const managers: Record<string, string | null> = { lena: "boss", boss: null };
  await savePeople(
    ctx,
    who,
    PEOPLE.map((id, i) => ({
      id,
      name: `${id} Example`,
      email: `${id}@example.com`,
      phone: `+4915123456${String(i).padStart(2, "0")}`,
      managerId: managers[id] === undefined ? "lena" : managers[id],
      timeZone: "Europe/Berlin",
    })),
  );
  await ctx.db.execute(sql`
    update people set paused_until = ${FAR} where workspace_id = ${who.workspaceId} and id = 'paula'`);
  const member = (personId: string) => ({ personId, role: "member" as const });
  await saveTeam(ctx, who, "billing", {
    name: "Billing",
    leadId: "lena",
    members: [
      member("lena"),
      member("max"),
      { ...member("noah"), absentUntil: FAR, deputyId: "olga" },
      { ...member("pia"), absentUntil: FAR },
    ],
    timeZone: "Europe/Berlin",
  });
  await saveTeam(ctx, who, "empty", { name: "Empty", members: [] });
  await saveRota(ctx, who, "night", {
    name: "Night",
    timeZone: "Europe/Berlin",
    layers: [
      {
        name: "Night",
        people: ["rita", "rob"],
        startsOn: "2026-01-01",
        handoverAt: "08:00",
        rotation: { every: 1, unit: "day" },
      },
    ],
  });
  await savePolicy(ctx, who, "billing-leads", {
    name: "Billing leads",
    levels: [
      { targets: [{ team: "billing" }], channels: [{ email: "esc" }], acknowledgeWithin: "PT4H" },
      { targets: [{ person: "boss" }], channels: [{ email: "esc" }], acknowledgeWithin: "P1D" },
    ],
    repeat: null,
    fallback: null,
  });
  await savePolicy(ctx, who, "takers", {
    name: "Takers",
    levels: [
      { targets: [{ team: "billing" }], channels: [{ email: "esc" }], acknowledgeWithin: "PT4H" },
    ],
    repeat: null,
    fallback: null,
    acknowledgementTimeout: { after: "P1D" },
  });
  await saveTopic(ctx, who, "tasks", { name: "Tasks", required: false, defaultChannels: [] });
  const content = { subject: "{{ case.number }}", title: "A matter", body: "{{ case.subject }}" };
  for (const channel of CHANNELS) {
    await saveTemplate(ctx, who, `t-${channel}`, Template.parse({ channel, content }));
  }
  await saveTemplate(ctx, who, "esc", Template.parse({ channel: "email", content }));
}

/** Puts a definition live as it is, whatever stands against publishing it: nothing may break the engine. */
export async function forceLive(
  ctx: Ctx,
  { workspaceId }: Who,
  key: string,
  definition: Definition,
): Promise<void> {
  const text = JSON.stringify(definition);
  await inTransaction(ctx.db, async (tx) => {
    await tx.execute(sql`
    insert into workflows (workspace_id, key, name, live_version, status)
    values (${workspaceId}, ${key}, ${key}, 1, 'live')`);
    await tx.execute(sql`
    insert into workflow_versions (workspace_id, workflow, version, definition, published_at)
    values (${workspaceId}, ${key}, 1, ${text}::jsonb, now())`);
    await bumpFacts(tx, workspaceId);
  });
}

/** The same definition, started by `<key>.created` and resolved by `<key>.done` of the same matter. */
export const startedByEvents = (definition: Definition, key: string): Definition =>
  Definition.parse({
    ...definition,
    start: { event: `${key}.created` },
    key: `${key}:{{ data.id }}`,
    stopsWhen: [...definition.stopsWhen, { event: `${key}.done` }],
  });
