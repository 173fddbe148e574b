import { randomUUID } from "node:crypto";
import type { WorkspaceId } from "@/core/ids";
import { changesIn, changesOf } from "@/core/live/changes";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import type { Ctx } from "@/server/context";
import { LIVE_CHANNEL } from "./announce";
import { Channel, type Listener } from "./channel";
import { Listening } from "./listening";
import { wire } from "./wire";

/** How often quiet streams are kept open, and the way from the database is tried. */
const BEAT_MS = 15 * SECOND_MS;
/** A workspace that nobody follows is remembered this long, for tabs that come back. */
const REMEMBERED_MS = 5 * MINUTE_MS;
/** A page may have read its data this long before it asks where it stands. */
const PAGE_SLACK_MS = 3 * SECOND_MS;

const ID_CHARS = 36;
const TRIED = "tried ";

/**
 * Fans what the database announces out to the open streams of this process: one listening connection,
 * whatever the number of tabs. Lost, the connection is opened again, and then every stream is told to
 * fetch anew, because nobody knows what it missed.
 */
export class LiveHub {
  readonly #ctx: Pick<Ctx, "db" | "log">;
  readonly #name = randomUUID();
  readonly #channels = new Map<WorkspaceId, Channel>();
  readonly #listening: Listening;
  /** Another after every connection: ids of the one before are unknown. */
  #epoch = 0;
  #seq = 0;
  #beat: NodeJS.Timeout | null = null;

  constructor(ctx: Pick<Ctx, "db" | "log">) {
    this.#ctx = ctx;
    this.#listening = new Listening(ctx, LIVE_CHANNEL, {
      hear: (payload) => this.#hear(payload),
      again: () => this.#lost(),
    });
  }

  /** Begins to listen when nobody has yet. Resolves when it does; rejects when the database is away. */
  start(): Promise<void> {
    return this.#listening.start();
  }

  /** As `start`, for a request: refuses with `unavailable`. */
  ready(): Promise<void> {
    return this.#listening.ready();
  }

  /** The id from which a page that is being rendered misses nothing; null when there is none yet. */
  position(workspaceId: WorkspaceId): string | null {
    if (!this.#listening.isOn) {
      this.start().catch(() => {});
      return null;
    }
    return this.#id(this.#channel(workspaceId).before(Date.now() - PAGE_SLACK_MS));
  }

  /** How many streams are open, of all operators or of one. */
  count(operatorId?: string): number {
    let count = 0;
    for (const { listeners } of this.#channels.values()) {
      if (operatorId === undefined) count += listeners.size;
      else for (const listener of listeners) if (listener.operatorId === operatorId) count += 1;
    }
    return count;
  }

  /**
   * Lets `listener` follow a workspace, from `lastId` on or, when that is not known here, after a
   * reset. Gives what ends it. Call `start` first.
   */
  join(workspaceId: WorkspaceId, listener: Listener, lastId: string | null): () => void {
    const channel = this.#channel(workspaceId);
    const seq = this.#seqOf(lastId);
    const missed = seq === null ? null : channel.after(seq);
    const theirs = missed && changesOf(missed, listener.topics);
    const id = this.#id(this.#seq);
    channel.listeners.add(listener);
    this.#beat ??= setInterval(() => this.#heartbeat(), BEAT_MS).unref();
    listener.send(!missed ? wire.reset(id) : theirs ? wire.changes(id, theirs) : wire.beat(id));
    return () => {
      channel.listeners.delete(listener);
      channel.usedAt = Date.now();
    };
  }

  /** Ends every stream and stops listening. */
  async close(): Promise<void> {
    if (this.#beat) clearInterval(this.#beat);
    this.#beat = null;
    for (const channel of this.#channels.values()) channel.end();
    this.#channels.clear();
    await this.#listening.close();
  }

  #channel(workspaceId: WorkspaceId): Channel {
    const known = this.#channels.get(workspaceId);
    if (known) {
      known.usedAt = Date.now();
      return known;
    }
    const made = new Channel(this.#seq, Date.now(), () => {
      this.#seq += 1;
      return { seq: this.#seq, id: this.#id(this.#seq) };
    });
    this.#channels.set(workspaceId, made);
    return made;
  }

  #hear(payload: string): void {
    if (payload.startsWith(TRIED)) {
      if (payload === this.#trial) this.#sendToAll(wire.beat(this.#id(this.#seq)));
      return;
    }
    // Parsed only when somebody follows this workspace.
    const channel = this.#channels.get(payload.slice(0, ID_CHARS) as WorkspaceId);
    const changes = channel && changesIn(payload.slice(ID_CHARS + 1));
    if (changes) channel.change(changes);
  }

  #lost(): void {
    this.#epoch += 1;
    for (const channel of this.#channels.values()) channel.forget(this.#seq);
    this.#sendToAll(wire.reset(this.#id(this.#seq)));
  }

  #heartbeat(): void {
    this.#sendToAll(wire.heartbeat);
    const longAgo = Date.now() - REMEMBERED_MS;
    for (const [workspaceId, { listeners, usedAt }] of this.#channels) {
      if (listeners.size === 0 && usedAt < longAgo) this.#channels.delete(workspaceId);
    }
    if (this.count() === 0) return;
    this.#ctx.db.$client`select pg_notify(${LIVE_CHANNEL}, ${this.#trial})`.catch((err: unknown) =>
      this.#ctx.log.warn({ err }, "live: the database does not answer"),
    );
  }

  #sendToAll(bytes: Uint8Array): void {
    for (const { listeners } of this.#channels.values()) {
      for (const listener of listeners) listener.send(bytes);
    }
  }

  get #trial(): string {
    return TRIED + this.#name;
  }

  #id(seq: number): string {
    return `${this.#name}.${this.#epoch}.${seq}`;
  }

  #seqOf(id: string | null): number | null {
    const [name, epoch, seq] = id?.split(".") ?? [];
    const isOurs = name === this.#name && Number(epoch) === this.#epoch;
    return isOurs && /^\d+$/.test(seq ?? "") ? Number(seq) : null;
  }
}
