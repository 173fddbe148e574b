import { LIVE } from "@/server/clock/clock";
import { newFloor, runDue } from "@/server/clock/run-due";
import type { Ctx } from "@/server/context";
import { Loop } from "./loop";

const DUE_IN = `select greatest(0, date_part('epoch', min(next_action_at) - clock_timestamp()) * 1000) as ms
  from cases where next_action_at is not null and not test_clock`;

/** Due, and not claimed: committed late, below the floor. The next round looks from the beginning. */
const SWEEP_AGAIN_MS = 250;

/** Wakes due cases, batch after batch. `onBatch` is told when there may be messages to deliver. */
export function clockLoop(ctx: Ctx, onBatch: () => void): Loop {
  const floor = newFloor();
  return new Loop(
    {
      name: "clock",
      round: async () => {
        const { claimed } = await runDue(ctx, { clock: LIVE, floor });
        if (claimed > 0) onBatch();
        return claimed;
      },
      dueInMs: async () => {
        const [row] = await ctx.db.$client.unsafe(DUE_IN, [], { prepare: true });
        const ms = (row?.ms as number | null | undefined) ?? null;
        const isUnseen = ms === 0 && performance.now() - floor.sweptAt > SWEEP_AGAIN_MS;
        if (isUnseen) floor.sweptAt = Number.NEGATIVE_INFINITY;
        return ms;
      },
    },
    ctx.log,
  );
}
