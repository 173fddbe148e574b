import { assert } from "@/core/assert";
import type { Instant } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import { personName } from "@/server/cases/people-facts";
import { loadHistory, loadOpenCases } from "@/server/cases/person-background";
import type { Clock } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import type { ProviderRegistry } from "@/server/providers/registry";
import { admit } from "./admit";
import { loadSiblings, loadTeamNames } from "./background";
import { type Background, beside } from "./beside";
import { loadCapStates } from "./cap-states";
import type { ClaimedRow } from "./claimed-rows";
import { collect } from "./collect";
import { giveBack } from "./give-back";
import { loadHelperGaps } from "./helper-gaps";
import { batchesOf } from "./lots";
import { type Parcel, parcelOf } from "./parcel";
import { loadRecipients, type Recipient } from "./recipients";
import { reportOutcomes } from "./reports";
import type { Batch } from "./settle";
import { settleAll } from "./settle-all";
import { storeSettled } from "./store";
import {
  ensureLastStages,
  ensureTemplates,
  ensureTopics,
  loadWorkspaces,
  type TemplateNeeds,
  type WorkspaceDelivery,
} from "./workspace-cache";

export type Round = {
  workerId: string;
  clock: Clock;
  providers: ProviderRegistry;
  background?: Background | undefined;
};

export type Claim = {
  claimed: number;
  /** Due moment of the first one; null when nothing was due. */
  firstAt: Instant | null;
  /** Committed as `sending`: to be given to their providers at once. */
  parcels: Parcel[];
};

export const NOTHING_CLAIMED: Claim = { claimed: 0, firstAt: null, parcels: [] };
const NO_NEEDS: TemplateNeeds = { owner: false, open: false, history: false, messages: false };

/**
 * One short transaction: takes messages with `select`, looks again at their cases and people, decides,
 * renders, and stores every outcome. What comes back in `parcels` is ours to hand over, and is found
 * by `recover` should this process die before it has. It rejects when the line breaks; then what may
 * have been committed all the same is given back.
 */
export async function claim(
  ctx: Ctx,
  round: Round,
  select: (tx: Tx) => Promise<ClaimedRow[]>,
): Promise<Claim> {
  let leaving: readonly Parcel[] = [];
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const claim = await claimIn(ctx, tx, round, inOrder(await select(tx)));
      leaving = claim.parcels;
      return claim;
    });
  } catch (error) {
    if (leaving.length > 0) {
      await beside(round.background, giveBack(ctx, round.workerId, leaving));
    }
    throw error;
  }
}

async function claimIn(
  ctx: Ctx,
  tx: Tx,
  round: Round,
  claimed: readonly ClaimedRow[],
): Promise<Claim> {
  const [first] = claimed;
  if (!first) return NOTHING_CLAIMED;
  const { workerId, providers, clock } = round;
  const workspaces = await loadWorkspaces(
    tx,
    claimed.map((row) => row.workspaceId),
  );
  await providers.load(
    tx,
    [...workspaces.values()].filter(({ kind }) => kind === "live"),
  );
  const admitted = await admit(tx, providers, claimed, workspaces);
  const rows = await collect(tx, clock, admitted, workspaces);
  const firstAt = first.deliverAt;
  if (rows.length === 0) return { ...NOTHING_CLAIMED, claimed: claimed.length, firstAt };
  const now = clock.kind === "test" ? clock.now : first.now;
  const batch = await loadBatch(ctx, tx, round, { rows, workspaces, now });
  const settled = settleAll(rows, batch);
  const batches = batchesOf(settled, providers, newId);
  const attempts = await storeSettled(tx, settled, { workerId, batches, now });
  const ended = settled.flatMap((s) =>
    s.kind === "sending" || s.kind === "held" || (s.kind === "merged" && s.status === "sending")
      ? []
      : [{ ...s.row, request: s.request, outcome: reportedAs(s.kind) }],
  );
  await reportOutcomes(ctx, tx, ended, now);
  const parcels = settled.flatMap((one) => {
    if (one.kind !== "sending") return [];
    const { id } = one.row;
    const attemptAt = attempts.get(id);
    assert(attemptAt !== undefined, "a message was stored as sending");
    return [parcelOf(one, { batch: batches.get(id) ?? null, attemptAt })];
  });
  return { claimed: claimed.length, firstAt, parcels };
}

