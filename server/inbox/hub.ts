import { z } from "zod";
import type { WorkspaceId } from "@/core/ids";
import { SECOND_MS } from "@/core/time";
import { type InboxItemRow, type InboxRow, ITEMS_TOLD_MAX, readChanged } from "@/db/queries/inbox";
import { INBOX_CHANNEL } from "@/db/queries/inbox-word";
import type { Ctx } from "@/server/context";
import { Listening } from "@/server/live/listening";
import { answerOf, itemOf } from "./item-shape";
import { wire } from "./wire";

const BEAT_MS = 15 * SECOND_MS;
/** Changes that come this close together are read together. */
const GATHER_MS = 10;
/** People read in one statement: enough to be quick, few enough to keep what is read small. */
const PEOPLE_AT_ONCE = 250;
const RETRY_MS = SECOND_MS;

type Whose = { workspaceId: WorkspaceId; personId: string };

/** One open stream. */
export type InboxListener = Whose & {
  /** What its reader knows; null: nothing yet, and asks for no items. */
  since: number | null;
  /** It has had its first answer. */
  greeted: boolean;
  send: (bytes: Uint8Array) => void;
  end: () => void;
};

const Payload = z.array(z.tuple([z.string(), z.string()]));

const nameOf = (workspaceId: string, personId: string): string => `${workspaceId} ${personId}`;

/**
 * Tells the open streams of this process what changes in their inboxes. Everybody who has something to
 * hear is read together, and what a stream missed while the connection was away it gets by its revision.
 */
export class InboxHub {
  readonly #ctx: Pick<Ctx, "db" | "log" | "config">;
  readonly #listening: Listening;
  readonly #people = new Map<string, Set<InboxListener>>();
  #count = 0;
  #told = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #reading = false;
  #beat: NodeJS.Timeout | null = null;

  constructor(ctx: Pick<Ctx, "db" | "log" | "config">) {
    this.#ctx = ctx;
    this.#listening = new Listening(ctx, INBOX_CHANNEL, {
      hear: (payload) => this.#hear(payload),
      again: () => this.#tell(this.#people.keys()),
    });
  }

  /** Listens; refuses with `unavailable` when the database is away. */
  ready(): Promise<void> {
    return this.#listening.ready();
  }

  /** How many streams are open, of all people or of one. */
  count(of?: Whose): number {
    if (of === undefined) return this.#count;
    return this.#people.get(nameOf(of.workspaceId, of.personId))?.size ?? 0;
  }

  /** Lets a stream follow from its revision on; gives what ends it. Call `ready` first. */
  join(listener: InboxListener): () => void {
    const name = nameOf(listener.workspaceId, listener.personId);
    const theirs = this.#people.get(name) ?? new Set();
    this.#people.set(name, theirs.add(listener));
    this.#count += 1;
    this.#beat ??= setInterval(() => this.#sendBeat(), BEAT_MS).unref();
    this.#tell([name]);
    return () => {
      if (!theirs.delete(listener)) return;
      this.#count -= 1;
      if (theirs.size === 0 && this.#people.get(name) === theirs) this.#people.delete(name);
      if (this.#count > 0 || !this.#beat) return;
      clearInterval(this.#beat);
      this.#beat = null;
    };
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    for (const theirs of [...this.#people.values()]) for (const one of [...theirs]) one.end();
    await this.#listening.close();
  }

  #hear(payload: string): void {
    const pairs = Payload.safeParse(JSON.parse(payload));
    this.#tell((pairs.data ?? []).map(([workspaceId, personId]) => nameOf(workspaceId, personId)));
  }

  #tell(names: Iterable<string>): void {
    for (const name of names) if (this.#people.has(name)) this.#told.add(name);
    if (this.#told.size > 0) this.#readSoon(GATHER_MS);
  }

  #readSoon(ms: number): void {
    if (this.#timer || this.#reading) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#readAll();
    }, ms);
    this.#timer.unref();
  }

  async #readAll(): Promise<void> {
    this.#reading = true;
    let wait = GATHER_MS;
    while (this.#told.size > 0) {
      const names = [...this.#told].slice(0, PEOPLE_AT_ONCE);
      for (const name of names) this.#told.delete(name);
      try {
        await this.#readThese(names);
      } catch (err) {
        this.#ctx.log.warn({ err }, "inbox: streams could not be told, they are told later");
        for (const name of names) this.#told.add(name);
        wait = RETRY_MS;
        break;
      }
    }
    this.#reading = false;
    if (this.#told.size > 0) this.#readSoon(wait);
  }

  async #readThese(names: readonly string[]): Promise<void> {
    const asked = names.flatMap((name) => {
      const [first, ...others] = this.#people.get(name) ?? [];
      if (!first) return [];
      const { workspaceId, personId } = first;
      const known = [first, ...others].flatMap(({ since }) => since ?? []);
      return [{ workspaceId, personId, since: Math.min(Number.MAX_SAFE_INTEGER, ...known) }];
    });
    const from = new Map(asked.map((one) => [nameOf(one.workspaceId, one.personId), one.since]));
    for (const row of await readChanged(this.#ctx.db, asked)) {
      this.#send(row, from.get(nameOf(row.workspaceId, row.personId)) ?? 0);
    }
  }

  /** Tells what was read from a revision on. Whoever knows the same gets the same bytes. */
  #send(row: InboxRow, from: number): void {
    const encoded = new Map<number | null, Uint8Array>();
    const theirs = this.#people.get(nameOf(row.workspaceId, row.personId)) ?? [];
    const shapes = new Map(
      row.items.map((item) => [item.id, itemOf(this.#ctx, row.workspaceId, item)]),
    );
    for (const listener of [...theirs]) {
      if (row.gone) {
        listener.end();
        continue;
      }
      const { since } = listener;
      // Came while this was read, and knows less: it is read for anew.
      if (since !== null && since < from) continue;
      if (listener.greeted && since !== null && since >= row.revision) continue;
      let bytes = encoded.get(since);
      if (bytes === undefined) {
        const isNews = ({ revision }: InboxItemRow) => since !== null && revision > since;
        // Of more than is told, nobody knows which are left out.
        const items = row.items.length > ITEMS_TOLD_MAX ? row.items : row.items.filter(isNews);
        const answer = answerOf(this.#ctx, { ...row, items }, since ?? undefined, shapes);
        bytes = wire.change(answer);
        encoded.set(since, bytes);
      }
      listener.since = row.revision;
      listener.greeted = true;
      listener.send(bytes);
    }
  }

  #sendBeat(): void {
    for (const theirs of this.#people.values()) {
      for (const listener of [...theirs]) listener.send(wire.heartbeat);
    }
  }
}
