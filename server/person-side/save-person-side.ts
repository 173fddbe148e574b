import { z } from "zod";
import { AppError } from "@/core/errors";
import { InboxLook } from "@/core/person-side/inbox-look";
import { OWN_PAGE_WORDS, type OwnPageWord } from "@/core/person-side/own-words";
import { PAGE_LANGUAGE_TAGS } from "@/core/person-side/page-language";
import { inTransaction } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { lockWorkspace, updateWorkspace } from "@/db/queries/workspaces";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

const WORDS = Object.keys(OWN_PAGE_WORDS) as OwnPageWord[];

const OwnText = Object.fromEntries(
  WORDS.map((word) => [word, z.string().trim().max(OWN_PAGE_WORDS[word]).nullable()]),
) as Record<OwnPageWord, z.ZodNullable<z.ZodString>>;

/** What can be changed; absent things stay. An own word that is null or empty gives way to ours. */
export const PersonSideChange = z
  .strictObject({
    canDownload: z.boolean(),
    canAskErasure: z.boolean(),
    pageWords: z.partialRecord(z.enum(PAGE_LANGUAGE_TAGS), z.strictObject(OwnText).partial()),
    inboxLook: InboxLook.partial(),
  })
  .partial();
export type PersonSideChange = z.infer<typeof PersonSideChange>;

type Words = Record<string, Record<string, string>>;

/**
 * Changes what people see of this workspace, in one transaction with its audit line, which holds both
 * values of each field. Throws `not_found`.
 */
export async function savePersonSide(ctx: Ctx, who: Who, change: PersonSideChange): Promise<void> {
  const { workspaceId, actor } = who;
  await inTransaction(ctx.db, async (tx) => {
    const row = await lockWorkspace(tx, workspaceId);
    if (!row) throw new AppError("not_found", "There is no such workspace.");
    const stored = row.personSide;
    const { pageWords, inboxLook, ...switches } = change;
    const wanted = {
      ...stored,
      ...given(switches),
      ...(pageWords && { pageWords: withWords(stored.pageWords, pageWords) }),
      ...(inboxLook && { inboxLook: { ...stored.inboxLook, ...given(inboxLook) } }),
    };
    const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (field) => JSON.stringify(stored[field]) !== JSON.stringify(wanted[field]),
    );
    if (fields.length === 0) return;
    await updateWorkspace(tx, workspaceId, { personSide: wanted });
    const detail = Object.fromEntries(
      fields.map((field) => [field, { from: stored[field], to: wanted[field] }]),
    );
    const action = "workspace.person_side_changed";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: row.slug, detail });
  });
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

const given = <T extends object>(input: T): Given<T> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<T>;

function withWords(stored: Words, change: NonNullable<PersonSideChange["pageWords"]>): Words {
  const all: Words = { ...stored };
  for (const [language, words] of Object.entries(change)) {
    const own = Object.entries({ ...all[language], ...given(words ?? {}) });
    const kept = own.flatMap(([word, text]) => (text ? [[word, text] as const] : []));
    if (kept.length > 0) all[language] = Object.fromEntries(kept);
    else delete all[language];
  }
  return all;
}
