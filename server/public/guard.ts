import { LINK_DAYS_MAX } from "@/core/delivery/link-days";
import { AppError } from "@/core/errors";
import { publicLanguageOf, spokenLanguage } from "@/core/person-side/page-language";
import type { Ctx } from "@/server/context";
import { preferredLocale } from "@/server/http/language";
import { isAllowed } from "@/server/http/rate-limit";
import type { LinkPurpose } from "@/server/links/token";
import { expiredPage } from "./fresh-link";
import { html } from "./html";
import { type Link, type Opened, openLink, openPage, type Reader } from "./link";
import { noticeFetch } from "./notice-fetch";
import { pageResponse } from "./page";
import { addressOf } from "./visit";
import { publicWords } from "./words";

/** Requests of one link a minute: a person presses a few times, a script presses always. */
export const LINK_REQUESTS_PER_MINUTE = 60;
/** Requests of one address a minute that lead nowhere: mail gateways ask for many good links. */
export const BAD_REQUESTS_PER_MINUTE = 120;

/** What the browser asks for, where nobody is known whose language could be taken. */
export const askedLocale = (request: Request, fallback = "en"): string =>
  preferredLocale(
    request.headers.get("accept-language"),
    fallback,
    (tag) => spokenLanguage(tag) !== null,
  );

/** Whoever chose no language is spoken to in their browser's, and in the workspace's where we have none of it. */
export const inTheirLanguage = <T extends Reader>(request: Request, reader: T): T =>
  reader.person.locale === null
    ? { ...reader, locale: askedLocale(request, reader.workspace.locale) }
    : reader;

type Problem = "unknown" | "expired" | "busy" | "malformed" | "broken";
const STATUS = { unknown: 404, expired: 410, busy: 429, malformed: 400, broken: 500 } as const;

/** A page that says what is wrong and nothing about whose link it was. */
export function problemPage(
  request: Request,
  problem: Problem,
  headers: Record<string, string> = {},
): Response {
  const locale = askedLocale(request);
  const { title, text } = publicWords(locale).problem[problem];
  const said = typeof text === "string" ? text : text(LINK_DAYS_MAX);
  const main = html`<h1>${title}</h1><p class="lead">${said}</p>`;
  const page = { language: publicLanguageOf(locale), title, sender: null, main };
  return pageResponse(page, STATUS[problem], headers);
}

/** Opens a token and counts the request: of the link when it is ours, else of who asks. */
export async function openCounted(
  ctx: Ctx,
  request: Request,
  token: string,
  purpose: LinkPurpose,
): Promise<Opened | "busy"> {
  const opened = await openLink(ctx, token, purpose);
  if (!(await isCounted(request, token, purpose, opened))) return "busy";
  if (opened.ok) await noticeFetch(ctx, request, opened.link, purpose);
  return opened;
}

const isCounted = (
  request: Request,
  token: string,
  purpose: LinkPurpose,
  opened: Opened<Reader>,
): Promise<boolean> =>
  opened.ok || opened.why === "expired"
    ? isAllowed(`public:${purpose}:${token}`, LINK_REQUESTS_PER_MINUTE)
    : isAllowed(`public:bad:${addressOf(request)}`, BAD_REQUESTS_PER_MINUTE);

/** Serves a page of a good link; every other token gets one of the few pages that say nothing. */
export const withLink = (
  ctx: Ctx,
  request: Request,
  token: string,
  purpose: LinkPurpose,
  serve: (link: Link) => Promise<Response> | Response,
): Promise<Response> =>
  guarded(ctx, request, purpose, () => openCounted(ctx, request, token, purpose), serve);

/** As `withLink`, for a person's own page, whatever led there. */
export const withReader = (
  ctx: Ctx,
  request: Request,
  token: string,
  serve: (reader: Reader) => Promise<Response> | Response,
): Promise<Response> =>
  guarded(ctx, request, "p", () => openPageCounted(ctx, request, token), serve);

async function openPageCounted(
  ctx: Ctx,
  request: Request,
  token: string,
): Promise<Opened<Reader> | "busy"> {
  const opened = await openPage(ctx, token);
  if (!(await isCounted(request, token, "p", opened))) return "busy";
  if (opened.ok) opened.link = inTheirLanguage(request, opened.link);
  if (opened.ok && opened.link.message) {
    await noticeFetch(
      ctx,
      request,
      { ...opened.link, message: opened.link.message, index: 0 },
      "p",
    );
  }
  return opened;
}

async function guarded<T extends Reader>(
  ctx: Ctx,
  request: Request,
  purpose: LinkPurpose,
  open: () => Promise<Opened<T> | "busy">,
  serve: (link: T) => Promise<Response> | Response,
): Promise<Response> {
  try {
    const opened = await open();
    if (opened === "busy") return problemPage(request, "busy", { "retry-after": "60" });
    if (opened.ok) return await serve(opened.link);
    const canRenew = opened.why === "expired" && (purpose === "p" || purpose === "u");
    return canRenew ? await expiredPage(ctx, request, opened) : problemPage(request, opened.why);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return problemPage(request, "malformed");
    ctx.log.error({ err: error, purpose }, "a public page failed");
    return problemPage(request, "broken");
  }
}
