import { sql } from "drizzle-orm";
import { nextInWindow } from "@/core/calendar/windows";
import type { WorkspaceId } from "@/core/ids";
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/core/time";
import { moveTestClock } from "../clock/test-clock";
import type { Ctx } from "../context";
import { receiveEvent } from "../events/receive-event";
import { perform, type SentMessage } from "./acts";
import { type Chance, chanceFrom } from "./chance";
import { DEMO_ZONE } from "./company";
import type { Matter } from "./matters";
import { CUSTOMERS, EMPLOYEES } from "./people";
import type { Beat, Delay } from "./stories";
import { type Comeback, recordComebacks } from "./what-came-back";

/** The longest step of the clock: people react to what came in between. */
const STRIDE_MS = 6 * HOUR_MS;
const WATCH_STRIDE_MS = 5 * MINUTE_MS;
/** Part of the opens that a mail program's privacy proxy makes. */
const PROXY_SHARE = 0.15;
const SEED = 7_411;
/** Steps whose opens keep a text message from being sent: these are recorded in time. */
const AWAITED: ReadonlySet<string> = new Set(["due-notice"]);

/** Something outside of the cases, at a moment: an absence, a new version. */
export type Happening = { at: Instant; run: () => Promise<void> };
type Item = { at: Instant; run: () => Promise<void> };
type Scene = { matter: Matter; caseId: string; message: SentMessage | null; chance: Chance };
type Cast = { matter: Matter; chance: Chance; done: Set<number> };

const AWAKE = { from: "07:30", to: "21:30" } as const;
const ZONES = new Map([...CUSTOMERS, ...EMPLOYEES].map(({ id, timeZone }) => [id, timeZone]));
const UNTRACKED = new Set(
  [...CUSTOMERS, ...EMPLOYEES].filter((p) => p.untracked).map(({ id }) => id),
);

/**
 * Plays matters and happenings in order of time under the workspace's test clock, up to `end`: the
 * production code opens, sends, escalates and closes; the people of the stories react to what they got.
 */
export class Play {
  readonly #ctx: Ctx;
  readonly #workspaceId: WorkspaceId;
  readonly #end: Instant;
  readonly #queue: Item[] = [];
  readonly #casts = new Map<string, Cast>();
  readonly #watched: Instant[] = [];
  readonly #known = new Set<string>();
  #comebacks: Comeback[] = [];
  #clock: Instant;
  #seen: Instant;

  constructor(ctx: Ctx, workspaceId: WorkspaceId, start: Instant, end: Instant) {
    this.#ctx = ctx;
    this.#workspaceId = workspaceId;
    this.#clock = start;
    this.#seen = start;
    this.#end = end;
  }

