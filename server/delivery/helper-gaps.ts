import { afterTelling, type HelperGap, keepsGap } from "@/core/delivery/helper-gap";
import type { MessageRequest } from "@/core/delivery/request";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import { personName } from "@/server/cases/people-facts";
import type { ClaimedRow } from "./claimed-rows";
import type { WorkspaceDelivery } from "./workspace-cache";

type Workspaces = ReadonlyMap<string, WorkspaceDelivery>;
type Place = Pick<ClaimedRow, "workspaceId" | "personId" | "channel">;

/** What a helper got on a channel, and whether a list leaves to them in this round. */
type HelperState = { gap: HelperGap; listed: boolean };
export type HelperStates = Map<string, HelperState>;

/** One person's messages on one channel. */
export const placeOf = ({ workspaceId, personId, channel }: Place): string =>
  `${personName(workspaceId, personId)} ${channel}`;

/** Whether a claimed message waits for the gap after the last one to its helper. */
export function waitsForGap(
  { workspaceId, channel, request }: Pick<ClaimedRow, "workspaceId" | "channel" | "request">,
  workspaces: Workspaces,
): boolean {
  if (!workspaces.get(workspaceId)?.helperGapMs) return false;
  return isRequest(request) && keepsGap({ channel, request });
}

/** What is not as it should be fails by itself, when it is parsed. */
const isRequest = (request: unknown): request is Pick<MessageRequest, "audience" | "ghost"> =>
  typeof request === "object" && request !== null && "audience" in request;

// What left inside a list counts like the list: it was on its way at the same moment.
const TOLD = `
  select w.workspace_id as "workspaceId", w.id as "personId", w.channel,
    (extract(epoch from max(m.at) filter (where m.audience = 'escalation')) * 1000)::float8
      as "escalatedAt",
    (extract(epoch from max(m.at) filter (where m.audience = 'involved')) * 1000)::float8
      as "closedAt"
  from unnest($1::uuid[], $2::text[], $3::text[], $4::float8[]) as w(workspace_id, id, channel, since)
  cross join lateral (
    select coalesce(x.sent_at, x.attempt_at) as at, x.request ->> 'audience' as audience
      from messages x
     where x.workspace_id = w.workspace_id and x.person_id = w.id and x.channel = w.channel
       and x.request ->> 'audience' in ('escalation', 'involved')
       and coalesce(x.sent_at, x.attempt_at) > to_timestamp(w.since / 1000)
       and x.status in ('sending', 'sent', 'delivered', 'unknown')) m
  group by 1, 2, 3`;

/** Of the helpers of a batch, by `placeOf`; of nobody where there is none, or no gap is kept. */
export async function loadHelperGaps(
  tx: Tx,
  rows: readonly ClaimedRow[],
  workspaces: Workspaces,
  now: Instant,
): Promise<HelperStates> {
  const states: HelperStates = new Map();
  const places = new Map<string, Place>();
  for (const row of rows) {
    if (!waitsForGap(row, workspaces)) continue;
    const gapMs = workspaces.get(row.workspaceId)?.helperGapMs ?? 0;
    const gap = { gapMs, escalatedAt: null, closedAt: null, joins: false };
    places.set(placeOf(row), row);
    states.set(placeOf(row), { gap, listed: false });
  }
  if (places.size === 0) return states;
  type Row = Place & { escalatedAt: Instant | null; closedAt: Instant | null };
  const asked = [...places.values()];
  const found = await tx.$client.unsafe<Row[]>(TOLD, [
    asked.map(({ workspaceId }) => workspaceId),
    asked.map(({ personId }) => personId),
    asked.map(({ channel }) => channel),
    asked.map((place) => now - (states.get(placeOf(place))?.gap.gapMs ?? 0)),
  ]);
  for (const { escalatedAt, closedAt, ...place } of found) {
    const state = states.get(placeOf(place));
    if (state) state.gap = { ...state.gap, escalatedAt, closedAt };
  }
  return states;
}

/** What the gate looks at for one message; null: none is kept. */
export const helperGap = (
  state: HelperState | undefined,
  { carrierId }: Pick<ClaimedRow, "carrierId">,
): HelperGap | null =>
  (state && { ...state.gap, joins: carrierId !== null && state.listed }) || null;

/** Later messages of the same round see that this one passed. */
export function noteTold(
  state: HelperState | undefined,
  { carrierId }: Pick<ClaimedRow, "carrierId">,
  request: MessageRequest,
  now: Instant,
): void {
  if (!state) return;
  state.gap = afterTelling(state.gap, request, now);
  if (carrierId !== null) state.listed = true;
}

/**
 * What is due to one helper at one moment is one list, with what was collected before: each such
 * message is marked as collected.
 */
export function together(
  rows: readonly ClaimedRow[],
  helpers: HelperStates,
  workspaces: Workspaces,
): readonly ClaimedRow[] {
  if (helpers.size === 0) return rows;
  const due = Map.groupBy(
    rows.filter((row) => waitsForGap(row, workspaces)),
    placeOf,
  );
  const isTogether = (row: ClaimedRow) =>
    row.carrierId === null &&
    (due.get(placeOf(row))?.length ?? 0) > 1 &&
    waitsForGap(row, workspaces);
  return rows.map((row) => (isTogether(row) ? { ...row, carrierId: row.id } : row));
}
