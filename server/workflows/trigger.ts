import type { TriggerInput, TriggerResult } from "@/core/contracts/workflows";
import { AppError } from "@/core/errors";
import { inTransaction, type Tx } from "@/db/client";
import { findWorkspace } from "@/db/queries/workspaces";
import { commit } from "../cases/apply-events";
import { factsChanged } from "../cases/facts-changed";
import { takeNumbers } from "../cases/numbers";
import { type Opening, openCaseOf, openCases } from "../cases/open-case";
import type { Who } from "../cases/verbs";
import { loadWorkflows } from "../cases/workflow-facts";
import { nowOf } from "../clock/clock";
import type { Ctx } from "../context";
import { keySubject, lockSubjects, personSubject } from "../events/subject-locks";
import { upsertPeople } from "../people/upsert-people";

/**
 * Opens a case for each of these people, by hand, in one transaction. People with an open case of
 * the same key are left out, and named in `alreadyOpen`. Throws `not_found`, and `conflict` for a
 * workflow that is not live.
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
  const numbers = await takeNumbers(ctx.db, workspaceId, input.people.length);
  return inTransaction(ctx.db, async (tx) => {
    const people = await personIds(ctx, tx, workspaceId, input.people);
    await lockSubjects(tx, workspaceId, [
      ...people.map((id) => personSubject(key, id)),
      ...(input.key === undefined ? [] : [keySubject(key, input.key)]),
    ]);
    const at = await nowOf(tx, workspaceId);
    const testClock = (await findWorkspace(tx, workspaceId))?.clockAt != null;
    const alreadyOpen = [];
    const openings: Opening[] = [];
    for (const [i, personId] of people.entries()) {
      const open =
        input.key === undefined
          ? null
          : await openCaseOf(tx, workspaceId, key, input.key, personId);
      if (open) {
        alreadyOpen.push({ caseId: open.id, number: open.number, personId });
        continue;
      }
      openings.push({
        workspaceId,
        program: live,
        number: numbers[i] ?? 0,
        personId,
        key: input.key ?? null,
        data: input.data ?? {},
        dueAt: input.dueAt ?? null,
        by: actor,
        at,
        testClock,
        early: null,
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
}

async function personIds(
  ctx: Ctx,
  tx: Tx,
  workspaceId: Who["workspaceId"],
  refs: TriggerInput["people"],
): Promise<string[]> {
  const inline = refs.filter((ref) => typeof ref !== "string");
  if (inline.length > 0) {
    const { changed } = await upsertPeople(tx, workspaceId, inline, "merge");
    await factsChanged(ctx, tx, workspaceId, { personIds: changed }, "person");
  }
  return [...new Set(refs.map((ref) => (typeof ref === "string" ? ref : ref.id)))];
}
