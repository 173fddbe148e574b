import "server-only";
import { messagesFor } from "@/components/text/messages";
import { type Text, textOf } from "@/components/text/text";
import { viewer } from "@/server/auth/viewer";

/** The texts for somebody who may not be signed in, by what their browser says. */
export async function authText(): Promise<{ t: Text; locale: string }> {
  const { locale } = await viewer("UTC");
  return { t: textOf(messagesFor(locale), locale), locale };
}
