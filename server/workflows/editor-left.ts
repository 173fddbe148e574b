import { randomUUID } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/core/errors";
import { Key } from "@/core/ids";
import type { Auth } from "@/server/auth/auth";
import type { Ctx } from "@/server/context";
import { problemResponse } from "@/server/http/problem";
import { readBody } from "@/server/http/read-body";
import { watcherOf } from "@/server/live/membership";
import { leaveDraft } from "./leave-draft";
import { TabId } from "./tab-id";

const BODY_BYTES_MAX = 1_000;

const Left = z.strictObject({ workspace: z.string().max(100), workflow: Key, tab: TabId });

/**
 * What a tab sends as it leaves an editor or is closed, when no action can be called any more: JSON
 * `{ workspace, workflow, tab }` with the session's cookie. Answers 204, or a problem: 401, 404, 422.
 */
export async function editorLeft(
  { ctx, auth }: { ctx: Ctx; auth: Auth },
  request: Request,
): Promise<Response> {
  try {
    const { workspace, workflow, tab } = await leftIn(request);
    const who = await watcherOf({ db: ctx.db, auth }, request.headers, workspace);
    await leaveDraft(ctx, who, workflow, tab);
    return new Response(null, { status: 204 });
  } catch (error) {
    return problemResponse(error, randomUUID(), ctx.log);
  }
}

async function leftIn(request: Request): Promise<z.output<typeof Left>> {
  // Another site's form cannot send this type, nor its script without asking first.
  const isJson = request.headers.get("content-type")?.startsWith("application/json") === true;
  const bytes = isJson ? await readBody(request) : new Uint8Array();
  const isSmall = bytes.byteLength <= BODY_BYTES_MAX;
  const parsed = Left.safeParse(isSmall ? jsonOf(new TextDecoder().decode(bytes)) : null);
  if (!parsed.success) throw new AppError("invalid", "This does not say which editor was left.");
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
