import { runScenario } from "@/core/case/run-scenario";
import { Scenario } from "@/core/case/scenario";
import { unknownPerson } from "@/core/case/simulated-person";
import type { SimulationEntry } from "@/core/case/simulation";
import type { SimulationFacts, SimulationPerson } from "@/core/case/simulation-facts";
import { templatesOver } from "@/core/case/simulation-templates";
import type { InlinePerson } from "@/core/contracts/people";
import type { SimulateInput, SimulateResult } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import type { DecisionOptions } from "@/core/sentence/param-slots";
import { simulationLine } from "@/core/sentence/simulation-line";
import { toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import type { Who } from "../cases/verbs";
import type { Ctx } from "../context";
import { loadSimulationFacts, loadSimulationTemplates } from "./simulation-facts";
import { loadDrafted } from "./workflow-rows";

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
  const ref = input.person;
  const id = typeof ref === "string" ? ref : ref.id;
  const personIds = [id, ...(typeof ref === "object" && ref.managerId ? [ref.managerId] : [])];
  const stored = await loadSimulationFacts(ctx, workspaceId, { definition, personIds });
  const facts = typeof ref === "object" ? withInline(stored, ref) : stored;
  if (!facts.people.has(id)) {
    const message = `there is no person ${id}`;
    throw new AppError("invalid", message, { errors: [{ path: "person", message }] });
  }
  const templates = templatesOver(await loadSimulationTemplates(ctx, workspaceId, definition));
  const { simulation, zone } = runScenario(
    compile(definition, { workflow: key, version: 0 }),
    {
      key: "api",
      name: "api",
      person: { id },
      data: input.data,
      startAt: input.startAt ?? toRfc3339(facts.now),
      scenario: scenario.data,
      ...(input.dueAt !== undefined && { dueAt: input.dueAt }),
    },
    facts,
    templates,
  );
  const { entries, end } = simulation;
  const options: DecisionOptions = {
    locale,
    zone,
    now: Date.parse(input.startAt ?? "") || facts.now,
  };
  const timeline = entries.flatMap((entry) => lineOf(entry, options));
  return { timeline, end: { ...end, at: toRfc3339(end.at) } };
}

/** What a caller says about a person comes before what is stored; their own addresses count as verified. */
function withInline(facts: SimulationFacts, inline: InlinePerson): SimulationFacts {
  const { id } = inline;
  const stored = facts.people.get(id) ?? { ...unknownPerson(id), erased: false };
  const given = Object.fromEntries(
    Object.entries(inline).filter(([, value]) => value !== undefined),
  );
  const addresses = new Map(stored.addresses);
  const own = { email: inline.email, sms: inline.phone };
  for (const [channel, address] of Object.entries(own)) {
    if (address == null) continue;
    const first = { address, verified: true, suppressed: null };
    addresses.set(channel, [first, ...(addresses.get(channel) ?? [])]);
  }
  const person: SimulationPerson = { ...stored, ...given, addresses };
  return { ...facts, people: new Map(facts.people).set(id, person) };
}

function lineOf(entry: SimulationEntry, options: DecisionOptions): SimulateResult["timeline"] {
  if (entry.kind === "behaviour") return [];
  const { at, class: kind, sentence } = simulationLine(entry, options);
  const words = { at: toRfc3339(at), class: kind, sentence };
  if (entry.kind === "decision") {
    const { code, params } = entry.decision;
    return [{ ...words, code, params }];
  }
  const { message, code, params } = entry;
  return [{ ...words, code, params, message }];
}
