import { sql } from "drizzle-orm";
import { PreferenceChange } from "@/core/contracts/preference-change";
import { SWITCHED } from "@/core/delivery/switched";
import { AppError } from "@/core/errors";
import { inTransaction, type Tx } from "@/db/client";
import type { Ctx } from "@/server/context";
import { keepEvent } from "@/server/messages/keep-event";
import { changePersonPreference } from "@/server/people/change-preference";
import { withLink } from "./guard";
import type { Link } from "./link";
import { publicHeaders } from "./page";
import { fieldOf, readForm } from "./read-form";
import { stopTopics } from "./stop-topics";
import {
  CHANGE_TRIES,
  type Change,
  type ChangeSource,
  changeTopics,
  type TopicChoice,
} from "./topic-choices";
import {
  allOffPage,
  cannotStop,
  choicePage,
  offPage,
  ratedPage,
  type Undo,
  undonePage,
} from "./unsubscribe-page";
import { visitOf, witnessOf } from "./visit";
import { publicWords } from "./words";
import { RATES, type Rate, REASONS } from "./words/types/unsubscribe";

/** The topic of the message with a button to stop its emails. Changes nothing. */
export const showUnsubscribe = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withLink(ctx, request, token, "u", (link) => choicePage(ctx, link));

/**
 * Switches off: the topic's emails for a mail program's one click (RFC 8058) and for the page's
 * button, or everything optional; or lets the topic come less often. Takes effect at once, and can be
 * undone. Any other request changes nothing and gets the page with its buttons.
 */
export const unsubscribe = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withLink(ctx, request, token, "u", async (link) => {
    const form = await readForm(request);
    const witness = witnessOf(visitOf(request));
    if (fieldOf(form, "List-Unsubscribe").toLowerCase() === "one-click") {
      if (isOptional(link)) await stopTopic(ctx, link, "one_click", witness);
      return oneClickAnswer(link);
    }
    const undo = fieldOf(form, "undo");
    const reason = REASONS.find((one) => one === fieldOf(form, "reason"));
    const stop = fieldOf(form, "stop");
    const rate = RATES.find((one) => one === fieldOf(form, "less"));
    if (reason) {
      await keepReason(ctx, link, reason);
      const all = fieldOf(form, "of") === "all";
      const kept = undo === "" ? null : readUndo(undo);
      return all ? allOffPage(ctx, link, kept, true) : offPage(ctx, link, kept, true);
    }
    if (undo !== "") return takeBack(ctx, link, readUndo(undo), witness);
    if (stop === "all") return allOffPage(ctx, link, await stopAll(ctx, link, witness), false);
    if (!isOptional(link)) return cannotStop(ctx, link);
    if (rate) return less(ctx, link, rate, witness);
    if (stop !== "topic") return choicePage(ctx, link);
    return offPage(ctx, link, await stopTopic(ctx, link, "unsubscribe_page", witness), false);
  });

const isOptional = ({ topic }: Link): boolean => topic !== null && !topic.required;

type Witness = ReturnType<typeof witnessOf>;

async function stopTopic(
  ctx: Ctx,
  link: Link,
  source: ChangeSource,
  witness: Witness,
): Promise<Undo> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const key = link.topic?.key ?? null;
      const changes = await stopTopics(ctx, tx, link, key, source, witness);
      await keepUnsubscribed(tx, link);
      return undoOf(changes);
    },
    { tries: CHANGE_TRIES },
  );
}

async function stopAll(ctx: Ctx, link: Link, witness: Witness): Promise<Undo> {
  const stop = (choices: TopicChoice[]): Change[] =>
    choices.flatMap((topic) => SWITCHED.map((channel) => ({ topic, channel, on: false })));
  return inTransaction(
    ctx.db,
    async (tx) => {
      const changes = await changeTopics(ctx, tx, link, "unsubscribe_page", stop, witness);
      await keepUnsubscribed(tx, link);
      return undoOf(changes);
    },
    { tries: CHANGE_TRIES },
  );
}

const keepUnsubscribed = (tx: Tx, { message, now }: Link): Promise<boolean> =>
  keepEvent(tx, message, {
    id: "unsubscribed",
    type: "unsubscribed",
    by: "human",
    detail: {},
    at: new Date(now),
  });

const undoOf = (changes: readonly Change[]): Undo =>
  changes.length === 0
    ? null
    : { topics: Object.fromEntries(changes.map(({ topic }) => [topic.key, topic.setting])) };

function readUndo(text: string): PreferenceChange {
  try {
    return PreferenceChange.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("malformed", "The form cannot be read.", { cause });
  }
}

const chooserOf = ({ workspaceId, person, message }: Link, witness: Witness) => ({
  workspaceId,
  personId: person.id,
  source: "unsubscribe_page" as const,
  messageId: message.id,
  witness,
});

async function less(ctx: Ctx, link: Link, rate: Rate, witness: Witness): Promise<Response> {
  const change = { topic: link.topic?.key ?? "", frequency: rate, digestAt: null };
  const { undo } = await changePersonPreference(ctx, chooserOf(link, witness), change);
  return ratedPage(ctx, link, rate, undo);
}

async function takeBack(
  ctx: Ctx,
  link: Link,
  undo: PreferenceChange,
  witness: Witness,
): Promise<Response> {
  await changePersonPreference(ctx, chooserOf(link, witness), undo);
  return undonePage(ctx, link, "topics" in undo ? Object.keys(undo.topics) : []);
}

/** Beside the fact that somebody unsubscribed; a reason without it is nobody's. */
async function keepReason(ctx: Ctx, { workspaceId, message }: Link, reason: string): Promise<void> {
  await ctx.db.execute(sql`
    update message_events set detail = detail || ${JSON.stringify({ reason })}::jsonb
    where workspace_id = ${workspaceId} and message_id = ${message.id} and id = 'unsubscribed'`);
}

function oneClickAnswer(link: Link): Response {
  const words = publicWords(link.locale).unsubscribe;
  const { topic } = link;
  const text = !topic
    ? words.noTopic
    : topic.required
      ? words.required(topic.name)
      : words.oneClick(topic.name);
  return new Response(`${text}\n`, {
    headers: publicHeaders({ "content-type": "text/plain; charset=utf-8" }),
  });
}
