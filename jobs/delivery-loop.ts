import { type Instant, SECOND_MS } from "@/core/time";
import { LIVE } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { deliverDue } from "@/server/delivery/deliver";
import type { ProviderRegistry } from "@/server/providers/registry";
import { Loop } from "./loop";
import type { UnderWay } from "./under-way";

const DUE_IN = `select greatest(0, date_part('epoch', min(deliver_at) - clock_timestamp()) * 1000) as ms
  from messages where deliver_at is not null and not test_clock`;
const SWEEP_MS = 10 * SECOND_MS;
/** Due, and not claimed: committed late, below the floor. The next round looks from the beginning. */
const SWEEP_AGAIN_MS = 250;
/** Batches whose calls to providers may be under way while the next is claimed. */
const BATCHES_UNDER_WAY_MAX = 4;

/** Delivers due messages, batch after batch, while the calls of earlier batches are still under way. */
export function deliveryLoop(
  ctx: Ctx,
  workerId: string,
  providers: ProviderRegistry,
  calls: UnderWay,
): Loop {
  let floor: Instant | null = null;
  let sweptAt = Number.NEGATIVE_INFINITY;
  return new Loop(
    {
      name: "delivery",
      round: async () => {
        await calls.fewerThan(BATCHES_UNDER_WAY_MAX);
        const time = performance.now();
        const sweeps = time - sweptAt > SWEEP_MS;
        if (sweeps) sweptAt = time;
        const from = sweeps ? null : floor;
        const round = await deliverDue(ctx, {
          workerId,
          clock: LIVE,
          providers,
          floor: from,
          background: (work) => calls.add(work),
        });
        if (round.floor !== null) floor = round.floor;
        return round.claimed;
      },
      dueInMs: async () => {
        const [row] = await ctx.db.$client.unsafe(DUE_IN, [], { prepare: true });
        const ms = (row?.ms as number | null | undefined) ?? null;
        const isUnseen = ms === 0 && performance.now() - sweptAt > SWEEP_AGAIN_MS;
        if (isUnseen) sweptAt = Number.NEGATIVE_INFINITY;
        return ms;
      },
    },
    ctx.log,
  );
}
