import { createHash } from "node:crypto";
import PostalMime, { type Email } from "postal-mime";
import type { InboundEmail } from "@/server/replies/inbound";

/** Of a mail, this much is read: its words come first, and attachments are not kept. */
export const PARSED_BYTES_MAX = 1_048_576;
/** The parser takes its time over each line: more of them than a megabyte of attachment has are a trap. */
const LINES_MAX = 20_000;
const NESTING_MAX = 20;
const HEADERS_BYTES_MAX = 262_144;
const HEADER_CHARS_MAX = 10_000;
const HEADERS_MAX = 500;
/** Parts of a report that are no text and say what it is about (RFC 3464, RFC 5965). */
const REPORT_PART = /^message\/(?:delivery-status|global-delivery-status|feedback-report)$/;
const REPORT_CHARS_MAX = 20_000;

const LINE_FEED = 10;

/** What the servers said to each other about a mail, beside the mail. */
export type Envelope = { from: string; to: readonly string[] };

/**
 * Reads a mail as it came over the wire, or as much of it as was kept. Throws for one that is nested too
 * deep or has too much of a head: nobody writes such mails.
 */
export async function parseMail(whole: Uint8Array, envelope: Envelope): Promise<InboundEmail> {
  const raw = beginningOf(whole);
  const mail = await PostalMime.parse(raw, {
    maxNestingDepth: NESTING_MAX,
    maxHeadersSize: HEADERS_BYTES_MAX,
    maxRfc822NestingDepth: 0,
    forceRfc822Attachments: true,
  });
  const headers = headersOf(mail);
  // Of the envelope, whatever the mail itself says.
  headers.set("return-path", [envelope.from === "" ? "<>" : envelope.from]);
  const reports = mail.attachments.flatMap((part) => {
    if (!REPORT_PART.test(part.mimeType)) return [];
    const { content } = part;
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    return [text.slice(0, REPORT_CHARS_MAX)];
  });
  const words = mail.text ?? null;
  return {
    id: idOf(mail, raw),
    provider: "smtp",
    workspaceId: null,
    from: mail.from?.address ?? envelope.from,
    to: envelope.to,
    subject: mail.subject ?? "",
    text: reports.length === 0 ? words : [words ?? "", ...reports].join("\n\n"),
    html: mail.html ?? null,
    headers,
  };
}

function beginningOf(raw: Uint8Array): Uint8Array {
  let end = -1;
  for (let lines = 0; lines < LINES_MAX; lines++) {
    end = raw.indexOf(LINE_FEED, end + 1);
    if (end < 0) return raw;
  }
  return raw.subarray(0, end + 1);
}

function headersOf({ headers }: Email): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { key, value } of headers.slice(0, HEADERS_MAX)) {
    const name = key.toLowerCase();
    const values = found.get(name) ?? [];
    values.push(value.slice(0, HEADER_CHARS_MAX));
    found.set(name, values);
  }
  return found;
}

/** Its own id, which a server that tries again sends again; of a mail without one, what it says. */
function idOf({ messageId }: Email, raw: Uint8Array): string {
  const hash = createHash("sha256");
  return hash.update(messageId && messageId.length > 2 ? messageId : raw).digest("hex");
}
