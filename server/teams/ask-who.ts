import { z } from "zod";
import { parseMoment } from "@/core/calendar/zone";
import { AppError } from "@/core/errors";
import { Key, PersonId, type WorkspaceId } from "@/core/ids";
import { toRfc3339 } from "@/core/time";
import { compile } from "@/core/workflow/compile";
import { Definition } from "@/core/workflow/definition";
import type { Program } from "@/core/workflow/program";
import type { Escalate } from "@/core/workflow/steps/escalate";
import { listStaff } from "@/db/queries/people-cards";
import { imaginedFacts } from "@/server/cases/load-facts";
import { loadPeople, personName, unknownPerson } from "@/server/cases/people-facts";
import { loadWorkflows } from "@/server/cases/workflow-facts";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { readNames } from "@/server/messages/read-names";
import { climbFrom, type Turn, teamAt } from "./who-would-be-told";

export const WhoInput = z.strictObject({
  what: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("team"),
      team: Key,
      role: z.enum(["lead", "members", "on_call"]).optional(),
    }),
    z.strictObject({ kind: z.literal("policy"), policy: Key }),
    z.strictObject({ kind: z.literal("step"), workflow: Key, step: z.string().min(1).max(128) }),
  ]),
  /** A local moment on the reader's clock; null is now. */
  at: z.string().max(40).nullable(),
  /** Whom the case would be about: their managers may be asked for. */
  personId: PersonId.nullable(),
});
export type WhoInput = z.infer<typeof WhoInput>;

export type WhoAnswer = { at: string; turns: Turn[] };

/**
 * Who would be told at a moment: the answer of the engine for a case that is only thought of. Throws
 * `invalid` for a moment that is none, and `not_found` for a workflow step that is not there.
 */
export async function askWho(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  { what, at, personId }: WhoInput,
  reader: { locale: string; zone: string },
): Promise<WhoAnswer> {
  const now = await nowOf(ctx.db, workspaceId);
  const moment = at === null ? now : parseMoment(at, reader.zone);
  if (moment === null) {
    throw new AppError("invalid", "This is no moment.", {
      errors: [{ path: "at", message: "is no moment" }],
    });
  }
  const person = await personOf(ctx, workspaceId, personId);
  const climb = what.kind === "team" ? null : await climbOf(ctx, workspaceId, what);
  const { facts, decide } = await imaginedFacts(ctx.db, workspaceId, IMAGINED, person);
  const staff = await listStaff(ctx.db, workspaceId);
  const names = await readNames(
    ctx.db,
    workspaceId,
    staff.map(({ id }) => id),
  );
  const told = { locale: reader.locale, zone: reader.zone, viewerZone: reader.zone, names };
  const turns = await decide(() => {
    if (climb) return climbFrom(facts, climb.program, climb.escalate, moment, told);
    if (what.kind !== "team") return [];
    const { team, role } = what;
    return [teamAt(facts, role ? { team, role } : { team }, moment, told)];
  });
  return { at: toRfc3339(moment), turns };
}

const IMAGINED = {
  id: "00000000-0000-7000-8000-000000000000",
  number: 0,
  workflow: "imagined",
  version: 1,
  key: null,
  subject: "",
  data: {},
};

async function personOf(ctx: Ctx, workspaceId: WorkspaceId, personId: string | null) {
  if (personId === null) return unknownPerson("");
  const people = await loadPeople(ctx.db, [{ workspaceId, personId }]);
  return people.get(personName(workspaceId, personId)) ?? unknownPerson(personId);
}

/** The escalation in question and the program it stands in; a policy stands in one of its own. */
async function climbOf(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  what: Exclude<WhoInput["what"], { kind: "team" }>,
): Promise<{ program: Program; escalate: Escalate }> {
  if (what.kind === "policy") {
    const escalate: Escalate = { kind: "escalate", id: "imagined", policy: what.policy };
    return { program: programAround(escalate), escalate };
  }
  const workflows = await loadWorkflows(ctx.db, workspaceId);
  const program = workflows.find(({ key }) => key === what.workflow)?.live;
  const found = program?.instructions.find(
    (each) => each.op === "escalate" && each.step === what.step,
  );
  if (program && found?.op === "escalate") return { program, escalate: found.escalate };
  throw new AppError("not_found", "The workflow has no such escalation any more.");
}

const programAround = (escalate: Escalate): Program =>
  compile(
    Definition.parse({
      schema: 1,
      purpose: "escalation",
      topic: "imagined",
      subject: "imagined",
      stages: [{ id: "imagined-stage", name: "Escalation", steps: [escalate] }],
    }),
    IMAGINED,
  );
