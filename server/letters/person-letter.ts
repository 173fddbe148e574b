import type { JobPayload } from "@/core/jobs";
import { SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { type AuditEntry, audit } from "@/db/queries/audit";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import type { Delivery, Outgoing, Provider } from "@/server/providers/provider";
import type { ProviderRegistry } from "@/server/providers/registry";
import { loadReader } from "@/server/public/link";
import { maskAddress } from "@/server/public/mask";
import { letterHtml, letterText } from "./letter-document";
import { type Written, writeLetter } from "./write-letter";

const CALL_MS_MAX = 30 * SECOND_MS;
const ADDRESS_DOMAIN = /@([^@<>\s]+?)>?\s*$/;

/**
 * Sends a person a letter that belongs to no case, past every gate: they asked for it, or must know.
 * It leaves through the workspace's own provider; a sandbox reaches nobody, and keeps it in its audit
 * log instead. Throws where the provider may take it later, so that the queue tries again.
 */
export async function sendPersonLetter(
  ctx: Ctx,
  providers: ProviderRegistry,
  { workspaceId, personId, id, letter: about }: JobPayload<"person.letter">,
): Promise<void> {
  const workspace = await inTransaction(ctx.db, async (tx) => {
    const row = await findWorkspace(tx, workspaceId);
    if (row) await providers.load(tx, [row]);
    return row;
  });
  const reader = workspace && (await loadReader(ctx.db, workspaceId, personId));
  const written = reader && (await writeLetter(ctx, reader, about));
  if (!written) return;
  const { channel, to, letter, sms } = written;
  const keep = (action: AuditEntry["action"], more: Record<string, unknown>) =>
    inTransaction(ctx.db, (tx) =>
      audit(tx, workspaceId, {
        id: newId(),
        actor: { kind: "plan" },
        action,
        target: personId,
        detail: { letter: about.kind, channel, to: maskAddress(to), ...more },
      }),
    );
  if (workspace.kind === "sandbox") {
    const text = channel === "sms" ? sms : letterText(letter);
    return keep("person.letter_kept", { subject: letter.subject, text });
  }
  const answer = await send(ctx, providers.choose(workspaceId, channel, to).provider, id, written);
  if (answer.ok) return keep("person.letter_sent", {});
  if (answer.retry && !answer.maybeSent) throw new Error(`A letter was refused: ${answer.reason}`);
  await keep("person.letter_failed", { reason: answer.reason });
}

async function send(
  ctx: Ctx,
  provider: Provider | null,
  id: string,
  { channel, to, letter, sms }: Written,
): Promise<Delivery> {
  if (!provider) return { ok: false, retry: false, reason: `No provider for ${channel}.` };
  const signal = AbortSignal.timeout(CALL_MS_MAX);
  if (channel === "sms") {
    return provider.send({ channel, id, to, compose: () => ({ body: sms }) }, signal);
  }
  const from = provider.from ?? ctx.config.emailFrom ?? "";
  const outgoing: Outgoing = {
    channel,
    id,
    to,
    compose: () => ({
      id,
      from,
      to,
      subject: letter.subject.replace(/[\r\n]+/g, " "),
      html: letterHtml(letter),
      text: letterText(letter),
      messageId: `<${id}@${ADDRESS_DOMAIN.exec(from)?.[1] ?? "localhost"}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    }),
  };
  return provider.send(outgoing, signal);
}
