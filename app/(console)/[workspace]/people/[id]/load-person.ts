import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PersonId, type WorkspaceId } from "@/core/ids";
import { DAY_MS } from "@/core/time";
import { listCases } from "@/db/queries/cases";
import { listConsents } from "@/db/queries/consents";
import { findErasureRequest } from "@/db/queries/erasure-requests";
import { listKeyed } from "@/db/queries/keyed";
import { findMe } from "@/db/queries/operator-person";
import { findPerson, listAddresses } from "@/db/queries/people";
import { findPeopleCards } from "@/db/queries/people-cards";
import { countSentTo, countWaitingFor } from "@/db/queries/person-counts";
import { listPersonTimeline } from "@/db/queries/person-timeline";
import { listChoosable } from "@/db/queries/teams";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { pushKeyOf } from "@/server/channels/push-key";
import { readNames, textsIn } from "@/server/messages/read-names";
import { readPreferences } from "@/server/people/preferences";
import type { PageView } from "../../page-view";

const CASES_SHOWN = 20;
const TIMELINE_ROWS = 30;
const CONSENT_ROWS = 20;
const TOPICS_MAX = 500;

export const personOf = cache(async (workspaceId: WorkspaceId, id: string) => {
  const known = PersonId.safeParse(decodeURIComponent(id));
  return (known.success && (await findPerson(ctx.db, workspaceId, known.data))) || notFound();
});

/** Everything the page of one person shows. */
export async function loadPerson(
  view: PageView,
  id: string,
  {
    before,
    consents: consentsBefore,
  }: { before?: string | undefined; consents?: string | undefined },
) {
  const { workspaceId, now, workspaceZone } = view;
  const person = await personOf(workspaceId, id);
  const theirs = { person: person.id, status: ["open"] as const };
  const since = { day: new Date(now - DAY_MS), week: new Date(now - 7 * DAY_MS) };
  const [
    addresses,
    openCases,
    timeline,
    consents,
    preferences,
    topics,
    sent,
    choices,
    waiting,
    workspace,
    erasure,
  ] = await Promise.all([
    listAddresses(ctx.db, workspaceId, person.id),
    listCases(ctx.db, workspaceId, theirs, { limit: CASES_SHOWN }),
    listPersonTimeline(ctx.db, workspaceId, person.id, { limit: TIMELINE_ROWS, cursor: before }),
    listConsents(ctx.db, workspaceId, person.id, { limit: CONSENT_ROWS, cursor: consentsBefore }),
    readPreferences(ctx.db, workspaceId, person.id),
    listKeyed(ctx.db, workspaceId, "topics", { limit: TOPICS_MAX }),
    countSentTo(ctx.db, workspaceId, person.id, since),
    listChoosable(ctx.db, workspaceId),
    countWaitingFor(ctx.db, workspaceId, person.id),
    findWorkspace(ctx.db, workspaceId),
    findErasureRequest(ctx.db, workspaceId, person.id),
  ]);
  const texts = timeline.rows.flatMap((row) =>
    row.kind === "decision"
      ? textsIn(row.entries.map(({ params }) => params))
      : [row.message.personId],
  );
  const managers = person.managerId === null ? [] : [person.managerId];
  const [names, cards, pushKey] = await Promise.all([
    readNames(ctx.db, workspaceId, [person.id, ...texts]),
    findPeopleCards(ctx.db, workspaceId, managers),
    ownPushKey(view, person.id),
  ]);
  return {
    person,
    zone: person.timeZone ?? workspaceZone,
    addresses,
    /** On the page of whoever looks: the key to subscribe this browser with. */
    pushKey,
    openCases,
    timeline,
    consents,
    preferences,
    topics: new Map(topics.rows.map((topic) => [topic.key, topic])),
    sent,
    waiting,
    limits: workspace?.frequencyLimits ?? null,
    /** When they asked to be erased, where nobody has answered. */
    erasureAskedAt: erasure && erasure.declinedAt === null ? erasure.askedAt : null,
    names,
    manager:
      person.managerId === null ? null : (cards.get(person.managerId)?.name ?? person.managerId),
    choices: choices.filter((choice) => choice.id !== person.id),
  };
}

async function ownPushKey(
  { workspaceId, member }: PageView,
  personId: string,
): Promise<string | null> {
  if (member.workspace.kind === "sandbox") return null;
  const me = await findMe(ctx.db, workspaceId, member.operatorId);
  return me.personId === personId ? pushKeyOf(ctx, workspaceId) : null;
}

export type LoadedPerson = Awaited<ReturnType<typeof loadPerson>>;
