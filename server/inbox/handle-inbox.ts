import { z } from "zod";
import {
  InboxPreferenceChange,
  InboxPress,
  InboxSnooze,
  InboxView,
  InboxWhich,
  ITEMS_AT_ONCE_MAX,
} from "@/core/contracts/inbox";
import { AppError } from "@/core/errors";
import { MessageId } from "@/core/ids";
import { readChanged, readNamed, readPage } from "@/db/queries/inbox";
import type { Ctx } from "@/server/context";
import { keyOf } from "@/server/http/idempotency";
import { parseBody } from "@/server/http/parse-body";
import { MethodNotAllowed, problemResponse } from "@/server/http/problem";
import { countRequest, RateLimited } from "@/server/http/rate-limit";
import { readBody } from "@/server/http/read-body";
import { newId } from "@/server/new-id";
import type { InboxHub } from "./hub";
import { answerOf } from "./item-shape";
import { mark } from "./marks";
import { changePreference, readPreferences } from "./preferences";
import { pressItem } from "./press-item";
import { type Reader, readerOf } from "./reader";
import { streamOf } from "./stream";
import { takeBackPress } from "./take-back-press";

const PREFIX = "/api/inbox";
const BODY_BYTES_MAX = 16 * 1024;
const REQUESTS_PER_MINUTE = 120;
const PAGE_LIMIT = { max: 50, usual: 20 };
const PREFLIGHT_KEPT_S = "7200";

const CORS = {
  // The token is all that lets anybody in: no cookie is ever read here.
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "retry-after, x-request-id",
  vary: "origin",
  "x-content-type-options": "nosniff",
};

/** One request of a reader, apart. */
type Asked = {
  ctx: Ctx;
  hub: () => InboxHub;
  reader: Reader;
  request: Request;
  query: URLSearchParams;
  body: unknown;
  /** What stands in the address's open places. */
  ids: string[];
};

type Answering = (asked: Asked) => Promise<unknown>;
/** By address, `*` for an id, and method. */
type InboxRoutes = Record<string, Partial<Record<"GET" | "POST" | "PUT", Answering>>>;

const Query = z.object({
  view: InboxView.default("all"),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT.max).default(PAGE_LIMIT.usual),
  cursor: z.string().max(200).optional(),
});
const Since = z.object({ since: z.coerce.number().int().min(0) });
const Ids = z.strictObject({ ids: z.array(z.uuid()).min(1).max(ITEMS_AT_ONCE_MAX) });

const marking =
  (verb: "seen" | "read" | "unread" | "archive" | "unarchive" | "unsnooze"): Answering =>
  ({ ctx, reader, body }) =>
    mark(ctx, reader, verb, whichOf(body));

/** The shape that was meant decides what is said about it. */
function whichOf(body: unknown): InboxWhich {
  const isAll = typeof body === "object" && body !== null && "all" in body;
  return isAll ? InboxWhich.parse(body) : Ids.parse(body);
}

