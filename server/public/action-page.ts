import { PUT_OFF_DAYS_MAX } from "@/core/contracts/inbox";
import type { Ctx } from "@/server/context";
import { actionForm, EMPTY, hostOf, PAGE_REPLY_CHARS_MAX } from "./action-form";
import { onwardOf, resultOf, type Said, staleOf } from "./action-result";
import { problemPage, withLink } from "./guard";
import { html } from "./html";
import { type Link, siblingPath } from "./link";
import { brandedPage } from "./page";
import { type Given, press } from "./press";
import { fieldOf, readForm } from "./read-form";
import { readerMoment } from "./reader-format";
import { snoozeUntil } from "./snooze-until";
import { type Action, readCase, type Standing, standingOf } from "./standing";
import { publicWords } from "./words";

/** Shows one button, or why it does nothing any more. Changes nothing. */
export const showAction = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withAction(ctx, request, token, async (link, action) => {
    const row = await readCase(ctx.db, link);
    if (!row) return problemPage(request, "unknown");
    return answer(ctx, link, action, await standingOf(ctx.db, link, action, row));
  });

/** Presses the button: says what happened and what follows. */
export const pressAction = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withAction(ctx, request, token, async (link, action) => {
    const form = await readForm(request);
    const named = fieldOf(form, "action");
    if (named !== "" && named !== action.id) return problemPage(request, "malformed");
    const read = readGiven(link, action, form);
    if ("problem" in read) return ask(ctx, link, action, read);
    const standing = await press(ctx, link, action, read);
    if (action.kind === "link") return goOn(ctx, link, action);
    return answer(ctx, link, action, standing);
  });

function withAction(
  ctx: Ctx,
  request: Request,
  token: string,
  serve: (link: Link, action: Action) => Promise<Response>,
): Promise<Response> {
  return withLink(ctx, request, token, "a", async (link) => {
    const action = link.message.content.actions[link.index];
    const leadsNowhere = action?.kind === "link" && hostOf(action.url) === null;
    if (!action || leadsNowhere) return problemPage(request, "unknown");
    return serve(link, action);
  });
}

type Missing = { problem: string; choice: string; text: string; when: string; date: string };

function readGiven(link: Link, action: Action, form: FormData): Given | Missing {
  const words = publicWords(link.locale).action;
  const [choice, text, when, date] = ["choice", "text", "when", "date"].map((name) =>
    fieldOf(form, name),
  ) as [string, string, string, string];
  const missing = (problem: string): Missing => ({ problem, choice, text, when, date });
  switch (action.kind) {
    case "choice":
      return action.choices.includes(choice) ? { choice } : missing(words.chooseOne);
    case "reply": {
      const lines = text.replaceAll("\r\n", "\n");
      if (lines === "") return missing(words.writeSomething);
      if (lines.length > PAGE_REPLY_CHARS_MAX)
        return missing(words.replyTooLong(PAGE_REPLY_CHARS_MAX));
      return { text: lines };
    }
    case "snooze": {
      const until = snoozeUntil(when, date, link.now, link.zone);
      return until === null ? missing(words.dateNeeded(PUT_OFF_DAYS_MAX)) : { until };
    }
    case "complete":
    case "acknowledge":
    case "link":
      return {};
  }
}

function answer(ctx: Ctx, link: Link, action: Action, standing: Standing): Response {
  if (standing.kind === "open") return ask(ctx, link, action);
  if (standing.kind === "pressed") return said(ctx, link, resultOf(link, action, standing));
  return said(ctx, link, staleOf(link, standing));
}

/** The question with its button; 422 when something was missing in what was sent. */
function ask(ctx: Ctx, link: Link, action: Action, missing?: Missing): Response {
  const words = publicWords(link.locale).action;
  const { matter, message, zone, locale, now } = link;
  const lead = leadOf(message);
  const main = html`<h1>${matter.subject}</h1>
${lead && lead !== matter.subject && html`<p class="lead">${lead}</p>`}
<dl>
${matter.dueAt && html`<dt>${words.due}</dt><dd>${readerMoment(matter.dueAt.getTime(), zone, locale, now)}</dd>`}
<dt>${words.reference}</dt><dd>C-${matter.number}</dd>
</dl>
${actionForm(link, action, missing ?? EMPTY)}`;
  return said(ctx, link, { title: action.label, main }, missing ? 422 : 200);
}

/** What the message says it is about; in a list of several, what its place there says. */
function leadOf({ id, content: { items, title, subject } }: Link["message"]): string | null {
  if (!items) return title ?? subject;
  return items.find(({ messageId }) => messageId === id)?.subject ?? null;
}

const goOn = (ctx: Ctx, link: Link, action: Action): Response =>
  said(ctx, link, onwardOf(link, action), 200, action.url ?? undefined);

function said(
  ctx: Ctx,
  link: Link,
  { title, main }: Said,
  status = 200,
  onward?: string,
): Response {
  const words = publicWords(link.locale).action;
  const footer = html`<p><a href="${siblingPath(ctx, link, "v")}">${words.viewMessage}</a> <a href="${siblingPath(ctx, link, "p")}">${words.settings}</a></p>`;
  const more = onward !== undefined && { onward };
  return brandedPage(link, { title, main, footer, ...more }, status);
}
