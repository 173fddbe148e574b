import { keyFrom } from "@/core/case/opening";
import type { TriggerInput, TriggerResult } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Definition } from "@/core/workflow/definition";
import { inTransaction, type Tx } from "@/db/client";
import { findWorkspace } from "@/db/queries/workspaces";
import { commit } from "../cases/apply-events";
import { factsChanged } from "../cases/facts-changed";
import { takeNumbers } from "../cases/numbers";
import { type Opening, openCaseOf, openCases } from "../cases/open-case";
import { loadPeople, personName } from "../cases/people-facts";
import type { Who } from "../cases/verbs";
import { loadWorkflows } from "../cases/workflow-facts";
import { nowOf } from "../clock/clock";
import { runInstant } from "../clock/test-clock";
import type { Ctx } from "../context";
import { takeEarly } from "../events/early-answers";
import { keySubject, lockSubjects, personSubject } from "../events/subject-locks";
import { upsertPeople } from "../people/upsert-people";

/**
 * Opens a case for each of these people, by hand, in one transaction. People with an open case of
 * the same key are left out, and named in `alreadyOpen`; an answer that came shortly before counts.
 * Throws `not_found`, and `conflict` for a workflow that is not live.
 */
export async function triggerWorkflow(
  ctx: Ctx,
  { workspaceId, actor }: Who,
  key: string,
  input: TriggerInput,
): Promise<
  TriggerResult & { alreadyOpen: { caseId: string; number: number; personId: string }[] }
> {
  const workflow = (await loadWorkflows(ctx.db, workspaceId)).find((one) => one.key === key);
  if (!workflow) throw new AppError("not_found", `There is no workflow ${key}.`);
  const { live, status } = workflow;
  if (!live || status !== "live") {
    throw new AppError("conflict", `The workflow is ${status}: only a live one opens cases.`);
  }
  const people = [...new Set(input.people.map((ref) => (typeof ref === "string" ? ref : ref.id)))];
  const numbers = await takeNumbers(ctx.db, workspaceId, people.length);
  const result = await inTransaction(ctx.db, async (tx) => {
    const inline = input.people.filter((ref) => typeof ref !== "string");
    const placeOf = (id: string) => `people.${people.indexOf(id)}.`;
    const { changed } = await upsertPeople(tx, workspaceId, inline, "merge", placeOf);
    const at = await nowOf(tx, workspaceId);
    const keys = await keysOf(tx, workspaceId, live.definition, { input, people, at });
    await lockSubjects(tx, workspaceId, [
      ...people.map((id) => personSubject(key, id)),
      ...keys.flatMap((own) => (own === null ? [] : [keySubject(key, own)])),
    ]);
    // Only now: everybody locks subjects before cases.
    await factsChanged(ctx, tx, workspaceId, { personIds: changed }, "person");
    const workspace = await findWorkspace(tx, workspaceId);
    const testClock = workspace?.clockAt != null;
    const alreadyOpen = [];
    const openings: Opening[] = [];
    for (const [i, personId] of people.entries()) {
      const own = keys[i] ?? null;
      const open = own === null ? null : await openCaseOf(tx, workspaceId, key, own, personId);
      if (open) {
        alreadyOpen.push({ caseId: open.id, number: open.number, personId });
        continue;
      }
      const who = { key: own, personId };
      const zone = workspace?.timeZone ?? "UTC";
      const early = await takeEarly(tx, workspaceId, workflow, who, at, zone);
      openings.push({
        workspaceId,
        program: live,
        number: numbers[i] ?? 0,
        personId,
        key: own,
        data: input.data ?? {},
        dueAt: input.dueAt ?? null,
        by: actor,
        at,
        testClock,
        early: early && { kind: "event", ...early },
      });
    }
    const transitions = await openCases(tx, openings);
    await commit(ctx, tx, transitions);
    const cases = transitions.map(({ row }) => ({
      caseId: row.id,
      number: row.number,
      personId: row.personId,
    }));
    return { cases, alreadyOpen };
  });
  await runInstant(ctx, workspaceId);
  return result;
}

/** Each person's business key: by the workflow's own template, else the one given. */
async function keysOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  { key: template }: Definition,
  { input, people, at }: { input: TriggerInput; people: readonly string[]; at: Instant },
): Promise<(string | null)[]> {
  const given = input.key ?? null;
  if (template === undefined) return people.map(() => given);
  const known = await loadPeople(
    tx,
    people.map((personId) => ({ workspaceId, personId })),
  );
  return people.map((personId) => {
    const person = known.get(personName(workspaceId, personId)) ?? null;
    return keyFrom(template, input.data ?? {}, person, at) ?? given;
  });
}
