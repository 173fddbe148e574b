import type { Person, Preferences } from "@/core/contracts/people";
import type { WorkspaceId } from "@/core/ids";
import { listItemsOfPerson } from "@/db/queries/inbox";
import { findPerson, exportPerson as readKept } from "@/db/queries/people";
import { listRepliesOfPerson } from "@/db/queries/replies";
import { caseShape, type Reader } from "@/server/cases/case-shape";
import type { Ctx } from "@/server/context";
import { eventShape } from "@/server/events/event-shape";
import { messageDetail } from "@/server/messages/message-shape";
import { accountsTried } from "@/server/messages/tries";
import { personShapes } from "./person-shape";
import { readPreferences } from "./preferences";

type Rows = Record<string, unknown>[];
export type PersonExport = {
  person: Person;
  preferences: Preferences;
  consents: Rows;
  cases: Rows;
  messages: Rows;
  replies: Rows;
  inbox: Rows;
  events: Rows;
};

/** Everything kept about a person, the newest of each kind. Undefined: no such person. */
export async function exportPerson(
  ctx: Ctx,
  workspaceId: WorkspaceId,
  personId: string,
  reader: Reader,
): Promise<PersonExport | undefined> {
  const row = await findPerson(ctx.db, workspaceId, personId);
  const [person] = await personShapes(ctx.db, workspaceId, row ? [row] : []);
  const preferences = await readPreferences(ctx.db, workspaceId, personId);
  if (!person || !preferences) return undefined;
  const kept = await readKept(ctx.db, workspaceId, personId);
  const replies = await listRepliesOfPerson(ctx.db, workspaceId, personId);
  const accounts = await accountsTried(ctx.db, kept.messages);
  const names = { person: () => person.name ?? undefined };
  return {
    person,
    preferences,
    consents: kept.consents.map(({ workspaceId: _, ...consent }) => consent),
    cases: kept.cases.map((each) => caseShape(each, reader)),
    messages: kept.messages.map((each) => messageDetail(each, [], { ...reader, names, accounts })),
    replies: replies.map(({ workspaceId: _, ...reply }) => reply),
    inbox: await listItemsOfPerson(ctx.db, workspaceId, personId),
    events: kept.events.map(eventShape),
  };
}
