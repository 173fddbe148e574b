import { MessageRequest } from "@/core/delivery/request";
import { languageOf } from "@/core/sentence/locale";
import { joinList } from "@/core/sentence/render";
import { inTransaction } from "@/db/client";
import { senderOf } from "@/server/channels/sender-of";
import type { Ctx } from "@/server/context";
import { keepEvent } from "@/server/messages/keep-event";
import { withLink } from "./guard";
import { type Html, html } from "./html";
import { type Link, siblingPath } from "./link";
import { maskAddress } from "./mask";
import { pageResponse, publicHeaders } from "./page";
import { fieldOf, readForm } from "./read-form";
import { stopTopics } from "./stop-topics";
import {
  CHANGE_TRIES,
  type Change,
  type ChangeSource,
  changeTopics,
  readTopicChoices,
  type TopicChoice,
} from "./topic-choices";
import { visitOf, witnessOf } from "./visit";
import { publicWords } from "./words";
import { SWITCHED } from "./words/words";

const ADDRESS = /<([^<>]+)>\s*$/;

/** The topic of the message with a button to stop its emails. Changes nothing. */
export const showUnsubscribe = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withLink(ctx, request, token, "u", (link) => choice(ctx, link));

async function choice(ctx: Ctx, link: Link): Promise<Response> {
  if (!link.topic || link.topic.required) return cannotStop(ctx, link);
  const words = publicWords(link.locale).unsubscribe;
  const { to } = link.message;
  const lead = to?.includes("@") ? words.lead(maskAddress(to)) : words.leadPlain;
  const title = words.title(link.topic.name);
  return page(
    ctx,
    link,
    title,
    html`<h1>${title}</h1>
<p class="lead">${lead}</p>
<form method="post">
<button type="submit" name="stop" value="topic">${words.stop}</button>
<button type="submit" name="stop" value="all" class="quiet">${words.stopAll}</button>
</form>`,
  );
}

/**
 * Switches off: the topic's emails for a mail program's one click (RFC 8058) and for the page's
 * button, or everything optional. Takes effect at once; off already is just as well. Any other request
 * changes nothing and gets the page with its buttons.
 */
export const unsubscribe = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withLink(ctx, request, token, "u", async (link) => {
    const form = await readForm(request);
    const oneClick = fieldOf(form, "List-Unsubscribe").toLowerCase() === "one-click";
    const stop = fieldOf(form, "stop");
    if (!oneClick && stop !== "topic" && stop !== "all") return choice(ctx, link);
    const witness = witnessOf(visitOf(request));
    if (!oneClick && stop === "all") return stopAll(ctx, link, witness);
    if (link.topic && !link.topic.required) {
      await stopTopic(ctx, link, oneClick ? "one_click" : "unsubscribe_page", witness);
    }
    return oneClick ? oneClickAnswer(link) : stopped(ctx, link);
  });

type Witness = ReturnType<typeof witnessOf>;

async function stopTopic(
  ctx: Ctx,
  link: Link,
  source: ChangeSource,
  witness: Witness,
): Promise<void> {
  const event = { id: "unsubscribed", type: "unsubscribed", by: "human", detail: {} } as const;
  await inTransaction(
    ctx.db,
    async (tx) => {
      await stopTopics(ctx, tx, link, link.topic?.key ?? null, source, witness);
      await keepEvent(tx, link.message, { ...event, at: new Date(link.now) });
    },
    { tries: CHANGE_TRIES },
  );
}

async function stopAll(ctx: Ctx, link: Link, witness: Witness): Promise<Response> {
  const stop = (choices: TopicChoice[]): Change[] =>
    choices.flatMap((topic) => SWITCHED.map((channel) => ({ topic, channel, on: false })));
  await inTransaction(
    ctx.db,
    (tx) => changeTopics(ctx, tx, link, "unsubscribe_page", stop, witness),
    { tries: CHANGE_TRIES },
  );
  const words = publicWords(link.locale).unsubscribe;
  const required = (await readTopicChoices(ctx.db, link)).filter((topic) => topic.required);
  const names = required.map(({ name }) => name);
  const still = names.length === 0 ? null : words.stillRequired(joinList(names, link.locale));
  return page(
    ctx,
    link,
    words.allOff,
    html`<h1>${words.allOff}</h1>
<p class="status" role="status">${words.allOffText}</p>
${still && html`<p>${still}</p>`}`,
  );
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

async function stopped(ctx: Ctx, link: Link): Promise<Response> {
  if (!link.topic || link.topic.required) return cannotStop(ctx, link);
  const words = publicWords(link.locale).unsubscribe;
  const title = words.off(link.topic.name);
  return page(
    ctx,
    link,
    title,
    html`<h1>${title}</h1>
<p class="status" role="status">${words.offText}</p>
${isDuty(link) && html`<p>${words.duty}</p>`}
<form method="post">
<button type="submit" name="stop" value="all" class="quiet">${words.stopAll}</button>
</form>`,
  );
}

/** Whether the reader got the message for a role of theirs, which preferences do not silence. */
function isDuty({ message }: Link): boolean {
  const audience = MessageRequest.safeParse(message.request).data?.audience;
  return audience !== undefined && audience !== "person" && audience !== "tell";
}

async function cannotStop(ctx: Ctx, link: Link): Promise<Response> {
  const words = publicWords(link.locale).unsubscribe;
  const { name } = link.workspace;
  const title = link.topic ? words.required(link.topic.name) : words.noTopic;
  const sender = await senderOf(ctx, link.message);
  const address = sender && (ADDRESS.exec(sender)?.[1] ?? sender);
  return page(
    ctx,
    link,
    title,
    html`<h1>${title}</h1>
<p>${link.topic ? words.requiredText(name) : words.noTopicText(name)}</p>
${address && html`<p>${words.contact(address)}</p>`}`,
  );
}

function page(ctx: Ctx, link: Link, title: string, main: Html): Response {
  const { name, brand } = link.workspace;
  const { choose } = publicWords(link.locale).unsubscribe;
  return pageResponse({
    language: languageOf(link.locale),
    title,
    sender: { name, color: brand.color, address: brand.address },
    main: html`${main}
<p><a class="link" href="${siblingPath(ctx, link, "p")}">${choose}</a></p>`,
  });
}
