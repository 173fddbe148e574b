import { isBundled } from "@/core/delivery/bundle";
import {
  type CapFacts,
  type CountedMessage,
  type FrequencyLimits,
  WEEK_MS,
} from "@/core/delivery/caps";
import type { WorkspaceId } from "@/core/ids";
import { BUNDLE_ITEMS_MAX } from "@/core/template/bundle-content";
import type { Channel } from "@/core/template/channel";
import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import { personName } from "@/server/cases/people-facts";
import type { ClaimedRow } from "./claimed-rows";
import type { WorkspaceDelivery } from "./workspace-cache";

const COUNTED_MAX = 1_000;

/** What a person got, and what this round lets pass to them. */
export type CapState = {
  limits: FrequencyLimits;
  counted: CountedMessage[];
  /** Collected messages that passed in this round, by channel: they leave together. */
  passed: Map<Channel, number>;
};

const COUNTED = `
  select m.workspace_id as "workspaceId", m.person_id as "personId", m.channel,
    (extract(epoch from coalesce(m.sent_at, m.attempt_at)) * 1000)::float8 as at
  from (select distinct * from unnest($1::uuid[], $2::text[])) as w(workspace_id, id)
  cross join lateral (
    select * from messages x
     where x.workspace_id = w.workspace_id and x.person_id = w.id
       and x.status in ('sending', 'sent', 'delivered', 'unknown')
       and coalesce(x.sent_at, x.attempt_at) > to_timestamp($3::float8 / 1000)
       and (x.carrier_id is null or x.carrier_id = x.id)
       and x.request ->> 'audience' in ('person', 'tell')
       and not coalesce((x.request ->> 'ending')::boolean, false)
       and x.request ->> 'class' is distinct from 'transactional'
       and not exists (select 1 from topics t
         where t.workspace_id = x.workspace_id and t.key = x.topic and t.required)
     order by coalesce(x.sent_at, x.attempt_at) desc limit ${COUNTED_MAX}) m`;

/** Of the people of a batch whose workspaces limit how much they get; nobody where none does. */
export async function loadCapStates(
  tx: Tx,
  rows: readonly ClaimedRow[],
  workspaces: ReadonlyMap<string, WorkspaceDelivery>,
  now: Instant,
): Promise<ReadonlyMap<string, CapState>> {
  const states = new Map<string, CapState>();
  const wanted = rows.filter(({ workspaceId }) => workspaces.get(workspaceId)?.limits);
  if (wanted.length === 0) return states;
  for (const { workspaceId, personId } of wanted) {
    const limits = workspaces.get(workspaceId)?.limits;
    if (!limits) continue;
    states.set(personName(workspaceId, personId), { limits, counted: [], passed: new Map() });
  }
  type Row = CountedMessage & { workspaceId: WorkspaceId; personId: string };
  const found = await tx.$client.unsafe<Row[]>(COUNTED, [
    wanted.map((row) => row.workspaceId),
    wanted.map((row) => row.personId),
    now - WEEK_MS,
  ]);
  for (const { workspaceId, personId, at, channel } of found) {
    states.get(personName(workspaceId, personId))?.counted.push({ at, channel });
  }
  return states;
}

/** What the gate looks at for one message. */
export function capFacts(
  state: CapState | undefined,
  { channel, carrierId }: Pick<ClaimedRow, "channel" | "carrierId">,
): CapFacts | null {
  if (!state) return null;
  const { limits, counted, passed } = state;
  const before = passed.get(channel) ?? 0;
  const joins = carrierId !== null && before > 0 && before % BUNDLE_ITEMS_MAX !== 0;
  return { limits, counted, joins };
}

/** Later messages of the same round see that this one passed. */
export function notePassed(
  state: CapState | undefined,
  { channel, carrierId }: Pick<ClaimedRow, "channel" | "carrierId">,
  { joins, at }: { joins: boolean; at: Instant },
): void {
  if (!state) return;
  if (!joins) state.counted.push({ at, channel });
  if (carrierId === null || !isBundled(channel)) return;
  state.passed.set(channel, (state.passed.get(channel) ?? 0) + 1);
}
