import { z } from "zod";
import type { AuditAction } from "@/core/audit/audit-action";
import { FREQUENCIES } from "@/core/delivery/gate-input";
import { SWITCHED, type Switched } from "@/core/delivery/switched";
import { cityOf } from "@/core/sentence/format-moment";
import type { Instant } from "@/core/time";
import { listChangesOf, listGot } from "@/db/queries/own-page";
import { listTopics } from "@/db/queries/topics";
import type { Ctx } from "@/server/context";
import { type Html, html } from "../html";
import type { Reader } from "../link";
import { readerList, readerMoment } from "../reader-format";
import { publicWords } from "../words";
import type { ChangedBy } from "../words/words";
import { languageName } from "./language-name";

/** Messages and changes shown together. */
export const HISTORY_MAX = 20;

const CHANGES = [
  "preferences.saved",
  "person.paused",
  "person.unpaused",
  "person.saved",
  "consent.granted",
  "consent.withdrawn",
  "address.added",
  "address.removed",
] as const satisfies readonly AuditAction[];
type ChangeAction = (typeof CHANGES)[number];

export type HistoryLine = { at: Instant; text: string; by: string | null };

const Detail = z
  .object({
    changes: z.array(z.object({ topic: z.string(), channel: z.string(), on: z.boolean() })),
    topics: z.array(z.object({ topic: z.string(), frequency: z.string().nullable() })),
    until: z.string(),
    timeZone: z.string().nullable(),
    locale: z.string().nullable(),
    preferredChannel: z.string().nullable(),
    quietHours: z.unknown(),
  })
  .partial();
type Detail = z.infer<typeof Detail>;

/** The last messages somebody got and the last changes of what they get, newest first. */
export async function readHistory(ctx: Ctx, reader: Reader): Promise<HistoryLine[]> {
  const { workspaceId, person, locale, workspace } = reader;
  const words = publicWords(locale).preferences;
  const [got, changed, topics] = await Promise.all([
    listGot(ctx.db, workspaceId, person.id, HISTORY_MAX),
    listChangesOf(ctx.db, workspaceId, person.id, CHANGES, HISTORY_MAX),
    listTopics(ctx.db, workspaceId),
  ]);
  const names = new Map(topics.map(({ key, name }) => [key, name]));
  const messages = got.flatMap(({ at, channel, title }) => {
    const known = SWITCHED.find((one) => one === channel);
    if (at === null || !known) return [];
    const text = words.history.message(title ?? "…", words.channel[known]);
    return [{ at: at.getTime(), text, by: null }];
  });
  const changes = changed.map(({ at, action, actor, detail }) => ({
    at: at.getTime(),
    text: changeText(action as ChangeAction, Detail.safeParse(detail).data ?? {}, reader, names),
    by: words.history.by[changedBy(actor, person.id)](workspace.name),
  }));
  return [...messages, ...changes].sort((a, b) => b.at - a.at).slice(0, HISTORY_MAX);
}

const Who = z.object({ kind: z.string(), id: z.string().optional() });

/** In what role somebody changed it: names of others are nobody's business. */
function changedBy(actor: unknown, personId: string): ChangedBy {
  const { kind, id } = Who.safeParse(actor).data ?? { kind: "system" };
  if (kind === "person") return id === personId ? "you" : "operator";
  return kind === "operator" || kind === "api" ? kind : "system";
}

function changeText(
  action: ChangeAction,
  detail: Detail,
  { locale, zone, now }: Reader,
  names: ReadonlyMap<string, string>,
): string {
  const words = publicWords(locale).preferences;
  const said = words.history;
  if (action === "person.paused") {
    const until = Date.parse(detail.until ?? "");
    return Number.isNaN(until)
      ? words.pause.title
      : said.paused(readerMoment(until, zone, locale, now));
  }
  if (action === "person.unpaused") return said.resumed;
  if (action === "person.saved") return said.profile;
  if (action === "address.added" || action === "address.removed") return said.address;
  if (detail.changes?.length) return switchedText(detail.changes, names, locale);
  if (detail.topics?.length === 1) {
    const [{ topic, frequency } = { topic: "", frequency: null }] = detail.topics;
    const often = words.topics.frequency[frequencyOf(frequency)];
    return said.topics(names.get(topic) ?? topic, often);
  }
  if (detail.timeZone) return `${words.zone.title}: ${cityOf(detail.timeZone)}`;
  if (detail.locale) return `${words.language.title}: ${languageName(detail.locale, locale)}`;
  if ("quietHours" in detail) return said.hours;
  return said.preferences;
}

const FREQUENCY = z.enum(FREQUENCIES);
const frequencyOf = (text: string | null) => FREQUENCY.catch("as_it_happens").parse(text);

const TOPICS_NAMED_MAX = 3;

function switchedText(
  changes: NonNullable<Detail["changes"]>,
  names: ReadonlyMap<string, string>,
  locale: string,
): string {
  const words = publicWords(locale).preferences;
  const isSwitched = (channel: string): channel is Switched =>
    SWITCHED.some((one) => one === channel);
  const byTopic = [...Map.groupBy(changes, ({ topic }) => topic)];
  if (byTopic.length > TOPICS_NAMED_MAX && changes.every(({ on }) => !on))
    return words.history.everything;
  const lines = byTopic.slice(0, TOPICS_NAMED_MAX).flatMap(([topic, ofTopic]) =>
    [true, false].flatMap((on) => {
      const channels = ofTopic.flatMap((one) =>
        one.on === on && isSwitched(one.channel) ? [words.channel[one.channel]] : [],
      );
      if (channels.length === 0) return [];
      const say = on ? words.topics.nowOn : words.topics.nowOff;
      return [say(names.get(topic) ?? topic, readerList(channels, locale))];
    }),
  );
  return lines.join("; ");
}

export function historyPart(
  lines: readonly HistoryLine[],
  { locale, zone, now }: Reader,
  isOpen: boolean,
): Html {
  const said = publicWords(locale).preferences.history;
  const item = ({ at, text, by }: HistoryLine) =>
    html`<li><span class="hint">${readerMoment(at, zone, locale, now)}${by && html` · ${by}`}</span><br>${text}</li>
`;
  return html`<details class="part" id="history"${isOpen && html` open`}><summary><h2>${said.title}</h2></summary>
${lines.length === 0 ? html`<p class="hint">${said.none}</p>` : html`<ul class="history">${lines.map(item)}</ul>`}</details>
`;
}
