import { type Busy, claimDeliveries, deliveryDueInMs } from "@/db/queries/webhook-queue";
import type { Ctx } from "@/server/context";
import { endpointCaller } from "./call-endpoint";
import { LEASE_MS, sendClaimed } from "./send-claimed";

/** Requests under way in one process, and of those at one endpoint. */
const CALLS_MAX = 50;
const CALLS_PER_ENDPOINT_MAX = 10;

/** Sends what waits for the endpoints of all workspaces. Several processes share the work. */
export class WebhookSender {
  readonly #ctx: Ctx;
  readonly #call: ReturnType<typeof endpointCaller>;
  readonly #busy = new Map<string, number>();
  readonly #calls = new Set<Promise<void>>();
  /** Told whenever a call has ended: there is room for another. */
  onRoom: () => void = () => {};

  constructor(ctx: Ctx, call = endpointCaller(ctx.config)) {
    this.#ctx = ctx;
    this.#call = call;
  }

  /** Takes up what is due and there is room for, without waiting for the answers; gives how much. */
  async round(): Promise<number> {
    const limit = CALLS_MAX - this.#calls.size;
    if (limit <= 0) return 0;
    const options = { ...this.#options, leaseMs: LEASE_MS, limit };
    const claimed = await claimDeliveries(this.#ctx.db, options);
    for (const delivery of claimed) {
      const { endpointId } = delivery;
      this.#count(endpointId, 1);
      const sent = sendClaimed(this.#ctx, delivery, this.#call)
        // The lease runs out, and the delivery is due again.
        .catch((err: unknown) => this.#ctx.log.error({ err }, "a webhook attempt is not recorded"))
        .finally(() => {
          this.#count(endpointId, -1);
          this.#calls.delete(sent);
          this.onRoom();
        });
      this.#calls.add(sent);
    }
    return claimed.length;
  }

  /** Milliseconds until there is something to do; null when nothing waits that there is room for. */
  async dueInMs(): Promise<number | null> {
    if (this.#calls.size >= CALLS_MAX) return null;
    return deliveryDueInMs(this.#ctx.db, this.#options);
  }

  /** Resolves when no call is under way. */
  async idle(): Promise<void> {
    while (this.#calls.size > 0) await Promise.all(this.#calls);
  }

  get #options(): Busy {
    return { endpoints: this.#busy, perEndpointMax: CALLS_PER_ENDPOINT_MAX };
  }

  #count(endpointId: string, change: number): void {
    const n = (this.#busy.get(endpointId) ?? 0) + change;
    if (n > 0) this.#busy.set(endpointId, n);
    else this.#busy.delete(endpointId);
  }
}
