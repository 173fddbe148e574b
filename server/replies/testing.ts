import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as tables from "@/db/schema";
import type { Ctx } from "@/server/context";
import type { Enqueued } from "@/server/delivery/testing";
import { publicWorld } from "@/server/public/testing";
import type { InboundEmail, InboundSms } from "./inbound";
import { mintReplyAddress } from "./reply-address";

export const REPLIES_DOMAIN = "replies.example.com";

/** `publicWorld`, with an address for answers; what is enqueued is kept in `jobs`. */
export async function replyWorld(db: Db) {
  const world = await publicWorld(db);
  const { workspaceId } = world;
  const jobs: Enqueued[] = [];
  const ctx: Ctx = {
    ...world.ctx,
    config: { ...world.ctx.config, inbound: { port: null, domain: REPLIES_DOMAIN, tls: null } },
    enqueue: async (_tx, name, payload) => void jobs.push({ name, payload, startAfter: undefined }),
  };
  let count = 0;
  const addressOf = (messageId: string, kind: "reply" | "bounce" = "reply") =>
    mintReplyAddress(ctx.config.appSecret, { kind, workspaceId, messageId }, REPLIES_DOMAIN);

  /** What Ana's mail program would send. */
  const mail = (
    messageId: string,
    text: string,
    over: Partial<Omit<InboundEmail, "headers">> & { headers?: Record<string, string> } = {},
  ): InboundEmail => ({
    id: `mail-${++count}`,
    provider: "smtp",
    workspaceId: null,
    from: "Ana Miller <Ana@Example.com>",
    to: [addressOf(messageId)],
    subject: "Re: Invoice",
    text: `${text}\n\nOn Mon, 23 Nov 2026 at 09:00, Shop <${addressOf(messageId)}> wrote:\n> Please pay.`,
    html: null,
    ...over,
    headers: new Map(
      Object.entries(over.headers ?? {}).map(([name, value]) => [name, [value]] as const),
    ),
  });
  const sms = (body: string, over: Partial<InboundSms> = {}): InboundSms => ({
    ...{ id: `SM${++count}`, provider: "twilio", workspaceId, from: "+4915112345678" },
    ...{ to: "+15005550006", body, ...over },
  });
  const repliesOf = (caseId: string) =>
    db
      .select()
      .from(tables.replies)
      .where(eq(tables.replies.caseId, caseId))
      .orderBy(tables.replies.id);
  const eventsOf = (messageId: string) =>
    db
      .select()
      .from(tables.messageEvents)
      .where(eq(tables.messageEvents.messageId, messageId))
      .orderBy(tables.messageEvents.at, tables.messageEvents.id);
  return { ...world, ctx, jobs, addressOf, mail, sms, repliesOf, eventsOf };
}
