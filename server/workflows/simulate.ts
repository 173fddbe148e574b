import { dueOf, subjectOf } from "@/core/case/opening";
import { Scenario } from "@/core/case/scenario";
import { simulate } from "@/core/case/simulate";
import { deliverByGates } from "@/core/case/simulated-delivery";
import type { SimulationEntry } from "@/core/case/simulation";
import type { SimulateInput, SimulateResult } from "@/core/contracts/workflows";
import { CLASS_OF } from "@/core/delivery/message-status";
import { AppError } from "@/core/errors";
import { decisionSentence } from "@/core/sentence/decision-sentence";
import { messageSentence } from "@/core/sentence/message-sentence";
import type { DecisionOptions } from "@/core/sentence/param-slots";
import { toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { inTransaction, type Tx } from "@/db/client";
import { imaginedFacts } from "../cases/load-facts";
import { type LoadedPerson, loadPeople, personName, unknownPerson } from "../cases/people-facts";
import type { Who } from "../cases/verbs";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { loadRecipients } from "../delivery/recipients";
import { ensureTopics, loadWorkspaces } from "../delivery/workspace-cache";
import { loadDrafted } from "./workflow-rows";

const IMAGINED = "00000000-0000-7000-8000-000000000000";

/**
 * Runs a definition on a virtual clock: the production engine and gates, scripted people, nothing
 * sent and nothing stored. Throws `not_found`, and `invalid` for a scenario that makes no sense.
 */
export async function simulateWorkflow(
  ctx: Ctx,
  { workspaceId }: Pick<Who, "workspaceId">,
  key: string,
  input: SimulateInput,
  locale: string,
): Promise<SimulateResult> {
  const scenario = Scenario.safeParse(input.scenario);
  if (!scenario.success) {
    const errors = scenario.error.issues.map(({ path, message }) => ({
      path: ["scenario", ...path].join("."),
      message,
    }));
    throw new AppError("invalid", "The scenario is not right.", { errors });
  }
  const drafted = input.definition ? null : await loadDrafted(ctx.db, workspaceId, key);
  const definition = input.definition ?? drafted?.draft ?? drafted?.live;
  if (!definition) throw new AppError("conflict", `${key} has neither a draft nor a live version.`);
  const program = compile(definition, { workflow: key, version: 0 });
  const person = await personOf(ctx, workspaceId, input.person);
  const from = input.startAt ? Date.parse(input.startAt) : await nowOf(ctx.db, workspaceId);
  const { data } = input;
  const draft = {
    id: IMAGINED,
    number: 0,
    workflow: key,
    version: 0,
    key: null,
    subject: "",
    data,
  };
  const { facts, decide } = await imaginedFacts(ctx.db, workspaceId, draft, person);
  const zone = person.timeZone ?? facts.workspace.timeZone;
  const reader = { locale: person.locale ?? facts.workspace.locale, zone };
  const subject = subjectOf(definition, { data, person, now: from }, reader);
  const due = { dueAt: input.dueAt ?? null, data, openedAt: from };
  const { dueAt } = dueOf(definition, due, { zone, calendar: facts.calendarOf(person) });

  let people = new Set<string>([person.id]);
  for (;;) {
    const gates = await gatesFor(ctx, workspaceId, definition.topic, people, person);
    const { entries, messages, end } = await decide(() =>
      simulate(program, {
        facts,
        scenario: scenario.data,
        from,
        dueAt,
        data,
        subject,
        deliver: gates,
      }),
    );
    const met = new Set([...people, ...messages.map(({ personId }) => personId)]);
    if (met.size === people.size) {
      const options: DecisionOptions = { locale, zone, now: from };
      const timeline = entries.flatMap((entry) => lineOf(entry, options));
      return { timeline, end: { ...end, at: toRfc3339(end.at) } };
    }
    people = met;
  }
}

async function personOf(
  ctx: Ctx,
  workspaceId: Who["workspaceId"],
  ref: SimulateInput["person"],
): Promise<LoadedPerson> {
  const id = typeof ref === "string" ? ref : ref.id;
  const known = await loadPeople(ctx.db, [{ workspaceId, personId: id }]);
  const person = known.get(personName(workspaceId, id));
  if (typeof ref === "string") {
    if (person) return person;
    const message = `there is no person ${id}`;
    throw new AppError("invalid", message, { errors: [{ path: "person", message }] });
  }
  const { name, email, phone, locale, timeZone, managerId, attributes, location } = ref;
  const given = Object.fromEntries(
    Object.entries({
      name,
      email,
      phone,
      locale,
      timeZone,
      managerId,
      attributes,
      location,
    }).filter(([, value]) => value !== undefined),
  );
  return { ...(person ?? { ...unknownPerson(id), erased: false }), ...given };
}

/** The production gates with what is stored about these people; an inline person brings their own addresses. */
async function gatesFor(
  ctx: Ctx,
  workspaceId: Who["workspaceId"],
  topic: string,
  people: ReadonlySet<string>,
  primary: LoadedPerson,
) {
  const { recipients, workspace } = await inTransaction(ctx.db, async (tx) => ({
    recipients: await loadRecipients(
      tx,
      [...people].map((personId) => ({ workspaceId, personId })),
      false,
    ),
    workspace: await workspaceWithTopic(tx, workspaceId, topic),
  }));
  const zoneOfAll = workspace?.timeZone ?? "UTC";
  return deliverByGates((personId, channel) => {
    const stored = recipients.get(personName(workspaceId, personId));
    const inline = personId === primary.id ? { email: primary.email, sms: primary.phone } : null;
    const own = channel === "email" ? inline?.email : channel === "sms" ? inline?.sms : null;
    const addresses = stored?.addresses.get(channel) ?? [];
    return {
      person:
        stored || inline
          ? {
              erased: stored?.erased ?? false,
              zone: (personId === primary.id ? primary.timeZone : stored?.timeZone) ?? zoneOfAll,
              pausedUntil: stored?.pausedUntil ?? null,
              quietHours: stored?.quietHours ?? null,
            }
          : null,
      topic: workspace?.topics.get(topic) ?? null,
      preference: stored?.preferences.get(topic) ?? null,
      consent: null,
      addresses: own
        ? [{ address: own, verified: true, suppressed: null }, ...addresses]
        : addresses,
    };
  });
}

async function workspaceWithTopic(tx: Tx, workspaceId: Who["workspaceId"], topic: string) {
  const workspaces = await loadWorkspaces(tx, [workspaceId]);
  await ensureTopics(tx, workspaces, [{ workspaceId, key: topic }]);
  return workspaces.get(workspaceId);
}

function lineOf(entry: SimulationEntry, options: DecisionOptions): SimulateResult["timeline"] {
  const at = toRfc3339(entry.at);
  if (entry.kind === "behaviour") return [];
  if (entry.kind === "decision") {
    const { code, params } = entry.decision;
    const { class: kind, sentence } = decisionSentence(entry.decision, options);
    return [{ at, class: kind, code, sentence, params }];
  }
  const { message, code, params } = entry;
  const { sentence } = messageSentence(
    {
      ...message,
      code,
      params,
      subject: message.template,
      personName: message.personId,
      deliverAt: null,
      because: message.request.because ?? null,
    },
    options,
  );
  return [{ at, class: CLASS_OF[message.status], code, sentence, params, message }];
}
