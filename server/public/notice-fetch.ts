import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import type { Ctx } from "@/server/context";
import type { LinkPurpose } from "@/server/links/token";
import { demoteHits } from "./demote-hits";
import type { Link } from "./link";
import { noteFetch } from "./recent-fetches";

const READS: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * Looks whether a link was fetched together with others of its message, as no reader does: then what was
 * counted within that second is taken back. Opening a page by itself writes nothing. Never throws: it
 * must not stand between a reader and the page.
 */
export async function noticeFetch(
  ctx: Ctx,
  request: Request,
  link: Pick<Link, "index" | "workspaceId" | "message" | "now" | "person">,
  purpose: LinkPurpose,
): Promise<void> {
  // The pixel is fetched beside a link by every mail program.
  if (purpose === "o" || !READS.has(request.method)) return;
  const { workspaceId, message, now, person } = link;
  const others = noteFetch(message.id, `${purpose}${link.index}`, now);
  // A click that is counted looks for itself.
  const looksItself = purpose === "c" && request.method === "GET";
  if (others === 0 || looksItself || !person.trackingConsent) return;
  try {
    await inTransaction(ctx.db, async (tx) => {
      await tx.execute(sql`
        select 1 from messages where workspace_id = ${workspaceId} and id = ${message.id} for update`);
      await demoteHits(tx, { workspaceId, message, now }, null);
    });
  } catch (error) {
    ctx.log.error({ err: error }, "a burst was not taken back");
  }
}
