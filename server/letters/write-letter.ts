import { LINK_DAYS_MAX } from "@/core/delivery/link-days";
import type { WorkspaceId } from "@/core/ids";
import type { JobPayload } from "@/core/jobs";
import { publicLanguageOf } from "@/core/person-side/page-language";
import type { Db } from "@/db/client";
import { findAddressChange } from "@/db/queries/address-changes";
import { listContactPoints } from "@/db/queries/people";
import type { Ctx } from "@/server/context";
import { personLink } from "@/server/links/person-link";
import type { Reader } from "@/server/public/link";
import { publicWords } from "@/server/public/words";
import { addressCode, CODE_MINUTES_MAX } from "./address-code";
import type { LetterText } from "./letter-document";

export type Written = {
  channel: "email" | "sms";
  to: string;
  letter: LetterText;
  /** The same in the one line an SMS has. */
  sms: string;
};

/** A letter in the reader's language, and where it goes; null where there is nobody to write to any more. */
export async function writeLetter(
  ctx: Ctx,
  reader: Reader,
  letter: JobPayload<"person.letter">["letter"],
): Promise<Written | null> {
  switch (letter.kind) {
    case "fresh_link":
      return freshLink(ctx, reader);
    case "code":
      return code(ctx, reader, letter.channel, letter.changeId);
    case "address_changed": {
      const { channel, to, newAddress } = letter;
      const name = reader.workspace.name;
      const { text, ...words } = publicWords(reader.locale).letters.changed(name, newAddress);
      const sms = publicWords(reader.locale).letters.changedSms(name);
      return { channel, to, sms, letter: { ...headOf(reader), ...words, paragraphs: [text] } };
    }
  }
}

const headOf = ({ workspace, locale }: Reader) => ({
  lang: publicLanguageOf(locale),
  sender: workspace.name,
  color: workspace.brand.color,
});

async function freshLink(ctx: Ctx, reader: Reader): Promise<Written | null> {
  const { workspaceId, workspace, person, locale, now } = reader;
  const to = await addressOnFile(ctx.db, workspaceId, person.id);
  if (to === null) return null;
  const { url } = personLink(ctx, { workspaceId, personId: person.id, issuedAt: now });
  const words = publicWords(locale).letters.fresh(workspace.name, LINK_DAYS_MAX);
  const { text, button: label, ...rest } = words;
  const letter = { ...headOf(reader), ...rest, paragraphs: [text], button: { label, url } };
  return { channel: "email", to, letter, sms: `${text} ${url}` };
}

/** The newest email address that may be written to; null: none. */
export async function addressOnFile(
  db: Db,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<string | null> {
  const points = await listContactPoints(db, workspaceId, [personId]);
  const found = points.find(
    ({ channel, verifiedAt, suppressed }) => channel === "email" && verifiedAt && !suppressed,
  );
  return found?.address ?? null;
}

async function code(
  ctx: Ctx,
  reader: Reader,
  channel: Written["channel"],
  changeId: string,
): Promise<Written | null> {
  const { workspaceId, workspace, person, locale } = reader;
  const change = await findAddressChange(ctx.db, { workspaceId, personId: person.id, channel });
  // Asked for again since, over, or to an address that nobody may be written to at.
  if (change?.id !== changeId || change.isSuppressed) return null;
  const digits = addressCode(ctx.config.appSecret, changeId);
  const words = publicWords(locale).letters;
  const { text, ...rest } = words.code(workspace.name, digits, CODE_MINUTES_MAX);
  const sms = words.codeSms(workspace.name, digits, CODE_MINUTES_MAX);
  const letter = { ...headOf(reader), ...rest, paragraphs: [text], code: digits };
  return { channel, to: change.address, letter, sms };
}
