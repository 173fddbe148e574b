import type { Ctx } from "@/server/context";
import { AT_ONCE } from "./attempt";
import type { Parcel } from "./parcel";
import { Recorder } from "./record";

/**
 * Messages of a claim that nobody knows the end of: its COMMIT was not answered. Where they are on their
 * way they go back, to be claimed again at once; no provider was asked. Resolves when that is written.
 */
export const giveBack = (ctx: Ctx, workerId: string, parcels: readonly Parcel[]): Promise<void> =>
  new Recorder(ctx, workerId).add(
    parcels.map((parcel) => ({ parcel, attempted: AT_ONCE, provider: null })),
  );
