import { randomUUID } from "node:crypto";
import { AppError } from "@/core/errors";
import { LIVE_TOPICS, type LiveTopic, topicsIn } from "@/core/live/topics";
import type { Auth } from "@/server/auth/auth";
import type { Ctx } from "@/server/context";
import { problemResponse } from "@/server/http/problem";
import { STREAM_HEADERS } from "./event-stream";
import type { LiveHub } from "./hub";
import { watcherOf } from "./membership";
import { streamOf } from "./stream";

/** Streams at a time in each web process: of one operator, and of everybody. */
const LIMITS = { operator: 30, all: 2_000 };

const FULL_RETRY_S = 30;
const ID_CHARS_MAX = 100;

type House = {
  ctx: Ctx;
  auth: Auth;
  hub: LiveHub;
  limits?: { operator: number; all: number };
  checkEveryMs?: number;
};

/**
 * `?workspace=<slug>&topics=cases,messages`: server-sent events of what changes there, for a signed-in
 * member. `Last-Event-ID`, or `lastEventId` in the address, resumes. Refuses with a problem: 401, 404,
 * 422, 429 when this operator has too many streams open, 503 when all have or the database is away.
 */
export async function follow(
  { ctx, auth, hub, limits = LIMITS, checkEveryMs }: House,
  request: Request,
): Promise<Response> {
  try {
    const { slug, topics, lastId } = asked(request);
    const { headers } = request;
    const watcher = () => watcherOf({ db: ctx.db, auth }, headers, slug);
    const { operatorId, workspaceId } = await watcher();
    await hub.ready();
    if (hub.count() >= limits.all) {
      throw new AppError("unavailable", "Too many pages are open here. This one asks again.", {
        retryAfterS: FULL_RETRY_S,
      });
    }
    if (hub.count(operatorId) >= limits.operator) {
      const message = `You have ${limits.operator} live pages open. Close some of them.`;
      throw new AppError("rate_limited", message, { retryAfterS: FULL_RETRY_S });
    }
    const mayStay = () => isStill(watcher, workspaceId);
    const follower = { workspaceId, operatorId, topics, lastId, request, mayStay, checkEveryMs };
    return new Response(streamOf(hub, follower), { headers: STREAM_HEADERS });
  } catch (error) {
    return problemResponse(error, randomUUID(), ctx.log);
  }
}

function asked(request: Request): { slug: string; topics: LiveTopic[]; lastId: string | null } {
  const { searchParams } = new URL(request.url);
  const topics = topicsIn(searchParams.get("topics") ?? LIVE_TOPICS.join());
  if (!topics) {
    const message = `must be some of ${LIVE_TOPICS.join(", ")}`;
    throw new AppError("invalid", `topics ${message}`, { errors: [{ path: "topics", message }] });
  }
  const lastId = request.headers.get("last-event-id") ?? searchParams.get("lastEventId");
  return {
    slug: searchParams.get("workspace") ?? "",
    topics,
    lastId: lastId && lastId.length <= ID_CHARS_MAX ? lastId : null,
  };
}

/** False when the session or the membership is gone; a database that is away proves neither. */
async function isStill(
  watcher: () => Promise<{ workspaceId: string }>,
  workspaceId: string,
): Promise<boolean> {
  try {
    return (await watcher()).workspaceId === workspaceId;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
