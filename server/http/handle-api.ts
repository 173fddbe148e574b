import { StandardOpenAPIHandler } from "@orpc/openapi/standard";
import { contract } from "@/core/contracts";
import { allows, type Scope } from "@/core/contracts/scope";
import { AppError } from "@/core/errors";
import type { ApiContext } from "@/server/api/base";
import { openApiDocument } from "@/server/api/openapi";
import { router } from "@/server/api/router";
import { authenticate, type Caller } from "@/server/api-keys/authenticate";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { counted } from "@/server/operations/metrics";
import { traced } from "@/server/operations/traced";
import { once } from "./idempotency";
import { parseBody } from "./parse-body";
import { problemResponse } from "./problem";
import { countRequest, RateLimited } from "./rate-limit";
import { readBody } from "./read-body";
import type { Reply } from "./reply";
import { type Route, routeFinder, routesOf } from "./routes";

export const API_PREFIX = "/api/v1";

const GIVEN_ID = /^[\w.-]{8,64}$/;
const WITH_BODY: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

const findRoute = routeFinder(routesOf(contract));

const handler = new StandardOpenAPIHandler<ApiContext>(router, {
  interceptors: [
    async ({ next, context }) => {
      try {
        return await next();
      } catch (error) {
        context.reply.error = error;
        throw error;
      }
    },
  ],
});

/**
 * Answers one request to `/api/v1`: address, key, allowance and scope first, then the body, then the
 * endpoint. Never throws: every refusal is an RFC 9457 problem, and every answer has `X-Request-Id`, and
 * with a key that is known `X-Workspace-Id`.
 */
export async function handleApi(ctx: Ctx, request: Request): Promise<Response> {
  const given = request.headers.get("x-request-id");
  const requestId = given !== null && GIVEN_ID.test(given) ? given : newId();
  const extra = new Headers({ "x-request-id": requestId, "cache-control": "no-store" });
  let response: Response;
  try {
    response = await answer(ctx, request, extra);
  } catch (error) {
    if (error instanceof RateLimited) copy(new Headers(error.headers), extra);
    response = problemResponse(error, requestId, ctx.log);
  }
  const headers = new Headers(response.headers);
  copy(extra, headers);
  const isEmpty = request.method === "HEAD" || response.status === 204;
  return new Response(isEmpty ? null : response.body, { status: response.status, headers });
}

const copy = (from: Headers, to: Headers): void => {
  for (const [name, value] of from) to.set(name, value);
};

async function answer(ctx: Ctx, request: Request, extra: Headers): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(API_PREFIX.length).replace(/\/$/, "") || "/";
  const method = request.method === "HEAD" ? "GET" : request.method;
  if (path === "/openapi.json" && method === "GET") return openApiResponse();
  const route = findRoute(method, path);
  const caller = await authenticate(ctx, request.headers.get("authorization"));
  extra.set("x-workspace-id", caller.workspaceId);
  const allowance = await countRequest(caller.keyId, ctx.config.apiRequestsPerMinute);
  copy(new Headers(allowance.headers), extra);
  requireScope(caller, route.scope);
  const bytes = WITH_BODY.has(method) ? await readBody(request) : new Uint8Array();
  const about = { "http.route": route.path, "followthrough.workspace": caller.workspaceId };
  const run = () =>
    traced(`${method} ${route.path}`, about, () =>
      counted({ method, route: route.path }, () =>
        callEndpoint({ ctx, caller, request, url, method, route, bytes }),
      ),
    );
  const key = request.headers.get("idempotency-key");
  if (method !== "POST" || key === null) return run();
  const { workspaceId } = caller;
  const address = url.pathname + url.search;
  const sealing = route.answersSecret ? ctx.config.appSecret : null;
  return once(ctx.db, { workspaceId, key, method, address, body: bytes, sealing }, run);
}

function requireScope(caller: Caller, scope: Scope): void {
  if (allows(caller.grants, scope)) return;
  throw new AppError("forbidden", `This key lacks the scope ${scope}.`);
}

async function openApiResponse(): Promise<Response> {
  return new Response(await openApiDocument(), { headers: { "content-type": "application/json" } });
}

type Call = {
  ctx: Ctx;
  caller: Caller;
  request: Request;
  url: URL;
  method: string;
  route: Route;
  bytes: Uint8Array;
};

async function callEndpoint(call: Call): Promise<Response> {
  const { ctx, caller, request, url, method, route, bytes } = call;
  const { headers } = request;
  const body = WITH_BODY.has(method)
    ? parseBody(bytes, headers.get("content-type"), route.accepts)
    : undefined;
  const reply: Reply = { headers: new Headers() };
  const { response } = await handler.handle(
    {
      url: withoutEmpty(url),
      method,
      headers: {},
      body: async () => body,
      signal: request.signal,
    },
    { prefix: API_PREFIX, context: { ctx, caller, headers, reply } },
  );
  if (reply.error !== undefined) throw reply.error;
  if (!response) throw new AppError("not_found", "There is nothing at this address.");
  if (response.status >= 400) throw new Error(`The router answered ${response.status}`);
  const status = reply.status ?? response.status;
  if (status === 204) return new Response(null, { status, headers: reply.headers });
  reply.headers.set("content-type", reply.text?.contentType ?? "application/json");
  const text = reply.text?.text ?? JSON.stringify(response.body);
  return new Response(text, { status, headers: reply.headers });
}

/** `?status=` asks for nothing. Text that PostgreSQL cannot take is refused here for every filter. */
function withoutEmpty(url: URL): URL {
  const clean = new URL(url);
  for (const [name, value] of [...clean.searchParams]) {
    if (value === "") clean.searchParams.delete(name);
  }
  return clean;
}
