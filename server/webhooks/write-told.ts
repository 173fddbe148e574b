import type { WorkspaceId } from "@/core/ids";
import { type Instant, toRfc3339 } from "@/core/time";
import type { Tx } from "@/db/client";
import { findCases } from "@/db/queries/cases";
import { findMessages } from "@/db/queries/messages";
import type { Listener } from "@/db/queries/webhook-endpoints";
import { findWorkflow } from "@/db/queries/workflows";
import { caseShape } from "@/server/cases/case-shape";
import { messageShape } from "@/server/messages/message-shape";
import { readNames } from "@/server/messages/read-names";
import { readPreferences } from "@/server/people/preferences";
import { workflowSummary } from "@/server/workflows/workflow-shape";
import type { Told, Written } from "./told";

type Data = { personId: string | null; data: object };
type Reader = Pick<Listener, "locale" | "timeZone">;

/**
 * Each event with its data in the API's own shape, as things stand in this transaction. What is not
 * there any more is left out: nobody could read it either.
 */
export async function writeTold(
  tx: Tx,
  workspaceId: WorkspaceId,
  all: readonly Told[],
  reader: Reader & { now: Instant },
): Promise<Written[]> {
  const dataOf = await loadData(tx, workspaceId, all, reader);
  return all.flatMap((told) => {
    const found = dataOf(told);
    if (!found) return [];
    const timestamp = toRfc3339(told.at ?? reader.now);
    const data = "by" in told ? { ...found.data, by: told.by } : found.data;
    const body = JSON.stringify({ type: told.type, timestamp, data });
    return [{ type: told.type, personId: found.personId, body }];
  });
}

async function loadData(
  tx: Tx,
  workspaceId: WorkspaceId,
  all: readonly Told[],
  { locale, timeZone: zone }: Reader,
): Promise<(told: Told) => Data | undefined> {
  const reader = { locale, zone };
  const cases = new Map<string, Data>();
  for (const row of await findCases(
    tx,
    workspaceId,
    once(all.flatMap((told) => ("caseId" in told ? [told.caseId] : []))),
  )) {
    cases.set(row.id, { personId: row.personId, data: caseShape(row, reader) });
  }
  const messages = new Map<string, Data>();
  const rows = await findMessages(
    tx,
    workspaceId,
    once(all.flatMap((told) => ("messageId" in told ? [told.messageId] : []))),
  );
  if (rows.length > 0) {
    const names = await readNames(
      tx,
      workspaceId,
      rows.map((row) => row.personId),
    );
    for (const row of rows) {
      const data = messageShape(row, { ...reader, names });
      messages.set(row.id, { personId: row.personId, data });
    }
  }
  const people = new Map<string, Data>();
  for (const personId of once(all.flatMap((told) => ("personId" in told ? [told.personId] : [])))) {
    const preferences = await readPreferences(tx, workspaceId, personId);
    if (preferences) people.set(personId, { personId, data: { personId, ...preferences } });
  }
  const workflows = new Map<string, Data>();
  for (const key of once(all.flatMap((told) => ("workflow" in told ? [told.workflow] : [])))) {
    const found = await findWorkflow(tx, workspaceId, key);
    if (found) workflows.set(key, { personId: null, data: workflowSummary(found) });
  }
  return (told) => {
    if ("caseId" in told) return cases.get(told.caseId);
    if ("messageId" in told) return messages.get(told.messageId);
    if ("personId" in told) return people.get(told.personId);
    return workflows.get(told.workflow);
  };
}

/** Every id once. */
const once = (ids: readonly string[]): string[] => [...new Set(ids)];
