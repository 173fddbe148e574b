import type { Ctx } from "@/server/context";
import { clickTarget, TRAP_INDEX } from "@/server/links/urls";
import { recordHit } from "./engagement";
import { openCounted, problemPage } from "./guard";
import { type Link, siblingPath } from "./link";
import { publicHeaders } from "./page";

/**
 * Follows a link of a message's body: 302 to the address stored with the message, never to one of the
 * request. An expired link still leads there; it is only no longer counted. The hidden link leads to
 * the message itself.
 */
export async function followClick(ctx: Ctx, request: Request, token: string): Promise<Response> {
  try {
    const opened = await openCounted(ctx, request, token, "c");
    if (opened === "busy") return problemPage(request, "busy", { "retry-after": "60" });
    if (!opened.ok && opened.why === "unknown") return problemPage(request, "unknown");
    const { link } = opened;
    const isTrap = link.index === TRAP_INDEX;
    const location = isTrap
      ? `${ctx.config.appUrl}${siblingPath(ctx, link, "v")}`
      : clickTarget(link.message.content.body, link.index);
    if (location === null) return problemPage(request, "unknown");
    if (opened.ok && (isTrap || request.method === "GET")) await record(ctx, request, link, isTrap);
    return new Response(null, { status: 302, headers: publicHeaders({ location }) });
  } catch (error) {
    ctx.log.error({ err: error }, "a link was not followed");
    return problemPage(request, "broken");
  }
}

/** A reader's way is worth more than our count of it. */
async function record(ctx: Ctx, request: Request, link: Link, isTrap: boolean): Promise<void> {
  try {
    const hit = isTrap
      ? { type: "trapped" as const }
      : { type: "clicked" as const, index: link.index };
    await recordHit(ctx, request, link, hit);
  } catch (error) {
    ctx.log.error({ err: error }, "a click was not recorded");
  }
}
