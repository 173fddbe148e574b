import { createHash } from "node:crypto";
import { peopleOfRota } from "@/core/rota/rota";
import { findKeyed } from "@/db/queries/keyed";
import { findPeopleCards } from "@/db/queries/people-cards";
import { listOverrides, loadRotas } from "@/db/queries/rotas";
import { findWorkspace } from "@/db/queries/workspaces";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { etagOf } from "@/server/http/etag";
import { isAllowed } from "@/server/http/rate-limit";
import { type FeedToken, readFeedToken } from "@/server/links/feed-token";
import { addressOf } from "@/server/public/visit";
import { calendarText } from "./calendar";

const SUFFIX = ".ics";
/** Apps ask a few times a day; a household of them behind one address somewhat more. */
const REQUESTS_PER_MINUTE = 60;

/** Answers a subscribed calendar. A link that is not one of ours, or was renewed, is 404 and says no more. */
export async function serveFeed(ctx: Ctx, request: Request, file: string): Promise<Response> {
  const name = file.endsWith(SUFFIX) ? file.slice(0, -SUFFIX.length) : file;
  const token = readFeedToken(ctx.config.appSecret, name);
  const asked = token === null ? `feed:bad:${addressOf(request)}` : `feed:${name}`;
  if (!(await isAllowed(asked, REQUESTS_PER_MINUTE))) {
    return plain("Too many requests", 429, { "retry-after": "60" });
  }
  const text = token && (await feedText(ctx, token));
  if (text === null) return plain("Not found", 404, { "cache-control": "no-store" });
  const etag = etagOf(createHash("sha256").update(text).digest("base64url").slice(0, 27));
  const headers = { etag, "cache-control": "private, max-age=300" };
  if (request.headers.get("if-none-match")?.includes(etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="on-call.ics"',
      "x-content-type-options": "nosniff",
      "x-robots-tag": "noindex",
    },
  });
}

async function feedText({ db }: Ctx, token: FeedToken): Promise<string | null> {
  const { workspaceId, rota: key, feed, personId } = token;
  const row = await findKeyed(db, workspaceId, "rotas", key);
  if (!row || row.feed !== feed) return null;
  const rota = (await loadRotas(db, workspaceId, key)).get(key);
  const workspace = await findWorkspace(db, workspaceId);
  if (!rota || !workspace) return null;
  const [newest] = (await listOverrides(db, workspaceId, key, { limit: 1 })).rows;
  const cards = await findPeopleCards(db, workspaceId, peopleOfRota(rota));
  return calendarText({
    ...{ workspaceId, rota, personId },
    now: await nowOf(db, workspaceId),
    changedAt: Math.max(row.updatedAt.getTime(), newest?.createdAt.getTime() ?? 0),
    nameOf: (id) => cards.get(id)?.name ?? id,
    locale: workspace.locale,
  });
}

const plain = (text: string, status: number, headers: Record<string, string>): Response =>
  new Response(text, { status, headers: { "content-type": "text/plain", ...headers } });
