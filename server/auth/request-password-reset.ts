import { findOperatorByEmail } from "@/db/queries/operators";
import type { Ctx } from "@/server/context";
import { passwordLetter } from "./letters";
import { createOneTimeLink } from "./one-time-link";
import { sendLetter } from "./system-mail";
import { countTry } from "./throttle";

export type ResetRequest = {
  email: string;
  /** Where the request came from, when that is known. */
  from: string | null;
  /** Whose language the letter is written in. */
  locale: string;
};

/**
 * Mails a link for a new password to the account of this address, if there is one. Returns the minutes
 * to wait when too many were asked for, otherwise 0: the answer is the same whether the account exists,
 * and what is done for one that does goes to `later`, so that the answer takes as long, too.
 */
export async function requestPasswordReset(
  ctx: Pick<Ctx, "db" | "config" | "log">,
  { email, from, locale }: ResetRequest,
  later: (work: () => Promise<void>) => void,
): Promise<number> {
  const waits = [
    await countTry(ctx.db, "reset-mail", email),
    from === null ? 0 : await countTry(ctx.db, "reset-mail-from", from),
  ];
  const waitS = Math.max(...waits);
  if (waitS > 0) return Math.ceil(waitS / 60);
  later(async () => {
    const operator = await findOperatorByEmail(ctx.db, email.trim());
    if (!operator) return;
    const url = await createOneTimeLink(ctx.db, "password-link", operator.id, ctx.config.appUrl);
    const sent = await sendLetter(ctx.config, passwordLetter(operator.email, url, locale));
    if (!sent.ok) ctx.log.warn({ reason: sent.reason }, "a password letter was not sent");
  });
  return 0;
}
