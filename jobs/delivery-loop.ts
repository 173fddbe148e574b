import { type Instant, SECOND_MS } from "@/core/time";
import { LIVE } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { deliverDue } from "@/server/delivery/deliver";
import type { ProviderRegistry } from "@/server/providers/registry";
import { Loop } from "./loop";

const DUE_IN = `select greatest(0, date_part('epoch', min(deliver_at) - clock_timestamp()) * 1000) as ms
  from messages where deliver_at is not null and not test_clock`;
const SWEEP_MS = 10 * SECOND_MS;
/** Batches whose calls to providers may be under way while the next is claimed. */
const BATCHES_UNDER_WAY_MAX = 4;

/** Delivers due messages, batch after batch, while the calls of earlier batches are still under way. */
export function deliveryLoop(ctx: Ctx, workerId: string, providers: ProviderRegistry): Loop {
  let floor: Instant | null = null;
  let sweptAt = Number.NEGATIVE_INFINITY;
  const underWay = new Set<Promise<void>>();
  const background = (calls: Promise<void>) => {
    const guarded = calls
      .catch((error: unknown) => ctx.log.error({ err: error }, "a hand-over could not be recorded"))
      .finally(() => underWay.delete(guarded));
    underWay.add(guarded);
  };
  return new Loop(
    {
      name: "delivery",
      round: async () => {
        if (underWay.size >= BATCHES_UNDER_WAY_MAX) await Promise.race(underWay);
        const time = performance.now();
        const sweeps = time - sweptAt > SWEEP_MS;
        if (sweeps) sweptAt = time;
        const from = sweeps ? null : floor;
        const round = await deliverDue(ctx, {
          workerId,
          clock: LIVE,
          providers,
          floor: from,
          background,
        });
        if (round.floor !== null) floor = round.floor;
        return round.claimed;
      },
      dueInMs: async () => {
        const [row] = await ctx.db.$client.unsafe(DUE_IN, [], { prepare: true });
        return (row?.ms as number | null | undefined) ?? null;
      },
    },
    ctx.log,
  );
}
