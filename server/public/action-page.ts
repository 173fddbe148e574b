import { AppError } from "@/core/errors";
import type { Ctx } from "@/server/context";
import { actionForm, EMPTY, hostOf } from "./action-form";
import { onwardOf, resultOf, type Said, staleOf, takenBackOf } from "./action-result";
import { problemPage, withLink } from "./guard";
import { isHelper, isMeantFor, namedAction, UNDO } from "./helper";
import { helperPanel } from "./helper-panel";
import { type HelperState, helperState } from "./helper-state";
import { html } from "./html";
import { type Link, siblingPath } from "./link";
import { brandedPage } from "./page";
import { press } from "./press";
import { fieldOf, readForm } from "./read-form";
import { type Missing, readGiven } from "./read-given";
import { readerMoment } from "./reader-format";
import { type Action, readCase, type Standing, standingOf } from "./standing";
import { takeBackLast } from "./take-back-press";
import { publicWords } from "./words";

/** Shows one button, or why it does nothing any more. Changes nothing. */
export const showAction = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withAction(ctx, request, token, async (link, action) => {
    const row = await readCase(ctx.db, link);
    if (!row) return problemPage(request, "unknown");
    return answer(ctx, link, action, await standingOf(ctx.db, link, action, row));
  });

/**
 * Presses the button, or what else a helper finds on its page: says what happened, what follows and
 * what can be done then.
 */
export const pressAction = (ctx: Ctx, request: Request, token: string): Promise<Response> =>
  withAction(ctx, request, token, async (link, own) => {
    const form = await readForm(request);
    const named = fieldOf(form, "action");
    if (named === UNDO && isHelper(link)) return takeBack(ctx, link);
    const action = named === "" || named === own.id ? own : ofPanel(link, named);
    if (!action) return problemPage(request, "malformed");
    const read = await readGiven(ctx.db, link, action, form);
    if ("problem" in read) return ask(ctx, link, action, await stateOf(ctx, link), read);
    const standing = await press(ctx, link, action, read);
    if (action.kind === "link") return goOn(ctx, link, action);
    return answer(ctx, link, action, standing);
  });

const ofPanel = (link: Link, id: string): Action | undefined =>
  isHelper(link) ? namedAction(link, id) : undefined;

async function takeBack(ctx: Ctx, link: Link): Promise<Response> {
  const done = await takeBackLast(ctx, link).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError && error.code === "conflict") return false;
      throw error;
    },
  );
  return said(ctx, link, takenBackOf(link, done), { state: await stateOf(ctx, link) });
}

function withAction(
  ctx: Ctx,
  request: Request,
  token: string,
  serve: (link: Link, action: Action) => Promise<Response>,
): Promise<Response> {
  return withLink(ctx, request, token, "a", async (link) => {
    const action = link.message.content.actions[link.index];
    const leadsNowhere = action?.kind === "link" && hostOf(action.url) === null;
    if (!action || leadsNowhere || !isMeantFor(link, action)) {
      return problemPage(request, "unknown");
    }
    return serve(link, action);
  });
}

/** Where the matter stands now for somebody who was called in; null for everybody else. */
async function stateOf(ctx: Ctx, link: Link): Promise<HelperState | null> {
  const row = isHelper(link) ? await readCase(ctx.db, link) : undefined;
  return row ? helperState(ctx, link, row) : null;
}

async function answer(ctx: Ctx, link: Link, action: Action, standing: Standing): Promise<Response> {
  const state = await stateOf(ctx, link);
  if (standing.kind === "open") return ask(ctx, link, action, state);
  if (standing.kind === "pressed") {
    return said(ctx, link, resultOf(link, action, standing, state), { state });
  }
  return said(ctx, link, staleOf(link, standing, state), { state });
}

/** The question with its button; 422 when something was missing in what was sent. */
function ask(
  ctx: Ctx,
  link: Link,
  action: Action,
  state: HelperState | null,
  missing?: Missing,
): Response {
  const words = publicWords(link.locale).action;
  const { matter, message, zone, locale, now } = link;
  const lead = leadOf(message);
  const main = html`<h1>${matter.subject}</h1>
${lead && lead !== matter.subject && html`<p class="lead">${lead}</p>`}
<dl>
${matter.dueAt && html`<dt>${words.due}</dt><dd>${readerMoment(matter.dueAt.getTime(), zone, locale, now)}</dd>`}
<dt>${words.reference}</dt><dd>C-${matter.number}</dd>
</dl>
${actionForm(link, action, missing ?? EMPTY, state)}`;
  const asked = { title: action.label, main };
  return said(ctx, link, asked, { state, but: action, status: missing ? 422 : 200 });
}

/** What the message says it is about; in a list of several, what its place there says. */
function leadOf({ id, content: { items, title, subject } }: Link["message"]): string | null {
  if (!items) return title ?? subject;
  return items.find(({ messageId }) => messageId === id)?.subject ?? null;
}

const goOn = (ctx: Ctx, link: Link, action: Action): Response =>
  said(ctx, link, onwardOf(link, action), action.url === null ? {} : { onward: action.url });

type Around = { status?: number; onward?: string; state?: HelperState | null; but?: Action };

function said(ctx: Ctx, link: Link, { title, main }: Said, around: Around = {}): Response {
  const { status = 200, onward, state, but } = around;
  const words = publicWords(link.locale).action;
  const footer = html`<p><a href="${siblingPath(ctx, link, "v")}">${words.viewMessage}</a> <a href="${siblingPath(ctx, link, "p")}">${words.settings}</a></p>`;
  const more = onward !== undefined && { onward };
  const whole = state ? html`${main}${helperPanel(link, state, but ?? null)}` : main;
  return brandedPage(link, { title, main: whole, footer, ...more }, status);
}
