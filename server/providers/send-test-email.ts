import { z } from "zod";
import { AppError } from "@/core/errors";
import { MINUTE_MS, SECOND_MS } from "@/core/time";
import { inTransaction } from "@/db/client";
import { audit, countAudit } from "@/db/queries/audit";
import { findWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";
import { createProviders } from "./configured";
import type { Delivery, OutgoingEmail } from "./provider";
import { testWords } from "./test-words";

const TIMEOUT_MS = 20 * SECOND_MS;
/** So that nobody writes to strangers from here. */
const TESTS_MAX = 10;
const TESTS_WINDOW_MS = 10 * MINUTE_MS;
const ACTION = "channel.tested";

export const TestEmail = z.strictObject({
  to: z.email("an address such as ana@example.com").max(254),
  /** BCP 47: the language of its words. */
  locale: z.string().max(40),
});
export type TestEmail = z.infer<typeof TestEmail>;

export type TestResult = { provider: string; tookMs: number; delivery: Delivery };

/**
 * Sends one email through the provider that messages of this workspace take, and gives the
 * provider's own answer. Refuses a sandbox, which reaches nobody (`conflict`), a missing provider
 * (`conflict`), and more than ten tests in ten minutes (`rate_limited`).
 */
export async function sendTestEmail(ctx: Ctx, who: Who, input: TestEmail): Promise<TestResult> {
  const { workspaceId, actor } = who;
  const workspace = await findWorkspace(ctx.db, workspaceId);
  if (!workspace) throw new AppError("not_found", "There is no such workspace.");
  if (workspace.kind === "sandbox") {
    throw new AppError("conflict", "A test workspace reaches nobody. Test from a live workspace.");
  }
  const startedAt = Date.now();
  if ((await countAudit(ctx.db, workspaceId, ACTION, startedAt - TESTS_WINDOW_MS)) >= TESTS_MAX) {
    const message = `At most ${TESTS_MAX} tests in ten minutes. Try again later.`;
    throw new AppError("rate_limited", message, { retryAfterS: TESTS_WINDOW_MS / SECOND_MS });
  }
  const providers = createProviders(ctx.config);
  try {
    const provider = providers.find("email");
    const from = ctx.config.emailFrom;
    if (!provider || from === null) {
      throw new AppError("conflict", "No email provider is configured.");
    }
    const id = newId();
    const compose = () => testEmail({ id, from, to: input.to }, workspace.name, input.locale);
    const began = performance.now();
    const delivery = await provider.send(
      { channel: "email", id, to: input.to, compose },
      AbortSignal.timeout(TIMEOUT_MS),
    );
    const tookMs = Math.round(performance.now() - began);
    const detail = { channel: "email", provider: provider.name, ok: delivery.ok };
    await inTransaction(ctx.db, (tx) =>
      audit(tx, workspaceId, { id: newId(), actor, action: ACTION, target: input.to, detail }),
    );
    return { provider: provider.name, tookMs, delivery };
  } finally {
    await providers.close();
  }
}

const DOMAIN = /@([^@<>\s]+?)>?\s*$/;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function testEmail(
  { id, from, to }: { id: string; from: string; to: string },
  workspace: string,
  locale: string,
): OutgoingEmail {
  const { subject, body, footer } = testWords(locale, workspace.replace(/[\r\n]+/g, " "));
  return {
    id,
    from,
    to,
    subject,
    text: `${body}\n\n${footer}\n`,
    html: `<!doctype html><html><body style="font:16px/1.6 sans-serif"><p>${escaped(body)}</p><p style="color:#667085;font-size:14px">${escaped(footer)}</p></body></html>`,
    messageId: `<${id}@${DOMAIN.exec(from)?.[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  };
}
