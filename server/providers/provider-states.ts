import { accountIdOf } from "@/core/channel/account";
import { type Blame, type Circuit, DOWN_RECHECK_MS, OUTAGES_TO_OPEN } from "@/core/channel/circuit";
import type { WorkspaceId } from "@/core/ids";
import { SECOND_MS } from "@/core/time";
import { type Db, inTransaction, type Tx } from "@/db/client";
import {
  closeCircuit,
  keepQuiet,
  listTroubled,
  NO_WORKSPACE,
  openCircuit,
  type ProviderKey,
  passProbe,
  returnProbe,
  takeProbe,
} from "@/db/queries/provider-health";
import { wakeWorkers } from "@/server/cases/wake-up";
import type { Delivery } from "./provider";

/** How old what this process knows of providers may be. */
const READ_EVERY_MS = SECOND_MS;
/** A message chosen to look with that never got as far as its call gives way to another. */
const CHOSEN_MS_MAX = 5 * SECOND_MS;

type Known = { circuit: Circuit | null; retryAt: number; quietUntil: number };

/** An account is its workspace's own; what the environment names is everybody's. */
export const keyOf = (workspaceId: WorkspaceId, provider: string): ProviderKey => ({
  workspaceId: accountIdOf(provider) === null ? NO_WORKSPACE : workspaceId,
  provider,
});

const textOf = ({ workspaceId, provider }: ProviderKey) => `${workspaceId} ${provider}`;

/**
 * Which providers are down, as far as this process knows; times are those of its monotonic clock. It
 * reads once a second at most and writes only what changed, so that messages cost nothing while all
 * is well.
 */
export class ProviderStates {
  #readAt = Number.NEGATIVE_INFINITY;
  #known = new Map<string, Known>();
  /** Calls in a row without an answer. */
  readonly #outages = new Map<string, number>();
  /** When a message was chosen to look with. */
  readonly #chosen = new Map<string, number>();

  /** When the message that is to look comes back. */
  readonly #lookers = new Map<string, number>();

  /** Reads what other workers found out. */
  async refresh(db: Db | Tx, now = performance.now()): Promise<void> {
    if (now - this.#readAt < READ_EVERY_MS) return;
    this.#readAt = now;
    const rows = await listTroubled(db);
    const before = this.#known;
    this.#known = new Map(
      rows.map(({ circuit, retryInMs, quietMs, ...key }) => [
        textOf(key),
        { circuit, retryAt: now + retryInMs, quietUntil: now + quietMs },
      ]),
    );
    for (const [name, { circuit }] of before) {
      if (circuit && !this.#known.get(name)?.circuit) this.#outages.delete(name);
    }
  }

  /** Why nothing may be handed to it now; null while all is well. */
  circuitOf(key: ProviderKey): Circuit | null {
    return this.#known.get(textOf(key))?.circuit ?? null;
  }

  /** How long it asked for no calls, milliseconds. */
  quietMs(key: ProviderKey, now = performance.now()): number {
    return Math.max(0, (this.#known.get(textOf(key))?.quietUntil ?? 0) - now);
  }

  /** Milliseconds until somebody looks at it again. */
  retryInMs(key: ProviderKey, now = performance.now()): number {
    return Math.max(0, (this.#known.get(textOf(key))?.retryAt ?? 0) - now);
  }

  /**
   * How long a message that waits for it stays away: one comes back when the next look is due, the
   * others now and then.
   */
  waitMs(key: ProviderKey, now = performance.now()): number {
    const name = textOf(key);
    const inMs = this.retryInMs(key, now);
    const isLookedFor = (this.#lookers.get(name) ?? Number.NEGATIVE_INFINITY) > now;
    if (!isLookedFor) this.#lookers.set(name, now + inMs);
    return isLookedFor ? inMs + Math.random() * DOWN_RECHECK_MS : inMs;
  }

  /** Whether this message may be the one that looks if a provider that is down is there again. */
  choosesProbe(key: ProviderKey, now = performance.now()): boolean {
    const name = textOf(key);
    if (this.retryInMs(key, now) > 0) return false;
    if (now - (this.#chosen.get(name) ?? Number.NEGATIVE_INFINITY) < CHOSEN_MS_MAX) return false;
    this.#chosen.set(name, now);
    return true;
  }

  /** Whether the look is ours: of all workers one has it. */
  async takeProbe(db: Db, key: ProviderKey): Promise<boolean> {
    this.#chosen.delete(textOf(key));
    const isOurs = await takeProbe(db, key);
    this.#readAt = Number.NEGATIVE_INFINITY;
    return isOurs;
  }

  async returnProbe(db: Db, key: ProviderKey): Promise<void> {
    await returnProbe(db, key);
    this.#readAt = Number.NEGATIVE_INFINITY;
  }

  /** The look told nothing of the provider: the next message looks at once. */
  async passProbe(db: Db, key: ProviderKey): Promise<void> {
    await inTransaction(db, async (tx) => {
      await passProbe(tx, key);
      await wakeWorkers(tx);
    });
    await this.#readAgain(db);
  }

  /**
   * What came of a call; `isProbe` for the one that looked whether a provider is there again. Resolves
   * when what it changed is known to all.
   */
  async heard(db: Db, key: ProviderKey, delivery: Delivery, isProbe: boolean): Promise<void> {
    const name = textOf(key);
    if (!delivery.ok && delivery.blame !== undefined) {
      const { blame, reason: error, retryAfterMs: waitMs = 0 } = delivery;
      const isKnown = this.circuitOf(key) !== null;
      if (!isProbe && (isKnown || !this.#opens(name, blame))) return;
      await openCircuit(db, key, { blame, error, waitMs });
      return this.#readAgain(db);
    }
    this.#outages.delete(name);
    if (!delivery.ok && delivery.rateLimited) {
      await keepQuiet(db, key, delivery.retryAfterMs ?? SECOND_MS);
    }
    if (isProbe || this.circuitOf(key) !== null) await this.close(db, key);
  }

  /** Also for an account that was put right: what waited for it leaves. */
  async close(db: Db, key: ProviderKey): Promise<void> {
    await inTransaction(db, async (tx) => {
      if (await closeCircuit(tx, key)) await wakeWorkers(tx);
    });
    await this.#readAgain(db);
  }

  /** A refusal of the account, also by our guard, holds for every message; a call without an answer may be that one call's. */
  #opens(name: string, blame: Blame): boolean {
    const outages = (this.#outages.get(name) ?? 0) + 1;
    this.#outages.set(name, outages);
    return blame !== "outage" || outages >= OUTAGES_TO_OPEN;
  }

  async #readAgain(db: Db): Promise<void> {
    this.#readAt = Number.NEGATIVE_INFINITY;
    await this.refresh(db);
  }
}
