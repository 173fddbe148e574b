import { classifyMail, type MailKind } from "@/core/reply/classify-mail";
import { headerOf } from "@/core/reply/header-of";
import { htmlToText } from "@/core/reply/html-text";
import { intentOf } from "@/core/reply/intent";
import { FULL_CHARS_MAX, stripQuoted } from "@/core/reply/strip-quoted";
import { inTransaction } from "@/db/client";
import { countDropped, findAnsweredEmail, isAddressOf } from "@/db/queries/replies";
import { runInstant } from "@/server/clock/test-clock";
import type { Ctx } from "@/server/context";
import { recordComplaint } from "@/server/hooks/record-complaint";
import { recordReport } from "@/server/hooks/record-report";
import { withCarried, withCarriedCases } from "@/server/hooks/with-carried";
import { type Link, loadLink } from "@/server/public/link";
import { addressIn, cleanLine, cleanText } from "./clean-text";
import type { InboundEmail } from "./inbound";
import type { Reception } from "./reception";
import { readReplyAddress } from "./reply-address";
import { takeReply } from "./take-reply";

const SUBJECT_CHARS_MAX = 300;
const EVENT_ID_CHARS_MAX = 200;
const IDS_MAX = 20;
const HEADER_CHARS_MAX = 10_000;
/** A deadlock with an event about the same person is rare, and over at the second try. */
const TRIES = 3;

const OWN_ID = /<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/gi;

/**
 * Takes an email that came in: an answer, a machine's, or a server's report about one of our messages.
 * Found by the address it came to, else by the message it answers when its reader wrote it. Recorded
 * once, with all that follows, in one transaction; throws when the database is away.
 */
export async function receiveEmail(ctx: Ctx, mail: InboundEmail): Promise<Reception> {
  const from = addressIn(mail.from);
  const found = await findAnswered(ctx, mail, from);
  if (!found) return { kind: "unknown" };
  const { link, mayReport } = found;
  const { workspaceId, message } = link;
  const fullText = wordsOf(mail);
  const headers = mail.headers;
  const subject = cleanLine(mail.subject, SUBJECT_CHARS_MAX);
  const said = classifyMail({ from: mail.from, subject, text: fullText, headers }, message.id);
  const isReport = said.kind === "bounce" || said.kind === "complaint";
  const kind = isReport && !mayReport ? AUTOMATIC : said;
  if (kind.kind === "loop") return dropped(ctx, link, kind.why);
  if (kind.kind === "bounce" || kind.kind === "complaint") return report(ctx, mail, link, kind);
  const text = stripQuoted(fullText);
  const isTheirs =
    from !== "" &&
    (from === message.to?.toLowerCase() ||
      (await isAddressOf(ctx.db, workspaceId, message.personId, from)));
  const machine = kind.kind === "human" ? null : kind.isAway ? "away" : "automatic";
  const reception = await inTransaction(
    ctx.db,
    (tx) =>
      takeReply(ctx, tx, link, {
        eventId: eventIdOf(mail),
        channel: "email",
        from,
        subject,
        text,
        fullText,
        intent: intentOf(text, "email", { name: link.person.name }),
        isTheirs,
        machine,
      }),
    { tries: TRIES },
  );
  if (reception.kind === "taken") await runInstant(ctx, workspaceId);
  return reception;
}

const eventIdOf = ({ id }: InboundEmail): string => `email:${id}`.slice(0, EVENT_ID_CHARS_MAX);

const wordsOf = ({ text, html }: InboundEmail): string => {
  const plain = text !== null && text.trim() !== "" ? text : html === null ? "" : htmlToText(html);
  return cleanText(plain, FULL_CHARS_MAX);
};

const AUTOMATIC = { kind: "automatic", isAway: false } as const;

/** `mayReport`: it came where servers send reports to, an address that no reader of the mail sees. */
type Answered = { link: Link; mayReport: boolean };

async function findAnswered(ctx: Ctx, mail: InboundEmail, from: string): Promise<Answered | null> {
  const { inbound, appSecret } = ctx.config;
  const open = (ref: { workspaceId: Link["workspaceId"]; messageId: string }) =>
    mail.workspaceId !== null && mail.workspaceId !== ref.workspaceId
      ? null
      : loadLink(ctx.db, { ...ref, index: 0 });
  for (const to of inbound === null ? [] : mail.to) {
    const address = inbound && readReplyAddress(appSecret, to, inbound.domain);
    const link = address && (await open(address));
    if (link) return { link, mayReport: address.kind === "bounce" };
  }
  const answered = await findAnsweredEmail(ctx.db, mail.workspaceId, idsIn(mail), from);
  const link = answered && (await open(answered));
  return link ? { link, mayReport: false } : null;
}

/** Ids of messages that it says it answers; whose they are is looked up. */
function idsIn({ headers }: InboundEmail): string[] {
  const named = `${headerOf(headers, "in-reply-to")} ${headerOf(headers, "references")}`;
  const found = [...named.slice(0, HEADER_CHARS_MAX).matchAll(OWN_ID)].map(([, id = ""]) =>
    id.toLowerCase(),
  );
  return [...new Set(found)].slice(0, IDS_MAX);
}

async function dropped(ctx: Ctx, { workspaceId, message, now }: Link, why: string) {
  ctx.log.warn({ workspaceId, messageId: message.id, why }, "an email that goes round in circles");
  await countDropped(ctx.db, { workspaceId, messageId: message.id, now });
  return { kind: "dropped" as const };
}

/** As a provider's own report of the same. */
async function report(
  ctx: Ctx,
  mail: InboundEmail,
  { workspaceId, message, now }: Link,
  kind: Extract<MailKind, { kind: "bounce" | "complaint" }>,
): Promise<Reception> {
  const ref = { workspaceId, id: message.id, caseId: message.caseId };
  const eventId = eventIdOf(mail);
  const isNew = await inTransaction(
    ctx.db,
    (tx) => {
      if (kind.kind === "complaint")
        return withCarried(tx, ref, (one) => recordComplaint(ctx, tx, one, { eventId, at: now }));
      const { recipient, hard, delayed, status, reason } = kind;
      // Somebody forwards their mail to a place that refuses it: their own address is not gone.
      const isTheirs = recipient === null || recipient === message.to?.toLowerCase();
      const text = cleanLine(reason ?? status ?? mail.subject, SUBJECT_CHARS_MAX);
      const report = {
        eventId,
        providerMessageId: message.providerMessageId ?? message.id,
        at: now,
        cameBack: delayed
          ? { type: "delayed" as const, text }
          : hard && isTheirs
            ? { type: "bounced" as const, permanent: true, text }
            : { type: "failed" as const, stopped: false, text },
      };
      return withCarriedCases(tx, ref, (one) => recordReport(ctx, tx, one, report));
    },
    { tries: TRIES },
  );
  if (isNew) await runInstant(ctx, workspaceId);
  return { kind: isNew ? "reported" : "repeat" };
}