const ROUTES: InboxRoutes = {
  "/counts": {
    GET: async ({ ctx, reader }) => answerOf(ctx, await readNamed(ctx.db, reader, [])),
  },
  "/items": {
    GET: async ({ ctx, reader, query }) => {
      const { nextCursor, ...row } = await readPage(ctx.db, reader, parseQuery(Query, query));
      return { ...answerOf(ctx, row), nextCursor };
    },
  },
  "/changes": {
    GET: async ({ ctx, reader, query }) => {
      const { since } = parseQuery(Since, query);
      const [row] = await readChanged(ctx.db, [{ ...reader, since }]);
      if (!row) throw new Error("Invariant violated: an inbox asked for is answered");
      return answerOf(ctx, row, since);
    },
  },
  "/seen": { POST: marking("seen") },
  "/read": { POST: marking("read") },
  "/unread": { POST: marking("unread") },
  "/archive": { POST: marking("archive") },
  "/unarchive": { POST: marking("unarchive") },
  "/unsnooze": { POST: marking("unsnooze") },
  "/snooze": {
    POST: ({ ctx, reader, body }) => {
      const { ids, until } = InboxSnooze.parse(body);
      return mark(ctx, reader, "snooze", { ids }, Date.parse(until));
    },
  },
  "/stream": { GET: ({ hub, reader, request }) => streamOf(hub(), reader, request) },
  "/actions/*": {
    POST: ({ ctx, reader, request, body, ids }) =>
      pressItem(ctx, reader, idIn(ids), InboxPress.parse(body), keyOf(request)),
  },
  "/actions/*/undo": {
    POST: ({ ctx, reader, ids }) => takeBackPress(ctx, reader, idIn(ids)),
  },
  "/preferences": {
    GET: ({ ctx, reader }) => readPreferences(ctx, reader),
    PUT: ({ ctx, reader, body }) =>
      changePreference(ctx, reader, InboxPreferenceChange.parse(body)),
  },
};

const parseQuery = <S extends z.ZodType>(schema: S, query: URLSearchParams): z.output<S> =>
  schema.parse(Object.fromEntries([...query].filter(([, value]) => value !== "")));

function idIn([id]: string[]): string {
  const read = MessageId.safeParse(id);
  if (!read.success) throw new AppError("not_found", "There is no such item in this inbox.");
  return read.data;
}

/** Answers one request of the widget. Never throws: every refusal is an RFC 9457 problem. */
export async function handleInbox(
  ctx: Ctx,
  hub: () => InboxHub,
  request: Request,
): Promise<Response> {
  if (request.method === "OPTIONS") return preflight();
  const requestId = newId();
  let response: Response;
  const more = new Headers(CORS);
  try {
    response = await answer(ctx, hub, request);
  } catch (error) {
    if (error instanceof RateLimited) {
      for (const [name, value] of Object.entries(error.headers)) more.set(name, value);
    }
    response = problemResponse(error, requestId, ctx.log);
  }
  for (const [name, value] of more) response.headers.set(name, value);
  response.headers.set("x-request-id", requestId);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  return response;
}

function preflight(): Response {
  const headers = {
    ...CORS,
    "access-control-allow-methods": "GET, POST, PUT",
    "access-control-allow-headers": "authorization, content-type, idempotency-key, last-event-id",
    "access-control-max-age": PREFLIGHT_KEPT_S,
  };
  return new Response(null, { status: 204, headers });
}

async function answer(ctx: Ctx, hub: () => InboxHub, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(PREFIX.length).replace(/\/$/, "");
  const { run, ids } = routeOf(path, request.method);
  const reader = await readerOf(ctx, request);
  await countRequest(`inbox ${reader.workspaceId} ${reader.personId}`, REQUESTS_PER_MINUTE);
  const hasBody = request.method !== "GET";
  const bytes = hasBody ? await readBody(request, BODY_BYTES_MAX) : new Uint8Array();
  const body = hasBody ? parseBody(bytes, request.headers.get("content-type"), []) : undefined;
  const query = url.searchParams;
  const value = await run({ ctx, hub, reader, request, query, body, ids });
  return value instanceof Response ? value : Response.json(value);
}

function routeOf(path: string, method: string): { run: Answering; ids: string[] } {
  const parts = path.split("/");
  for (const [pattern, methods] of Object.entries(ROUTES)) {
    const places = pattern.split("/");
    if (places.length !== parts.length) continue;
    if (!places.every((place, i) => place === "*" || place === parts[i])) continue;
    const found = Object.entries(methods).find(([name]) => name === method)?.[1];
    if (!found) throw new MethodNotAllowed(Object.keys(methods).join(", "));
    return { run: found, ids: parts.filter((_, i) => places[i] === "*") };
  }
  throw new AppError("not_found", "There is nothing at this address.");
}
