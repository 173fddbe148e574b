import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import { findReaderSince } from "@/db/queries/inbox-readers";
import type { Ctx } from "@/server/context";
import { originHash, readInboxToken } from "./token";

/** The person in whose name a page with the widget asks, proven by its token, and how long that holds. */
export type Reader = { workspaceId: WorkspaceId; personId: string; leftMs: number };

const refuse = (message: string) => new AppError("unauthorized", message);
const NOT_OURS = "Send an inbox token of yours as Authorization: Bearer <token>.";

/** Whose inbox a request is about. Refuses what is no token, or holds no longer (`unauthorized`), or not here (`forbidden`). */
export async function readerOf(ctx: Ctx, request: Request): Promise<Reader> {
  const [, text] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const token = text === undefined ? null : readInboxToken(ctx.config.appSecret, text);
  if (!token) throw refuse(NOT_OURS);
  const { workspaceId, personId, issuedAt, expiresAt } = token;
  const known = await findReaderSince(ctx.db, workspaceId, personId);
  if (!known || expiresAt <= known.now) throw refuse("This inbox token has expired: get another.");
  if (known.since === null || known.since > issuedAt) throw refuse(NOT_OURS);
  if (token.origin !== null && token.origin !== originOf(ctx, request)) {
    throw new AppError("forbidden", "This inbox token is for pages of another origin.");
  }
  return { workspaceId, personId, leftMs: expiresAt - known.now };
}

/** Of the page that asks. A browser leaves it out where a page of our own asks its own server. */
function originOf({ config }: Ctx, { headers }: Request): string | null {
  const origin =
    headers.get("origin") ??
    (headers.get("sec-fetch-site") === "same-origin" ? config.appUrl : null);
  return origin !== null && URL.canParse(origin) ? originHash(origin) : null;
}
