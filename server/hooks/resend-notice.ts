import { z } from "zod";
import type { CameBack } from "@/core/delivery/came-back";
import { reasonOf } from "@/server/providers/provider";
import { MESSAGE_TAG } from "@/server/providers/resend";
import { type Notice, OwnId, Said } from "./notice";

const LINK_CHARS_MAX = 500;
const AGENT_CHARS_MAX = 500;

const EmailId = z.string().regex(/^[\w-]{1,100}$/);
const Text = Said.nullish().transform((text) => text ?? "");
/** The documents show a map; the API that sends takes pairs. */
const Tags = z.union([
  z.record(z.string(), z.unknown()),
  z
    .array(z.looseObject({ name: z.string(), value: z.unknown() }))
    .transform((tags) => Object.fromEntries(tags.map(({ name, value }) => [name, value]))),
]);
const Visit = z.looseObject({ ipAddress: Text, userAgent: Text, link: Text });

const Envelope = z.looseObject({
  type: z.string().max(100),
  created_at: z.string().max(100).optional(),
  data: z.looseObject({
    email_id: EmailId.optional(),
    tags: Tags.nullish().catch(null),
    bounce: z.looseObject({ message: Text, type: Text, subType: Text }).nullish(),
    failed: z.looseObject({ reason: Text }).nullish(),
    suppressed: z.looseObject({ message: Text }).nullish(),
    open: Visit.nullish(),
    click: Visit.nullish(),
  }),
});
type Envelope = z.infer<typeof Envelope>;

/**
 * Reads what Resend tells; `eventId` is the id of its webhook, the same for every repeat. Throws a
 * `ZodError` for a body that is not as Resend documents it.
 */
export function resendNotice(json: unknown, eventId: string, now: number): Notice {
  const { type } = z.looseObject({ type: z.string() }).parse(json);
  // Contacts, domains and whatever else an account tells of.
  if (!type.startsWith("email.")) return { kind: "other" };
  const envelope = Envelope.parse(json);
  const { email_id: emailId, tags, open, click } = envelope.data;
  if (emailId === undefined) return { kind: "other" };
  if (type === "email.received") return { kind: "email", emailId };
  const about = { providerMessageId: emailId, messageId: OwnId.parse(tags?.[MESSAGE_TAG] ?? null) };
  const told = { about, eventId, at: momentOf(envelope.created_at, now) };
  if (type === "email.opened" || type === "email.clicked") {
    const visit = (type === "email.opened" ? open : click) ?? null;
    return {
      kind: "tracked",
      ...told,
      link: type === "email.opened" ? null : (visit?.link ?? "").slice(0, LINK_CHARS_MAX),
      userAgent: (visit?.userAgent ?? "").slice(0, AGENT_CHARS_MAX),
      ip: visit?.ipAddress || null,
    };
  }
  const cameBack = cameBackOf(envelope);
  return cameBack ? { kind: "report", ...told, cameBack } : { kind: "other" };
}

function cameBackOf({ type, data }: Envelope): CameBack | null {
  const { bounce, failed, suppressed } = data;
  switch (type) {
    case "email.sent":
      return { type: "sent" };
    case "email.delivered":
      return { type: "delivered" };
    case "email.delivery_delayed":
      return { type: "delayed", text: reasonOf(bounce?.message ?? "") };
    case "email.bounced": {
      // Its documents call every bounce permanent; some say themselves that they are not.
      const kind = bounce?.type.toLowerCase() ?? "";
      const permanent = kind === "" || kind === "permanent";
      return { type: "bounced", permanent, text: reasonOf(bounce?.message ?? "") };
    }
    case "email.suppressed":
      return { type: "bounced", permanent: true, text: reasonOf(suppressed?.message ?? "") };
    case "email.failed":
      return { type: "failed", stopped: false, text: reasonOf(failed?.reason ?? "") };
    case "email.complained":
      return { type: "complained", text: "" };
    default:
      return null;
  }
}

/** When it happened; never ahead of us, and now where it is not said. */
function momentOf(text: string | undefined, now: number): number {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) || at < 0 ? now : Math.min(at, now);
}
