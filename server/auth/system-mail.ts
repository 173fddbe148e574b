import type { Config } from "@/server/config";
import { type LetterText, letterHtml, letterText } from "@/server/letters/letter-document";
import { newId } from "@/server/new-id";
import { environmentMail } from "@/server/providers/configured";
import type { Delivery, Provider } from "@/server/providers/provider";

const SEND_MS_MAX = 15_000;
const ADDRESS_DOMAIN = /@([^@<>\s]+?)>?\s*$/;

/** A letter of the installation itself: one thought, one link. `lang` is `en` or `de`. */
export type Letter = Omit<LetterText, "sender" | "color" | "code" | "button"> &
  Required<Pick<LetterText, "button">> & { to: string };

type MailConfig = Pick<Config, "emailFrom" | "resend" | "smtpUrl">;

let kept: { config: MailConfig; provider: Provider | null } | undefined;

/** One pool of connections per process. */
function providerOf(config: MailConfig): Provider | null {
  if (kept?.config !== config) {
    kept = { config, provider: environmentMail(config)[0] ?? null };
  }
  return kept.provider;
}

/** Whether the installation can write to anybody at all. */
export const canMail = (config: MailConfig): boolean => providerOf(config) !== null;

/** Hands a letter to the email provider. Never throws: what the outside world said is the answer. */
export async function sendLetter(config: MailConfig, letter: Letter): Promise<Delivery> {
  const provider = providerOf(config);
  const from = config.emailFrom;
  if (!provider || from === null) {
    return { ok: false, retry: false, reason: "No email provider is configured." };
  }
  const id = newId();
  const text = { ...letter, sender: "Followthrough" };
  const compose = () => ({
    id,
    from,
    to: letter.to,
    subject: letter.subject.replace(/[\r\n]+/g, " "),
    html: letterHtml(text),
    text: letterText(text),
    messageId: `<${id}@${ADDRESS_DOMAIN.exec(from)?.[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
  return provider.send(
    { channel: "email", id, to: letter.to, compose },
    AbortSignal.timeout(SEND_MS_MAX),
  );
}