const reportedAs = (kind: "sent" | "merged" | "unknown" | "not_sent" | "failed") =>
  kind === "unknown" || kind === "merged" ? "sent" : kind;

/** Of one moment, in the order of planning: who was told first decides who else is told. */
const inOrder = (rows: readonly ClaimedRow[]): ClaimedRow[] =>
  rows.toSorted(
    (a, b) => (a.deliverAt ?? 0) - (b.deliverAt ?? 0) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );

async function loadBatch(
  ctx: Ctx,
  tx: Tx,
  round: Round,
  claimed: {
    rows: readonly ClaimedRow[];
    workspaces: Map<string, WorkspaceDelivery>;
    now: Instant;
  },
): Promise<Batch> {
  const { rows, workspaces, now } = claimed;
  await ensureTemplates(
    tx,
    workspaces,
    rows.map((row) => ({ workspaceId: row.workspaceId, key: row.template })),
  );
  const templateOf = (row: ClaimedRow) =>
    workspaces.get(row.workspaceId)?.templates.get(row.template) ?? null;
  const needsOf = (row: ClaimedRow) => templateOf(row)?.needs ?? NO_NEEDS;
  const topicOf = (row: ClaimedRow) => templateOf(row)?.template.topic ?? row.topic;
  const personRefs = (wanted: (needs: TemplateNeeds) => boolean) =>
    rows.filter((row) => wanted(needsOf(row))).map((row) => ({ ...row, personId: row.primaryId }));
  const topics = rows.flatMap((row) => {
    const key = topicOf(row);
    return key === null ? [] : [{ workspaceId: row.workspaceId, key }];
  });
  // Sent in one go on the transaction's connection; none waits for another's answer.
  const [, people, siblings, history, open, caps, helpers, teamNames] = await Promise.all([
    ensureTopics(tx, workspaces, topics),
    loadRecipients(
      tx,
      rows.flatMap((row) => peopleOf(row, needsOf(row))),
      rows.some((row) => row.channel === "sms"),
    ),
    loadSiblings(
      tx,
      rows.filter((row) => needsOf(row).messages || looksAtSiblings(row.request)),
    ),
    loadHistory(
      tx,
      personRefs((needs) => needs.history),
    ),
    loadOpenCases(
      tx,
      personRefs((needs) => needs.open),
    ),
    loadCapStates(tx, rows, workspaces, now),
    loadHelperGaps(tx, rows, workspaces, now),
    loadTeamNames(
      tx,
      rows.flatMap(({ workspaceId, ownerTeam: team, ...row }) =>
        team !== null && templateOf({ workspaceId, ownerTeam: team, ...row })?.needs.owner
          ? [{ workspaceId, team }]
          : [],
      ),
    ),
  ]);
  await ensureLastStages(
    tx,
    workspaces,
    rows.filter((row) => wantsLastOnly(row, topicOf(row), people)),
  );
  const { providers } = round;
  const { appUrl } = ctx.config;
  const known = { workspaces, people, siblings, history, open, teamNames, caps, helpers };
  return { now, appUrl, providers, ...known };
}

function peopleOf(row: ClaimedRow, needs: TemplateNeeds) {
  const { workspaceId, ownerPersonId } = row;
  const ids = new Set([row.personId, row.primaryId]);
  if (needs.owner && ownerPersonId !== null) ids.add(ownerPersonId);
  return [...ids].map((personId) => ({ workspaceId, personId }));
}

/** Messages whose gates compare them with others of the case. */
function looksAtSiblings(request: unknown): boolean {
  if (typeof request !== "object" || request === null) return false;
  if ("unless" in request) return true;
  const audience = "audience" in request ? request.audience : null;
  return audience === "involved" || audience === "team" || audience === "escalation";
}

function wantsLastOnly(
  row: ClaimedRow,
  topic: string | null,
  people: ReadonlyMap<string, Recipient>,
): boolean {
  if (topic === null) return false;
  const preferences = people.get(personName(row.workspaceId, row.personId))?.preferences;
  return preferences?.get(topic)?.frequency === "last_reminder";
}
