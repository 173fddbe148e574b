import type { PreferenceChange } from "@/core/contracts/preference-change";
import { MessageRequest } from "@/core/delivery/request";
import { senderOf } from "@/server/channels/sender-of";
import type { Ctx } from "@/server/context";
import { type Html, html } from "./html";
import { type Link, siblingPath } from "./link";
import { maskAddress } from "./mask";
import { brandedPage } from "./page";
import { readerList } from "./reader-format";
import { readTopicChoices } from "./topic-choices";
import { publicWords } from "./words";
import { RATES, type Rate, REASONS } from "./words/types/unsubscribe";

/** What puts it back as it was; null where nothing was different. */
export type Undo = PreferenceChange | null;

const ADDRESS = /<([^<>]+)>\s*$/;

/** What can be done about the topic of a message; why nothing can where it is required. */
export async function choicePage(ctx: Ctx, link: Link): Promise<Response> {
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
<details><summary class="button quiet">${words.lessOften}</summary><div class="ways">
${RATES.map((rate) => quiet("less", rate, words.rate[rate]))}</div></details>
<button type="submit" name="stop" value="all" class="quiet">${words.stopAll}</button>
</form>`,
  );
}

const quiet = (name: string, value: string, label: string): Html =>
  html`<button type="submit" name="${name}" value="${value}" class="quiet">${label}</button>
`;

/** The emails of the topic are off. */
export async function offPage(
  ctx: Ctx,
  link: Link,
  undo: Undo,
  isExplained: boolean,
): Promise<Response> {
  if (!link.topic || link.topic.required) return cannotStop(ctx, link);
  const words = publicWords(link.locale).unsubscribe;
  const title = words.off(link.topic.name);
  return page(
    ctx,
    link,
    title,
    html`<h1>${title}</h1>
<p class="status" role="status">${isExplained ? words.thanks : words.offText}</p>
${isDuty(link) && html`<p>${words.duty}</p>`}
${undoForm(link, undo)}
${!isExplained && reasonForm(link, "topic", undo)}
<form method="post">
${quiet("stop", "all", words.stopAll)}</form>`,
  );
}

/** Everything that may be switched off is off; what is not is named. */
export async function allOffPage(
  ctx: Ctx,
  link: Link,
  undo: Undo,
  isExplained: boolean,
): Promise<Response> {
  const words = publicWords(link.locale).unsubscribe;
  const required = (await readTopicChoices(ctx.db, link)).filter((topic) => topic.required);
  const names = required.map(({ name }) => name);
  const still = names.length === 0 ? null : words.stillRequired(readerList(names, link.locale));
  return page(
    ctx,
    link,
    words.allOff,
    html`<h1>${words.allOff}</h1>
<p class="status" role="status">${isExplained ? words.thanks : words.allOffText}</p>
${still && html`<p>${still}</p>`}
${undoForm(link, undo)}
${!isExplained && reasonForm(link, "all", undo)}`,
  );
}

/** The topic comes less often from now on. */
export function ratedPage(ctx: Ctx, link: Link, rate: Rate, undo: Undo): Response {
  const words = publicWords(link.locale).unsubscribe;
  const title = words.less(link.topic?.name ?? "");
  return page(
    ctx,
    link,
    title,
    html`<h1>${title}</h1>
<p class="status" role="status">${words.lessText[rate]}</p>
${undoForm(link, undo)}`,
  );
}

/** What was stopped comes again. */
export async function undonePage(ctx: Ctx, link: Link, keys: readonly string[]): Promise<Response> {
  const words = publicWords(link.locale).unsubscribe;
  const named = (await readTopicChoices(ctx.db, link)).filter(({ key }) => keys.includes(key));
  const names = named.map(({ name }) => name);
  return page(
    ctx,
    link,
    words.undone,
    html`<h1>${words.undone}</h1>
<p class="status" role="status">${words.undoneText(readerList(names, link.locale))}</p>`,
  );
}

const kept = (undo: Undo): Html | null =>
  undo && html`<input type="hidden" name="undo" value="${JSON.stringify(undo)}">`;

const undoForm = ({ locale }: Link, undo: Undo): Html | null =>
  undo &&
  html`<form method="post">${kept(undo)}
<button type="submit" class="quiet">${publicWords(locale).unsubscribe.undo}</button></form>`;

/** One tap each, and nobody has to. */
function reasonForm({ locale }: Link, of: "topic" | "all", undo: Undo): Html {
  const words = publicWords(locale).unsubscribe;
  return html`<form method="post"><input type="hidden" name="of" value="${of}">${kept(undo)}
<fieldset class="topic"><legend>${words.why}</legend><div class="ways">
${REASONS.map((reason) => quiet("reason", reason, words.reason[reason]))}</div></fieldset></form>`;
}

/** Whether the reader got the message for a role of theirs, which preferences do not silence. */
function isDuty({ message }: Link): boolean {
  const audience = MessageRequest.safeParse(message.request).data?.audience;
  return audience !== undefined && audience !== "person" && audience !== "tell";
}

/** Why the topic cannot be switched off, and whom to ask. */
export async function cannotStop(ctx: Ctx, link: Link): Promise<Response> {
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
  const { choose } = publicWords(link.locale).unsubscribe;
  return brandedPage(link, {
    title,
    main: html`${main}
<p><a class="link" href="${siblingPath(ctx, link, "p")}">${choose}</a></p>`,
  });
}
