import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import * as tables from "@/db/schema";
import type { Ctx } from "@/server/context";
import type { Enqueued } from "@/server/delivery/testing";
import { publicWorld } from "@/server/public/testing";
import { codesOf } from "@/server/testing/house";
import type { InboundEmail, InboundSms } from "./inbound";
import { receiveEmail } from "./receive-email";
import { mintReplyAddress } from "./reply-address";

export const REPLIES_DOMAIN = "replies.example.com";

type MailChanges = Partial<Omit<InboundEmail, "headers">> & { headers?: Record<string, string> };

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
  const mail = (messageId: string, text: string, over: MailChanges = {}): InboundEmail => ({
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
  let matters = 0;
  const openNext = () => world.open(++matters);
  /** A new matter with what became of this answer to it. */
  const answered = async (text: string, over: MailChanges = {}) => {
    const matter = await openNext();
    const reception = await receiveEmail(ctx, mail(matter.messageId, text, over));
    const [reply] = await repliesOf(matter.caseId);
    const row = await world.caseOf(matter.caseId);
    return { ...matter, reception, reply, row, codes: await codesOf(db, matter.caseId) };
  };
  return { ...world, ctx, jobs, addressOf, openNext, mail, sms, answered, repliesOf, eventsOf };
}
