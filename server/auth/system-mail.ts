import { SCHEME_COLOURS } from "@/core/template/email-layout";
import type { Config } from "@/server/config";
import { newId } from "@/server/new-id";
import { environmentMail } from "@/server/providers/configured";
import type { Delivery, Provider } from "@/server/providers/provider";

const INK = SCHEME_COLOURS.light.ink;
const SEND_MS_MAX = 15_000;
const ADDRESS_DOMAIN = /@([^@<>\s]+?)>?\s*$/;

/** A letter of the installation itself: one thought, one link. Plain words, no Markdown. */
export type Letter = {
  to: string;
  /** `en` or `de`. */
  lang: string;
  subject: string;
  paragraphs: readonly string[];
  button: { label: string; url: string };
  /** What to do when the reader did not ask for it. */
  footer: string;
};

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
  const compose = () => ({
    id,
    from,
    to: letter.to,
    subject: letter.subject.replace(/[\r\n]+/g, " "),
    html: htmlOf(letter),
    text: textOf(letter),
    messageId: `<${id}@${ADDRESS_DOMAIN.exec(from)?.[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
  return provider.send(
    { channel: "email", id, to: letter.to, compose },
    AbortSignal.timeout(SEND_MS_MAX),
  );
}

const textOf = ({ paragraphs, button, footer }: Letter): string =>
  `${[...paragraphs, `${button.label}:\n${button.url}`, footer].join("\n\n")}\n`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.canvas{background:#0f1115!important}.card{background:#181b21!important;border-color:#2a2f38!important}
.ink{color:#f2f4f7!important}.muted{color:#98a2b3!important}.fill{background:#f2f4f7!important}.fill a{color:#1c1f26!important}}`;

function htmlOf({ lang, subject, paragraphs, button, footer }: Letter): string {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${escaped(text)}</p>`).join("");
  const url = escaped(button.url);
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title><style>${DARK}</style></head>
<body class="canvas" style="margin:0;padding:24px 12px;background:#f5f6f8;font:400 16px/26px ${FONT}">
<div class="card ink" style="max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e4e7ec;border-radius:12px;color:${INK}">
<p style="margin:0 0 20px;font-weight:600">Followthrough</p>${body}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="fill" bgcolor="${INK}" style="background:${INK};border-radius:8px"><a href="${url}" style="display:inline-block;padding:12px 22px;font:600 16px/20px ${FONT};color:#ffffff;text-decoration:none;border-radius:8px">${escaped(button.label)}</a></td></tr></table>
<p class="muted" style="margin:0 0 8px;font-size:13px;line-height:20px;color:#667085;word-break:break-all">${url}</p>
<p class="muted" style="margin:0;font-size:13px;line-height:20px;color:#667085">${escaped(footer)}</p>
</div></body></html>`;
}
