import type { Instant } from "@/core/time";
import type { Tx } from "@/db/client";
import type { CaseRow } from "../cases/case-row";
import { jsonText } from "../delivery/json-text";
import { announce } from "../live/announce";
import { newId } from "../new-id";

export type Faulty = { row: CaseRow; reason: string; at: Instant };

const SET_ASIDE = `with held as (
  update cases c set waiting_for = 'operator', next_action_at = null, fault = u.reason,
    revision = c.revision + 1
  from unnest($1::uuid[], $2::uuid[], $3::text[]) as u(w, id, reason)
  where c.workspace_id = u.w and c.id = u.id
)
insert into case_decisions (workspace_id, case_id, id, at, entries)
select w, case_id, id, to_timestamp(decided / 1000.0), entries::jsonb
from unnest($1::uuid[], $2::uuid[], $4::uuid[], $5::float8[], $6::text[])
  as d(w, case_id, id, decided, entries)`;

/**
 * Cases that cannot go on wait for an operator, with the reason in their timeline. Their state is not
 * read, for it may be what is broken, and stays as it is for whoever looks at it.
 */
export async function setAside(tx: Tx, faulty: readonly Faulty[]): Promise<void> {
  if (faulty.length === 0) return;
  const columns = [
    faulty.map(({ row }) => row.workspaceId),
    faulty.map(({ row }) => row.id),
    faulty.map(({ reason }) => reason),
    faulty.map(() => newId()),
    faulty.map(({ at }) => at),
    faulty.map(({ row, reason }) =>
      jsonText([{ code: "case.fault", step: row.step, params: { text: reason } }]),
    ),
  ];
  await tx.$client.unsafe(SET_ASIDE, columns as never[]);
  for (const { row } of faulty) {
    announce(tx, row.workspaceId, "cases", { id: row.id, rev: row.revision + 1 });
  }
}