  async run(
    matters: readonly Matter[],
    happenings: readonly Happening[],
    progress?: (part: number) => void,
  ) {
    const start = this.#clock;
    for (const { at, run } of happenings) this.#at(at, run);
    for (const [i, matter] of matters.entries()) this.#plan(matter, i);
    while (this.#clock < this.#end) {
      await this.#step();
      progress?.((this.#clock - start) / (this.#end - start));
    }
    await this.#flush();
  }

  #at(at: Instant, run: Item["run"]): void {
    if (at >= this.#end) return;
    let place = this.#queue.length;
    while (place > 0 && (this.#queue[place - 1]?.at ?? 0) > at) place -= 1;
    this.#queue.splice(place, 0, { at, run });
  }

  #plan(matter: Matter, index: number): void {
    const { early, at, event } = matter;
    if (early) this.#at(early.at, async () => void (await this.#send(early.event, matter)));
    this.#at(at, async () => {
      const { opened } = await this.#send(event, matter);
      const [hit] = opened;
      if (!hit) return;
      const cast = { matter, chance: chanceFrom(SEED + index * 7_919), done: new Set<number>() };
      this.#casts.set(hit.caseId, cast);
      if (matter.watchForMs !== undefined) this.#watched.push(at + matter.watchForMs);
      this.#react(hit.caseId, cast, "opened", null, at);
      // The first message leaves at once, and somebody may react within minutes.
      await this.#moveTo(this.#clock);
    });
  }

  #send(name: string, { person, data }: Matter) {
    return receiveEvent(this.#ctx, this.#workspaceId, { name, person, data });
  }

  /** To the next moment somebody acts, or a stride on; then everybody who got something makes plans. */
  async #step(): Promise<void> {
    const watching = this.#watched.some((until) => until > this.#clock);
    const stride = watching ? WATCH_STRIDE_MS : STRIDE_MS;
    const to = Math.min(this.#queue[0]?.at ?? this.#end, this.#clock + stride, this.#end);
    await this.#moveTo(Math.max(to, this.#clock));
    for (let next = this.#queue[0]; next && next.at <= this.#clock; next = this.#queue[0]) {
      this.#queue.shift();
      await next.run();
    }
  }

  async #moveTo(to: Instant): Promise<void> {
    await moveTestClock(this.#ctx, this.#workspaceId, to);
    this.#clock = to;
    for (const message of await this.#newlySent()) this.#receive(message);
  }

  async #newlySent(): Promise<SentMessage[]> {
    const rows = await this.#ctx.db.execute<SentMessage>(sql`
      select id, case_id as "caseId", person_id as "personId", step, channel, to_address as "to",
        (request->>'level')::int as level, date_part('epoch', sent_at) * 1000 as "sentAt"
      from messages where workspace_id = ${this.#workspaceId}
        and sent_at > to_timestamp(${this.#seen} / 1000.0) - interval '1 second' and sent_at is not null
      order by sent_at, step, channel, person_id`);
    const fresh = rows.filter(({ id }) => !this.#known.has(id));
    for (const { id } of fresh) this.#known.add(id);
    this.#seen = this.#clock;
    return fresh;
  }

  #receive(message: SentMessage): void {
    const cast = this.#casts.get(message.caseId);
    if (!cast) return;
    const isPrimary = message.personId === cast.matter.person;
    this.#notice(message, cast, isPrimary);
    this.#react(message.caseId, cast, message.step, message, message.sentAt);
  }

  /** Delivered, and perhaps opened: recorded at its own moment, whenever the clock comes by. */
  #notice(
    { id, channel, personId, step, sentAt }: SentMessage,
    { matter, chance }: Cast,
    isPrimary: boolean,
  ): void {
    const bounces = matter.story.beats.some(({ act, on }) => act.do === "bounce" && on === step);
    if (channel !== "in_app" && !(bounces && channel === "email")) {
      this.#later({
        messageId: id,
        type: "delivered",
        by: null,
        at: sentAt + chance.between(1, 9) * SECOND_MS,
      });
    }
    const opens = chance.next() < (isPrimary ? matter.story.opens : 0.9);
    const at =
      sentAt + Math.round(chance.next() ** 2 * 9 * HOUR_MS) + chance.between(1, 20) * MINUTE_MS;
    const proxied = chance.next() < PROXY_SHARE;
    if (channel === "in_app" && opens)
      this.#later({ messageId: id, type: "viewed", by: "human", at });
    if (channel !== "email" || UNTRACKED.has(personId) || bounces) return;
    if (proxied)
      this.#later({ messageId: id, type: "opened", by: "proxy", at: sentAt + 40 * SECOND_MS });
    if (!opens) return;
    this.#later({ messageId: id, type: "opened", by: "human", at });
    if (AWAITED.has(step)) this.#at(at, () => this.#flush());
  }

  #later(comeback: Comeback): void {
    if (comeback.at < this.#end) this.#comebacks.push(comeback);
  }

  /** Records what has come back by now; the rest waits for its moment. */
  async #flush(): Promise<void> {
    const due = this.#comebacks.filter(({ at }) => at <= this.#clock);
    this.#comebacks = this.#comebacks.filter(({ at }) => at > this.#clock);
    await recordComebacks(this.#ctx, this.#workspaceId, due);
  }

  #react(caseId: string, cast: Cast, on: string, message: SentMessage | null, from: Instant): void {
    const { matter, chance, done } = cast;
    for (const [i, beat] of matter.story.beats.entries()) {
      if (done.has(i) || !isMeant(beat, on, message, matter)) continue;
      done.add(i);
      this.#follow({ matter, caseId, message, chance }, from, [beat, ...(beat.next ?? [])]);
    }
  }

  #follow(
    scene: Scene,
    from: Instant,
    [first, ...rest]: readonly { after: Delay; act: Beat["act"] }[],
  ): void {
    if (!first) return;
    const [low, high] = first.after;
    const meant = from + scene.chance.between(low, high) * MINUTE_MS;
    const at = Math.max(awake(meant, scene), this.#clock);
    this.#at(at, async () => {
      const now = this.#clock;
      await perform({ ctx: this.#ctx, workspaceId: this.#workspaceId, ...scene, now }, first.act);
      this.#follow(scene, now, rest);
    });
  }
}

/** People sleep, unless they are on call. */
function awake(at: Instant, { matter, message, chance }: Scene): Instant {
  if (matter.watchForMs !== undefined) return at;
  const zone = ZONES.get(message?.personId ?? matter.person) ?? DEMO_ZONE;
  const waking = nextInWindow(at, AWAKE, zone);
  return waking === at ? at : waking + chance.between(0, 90) * MINUTE_MS;
}

function isMeant(
  { on: wanted, who = "person", level }: Beat,
  on: string,
  message: SentMessage | null,
  matter: Matter,
): boolean {
  if (wanted !== on) return false;
  if (message === null) return true;
  const isPrimary = message.personId === matter.person;
  return (who === "person") === isPrimary && (level === undefined || message.level === level);
}
