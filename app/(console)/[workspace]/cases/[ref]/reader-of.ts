import "server-only";
import { messagesFor } from "@/components/text/messages";
import { type Text, textOf } from "@/components/text/text";
import type { Member } from "@/server/auth/session";
import { viewer } from "@/server/auth/viewer";

/** Who an action answers: the clock, the language and the texts of the operator. */
export async function readerOf(member: Member): Promise<{ zone: string; locale: string; t: Text }> {
  const { zone, locale } = await viewer(member.workspace.timeZone);
  return { zone, locale, t: textOf(messagesFor(locale), locale) };
}
