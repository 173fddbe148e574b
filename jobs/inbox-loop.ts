import { inTransaction } from "@/db/client";
import { endSnoozes } from "@/db/queries/inbox-writes";
import { LIVE } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { Loop } from "./loop";

const ITEMS_AT_ONCE = 500;

const DUE_IN = `select greatest(0, date_part('epoch', min(snoozed_until) - clock_timestamp()) * 1000) as ms
  from inbox_items where snoozed_until is not null and not test_clock`;

/** Brings items back into their inboxes when the moment has come to which they were put off. */
export function inboxLoop(ctx: Ctx): Loop {
  return new Loop(
    {
      name: "inbox",
      round: () => inTransaction(ctx.db, (tx) => endSnoozes(tx, LIVE, ITEMS_AT_ONCE)),
      dueInMs: async () => {
        const [row] = await ctx.db.$client.unsafe(DUE_IN, [], { prepare: true });
        return (row?.ms as number | null | undefined) ?? null;
      },
    },
    ctx.log,
  );
}
