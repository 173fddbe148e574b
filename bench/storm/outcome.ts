import type { World } from "../engine/world";

export type StormOutcome = {
  /** Messages that left, of the helper who got most of them. */
  perHelperMax: number;
  sent: number;
  /** Cases that stand in something that left, or whose message ended with a reason. */
  accounted: number;
  /** From each case's moment to the engine telling its level. */
  toldMs: number[];
  /** … to the first decision about the message of its level. */
  decidedMs: number[];
  /** From the end of a helper's gap to the list in the provider's hands. */
  listLagsMs: number[];
};

const SENT = `
  select count(*)::int as sent, coalesce(max(n), 0)::int as "perHelperMax" from (
    select person_id, provider_message_id, count(*) over (partition by person_id) as n from messages
     where status = 'sent' and (carrier_id is null or carrier_id = id)) m`;

const ACCOUNTED = `
  select count(distinct case_id)::int as n from messages m
   where m.status = 'not_sent'
      or m.status = 'sent' and (m.content -> 'items') is null and (m.carrier_id is null or m.carrier_id = m.id)
      or m.id in (select (item ->> 'messageId')::uuid from messages c,
           jsonb_array_elements(c.content -> 'items') item
          where c.status = 'sent' and c.carrier_id = c.id)`;

// A hold lies in the timeline with its moment; what never waited was decided when it left.
const LAGS = `
  select (extract(epoch from m.planned_at - (c.data ->> 'at')::timestamptz) * 1000)::float8 as told,
    (extract(epoch from coalesce(h.at, m.decided_at) - (c.data ->> 'at')::timestamptz) * 1000)::float8 as decided
    from messages m
    join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
    left join lateral (
      select min(d.at) as at from case_decisions d, jsonb_array_elements(d.entries) e
       where d.workspace_id = m.workspace_id and d.case_id = m.case_id
         and e ->> 'code' = 'held.helper') h on true`;

const LIST_LAGS = `
  select (extract(epoch from m.sent_at - (e -> 'params' ->> 'until')::float8 * interval '1 millisecond'
      - to_timestamp(0)) * 1000)::float8 as ms
    from messages m
    join case_decisions d on d.workspace_id = m.workspace_id and d.case_id = m.case_id
    cross join lateral jsonb_array_elements(d.entries) e
   where m.status = 'sent' and m.carrier_id = m.id and e ->> 'code' = 'held.helper'`;

export async function outcomeOf({ ctx }: World): Promise<StormOutcome> {
  const ask = <R extends object>(query: string) => ctx.db.$client.unsafe<R[]>(query);
  const [counts] = await ask<{ sent: number; perHelperMax: number }>(SENT);
  const [accounted] = await ask<{ n: number }>(ACCOUNTED);
  const lags = await ask<{ told: number; decided: number }>(LAGS);
  const listLags = await ask<{ ms: number }>(LIST_LAGS);
  return {
    perHelperMax: counts?.perHelperMax ?? 0,
    sent: counts?.sent ?? 0,
    accounted: accounted?.n ?? 0,
    toldMs: lags.map(({ told }) => told),
    decidedMs: lags.map(({ decided }) => decided),
    listLagsMs: listLags.map(({ ms }) => ms),
  };
}
