import { AppError } from "@/core/errors";
import type { Instant } from "@/core/time";
import { listWaiting } from "@/db/queries/own-page";
import { listContactPoints } from "@/db/queries/people";
import { senderOf } from "@/server/channels/sender-of";
import type { Ctx } from "@/server/context";
import { type PersonPreferences, readPersonPreferences } from "@/server/people/person-preferences";
import type { Reader } from "../link";
import { maskAddress } from "../mask";
import { type HistoryLine, readHistory } from "./history";
import type { PageQuery } from "./query";
import { readWhy, type Why } from "./why";

const BARE_ADDRESS = /<([^<>]+)>\s*$/;

/** Everything the page shows. */
export type View = {
  reader: Reader;
  query: PageQuery;
  preferences: PersonPreferences;
  /** The reader's own, masked; null: none. */
  address: string | null;
  /** Whom to write to about it; null: nobody is known. */
  contact: string | null;
  waiting: { n: number; until: Instant }[];
  why: Why | null;
  history: HistoryLine[];
};

/** Reads the page of a person. Throws `not_found` when they are gone meanwhile. */
export async function loadView(ctx: Ctx, given: Reader, query: PageQuery): Promise<View> {
  const { workspaceId, person, message } = given;
  const reader = { ...given, locale: query.language ?? given.locale };
  const [preferences, addresses, sender, waiting, why, history] = await Promise.all([
    readPersonPreferences(ctx.db, workspaceId, person.id),
    listContactPoints(ctx.db, workspaceId, [person.id]),
    senderOf(ctx, message ?? { workspaceId, provider: null }),
    listWaiting(ctx.db, workspaceId, person.id),
    whyOf(ctx, reader, query.message),
    readHistory(ctx, reader),
  ]);
  if (!preferences) throw new AppError("not_found", "There is no such person.");
  const email = addresses.find(({ channel }) => channel === "email")?.address;
  const to = message?.channel === "email" ? (message.to ?? email) : email;
  return {
    reader,
    query,
    preferences: why
      ? { ...preferences, topics: firstOf(preferences.topics, why.topic) }
      : preferences,
    address: to === undefined ? null : maskAddress(to),
    contact: sender === null ? null : (BARE_ADDRESS.exec(sender)?.[1] ?? sender),
    waiting,
    why,
    history,
  };
}

/** Of the message somebody asks about, else of the one whose link they followed. */
const whyOf = async (ctx: Ctx, reader: Reader, asked: string | null): Promise<Why | null> =>
  (await readWhy(ctx, reader, asked)) ?? readWhy(ctx, reader, reader.message?.id ?? null);

/** The topic somebody asks about comes first. */
const firstOf = (topics: PersonPreferences["topics"], key: string | null) => [
  ...topics.filter((topic) => topic.key === key),
  ...topics.filter((topic) => topic.key !== key),
];
