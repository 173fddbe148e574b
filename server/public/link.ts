import { and, eq, isNull } from "drizzle-orm";
import { linkExpired } from "@/core/delivery/link-days";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { cases } from "@/db/schema/cases";
import { messages } from "@/db/schema/messages";
import { people } from "@/db/schema/people";
import { topics } from "@/db/schema/workflows";
import { workspaces } from "@/db/schema/workspaces";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { type LinkPurpose, mintToken, readPersonToken, readToken } from "@/server/links/token";

type MessageRow = typeof messages.$inferSelect;
type WorkspaceRow = Pick<
  typeof workspaces.$inferSelect,
  "id" | "name" | "kind" | "brand" | "timeZone" | "locale" | "locales" | "personSide"
>;

/** A link of a message that was sent, and all a page about it shows. */
export type Link = {
  index: number;
  workspaceId: WorkspaceId;
  workspace: WorkspaceRow;
  message: MessageRow & { content: NonNullable<MessageRow["content"]> };
  person: typeof people.$inferSelect;
  matter: { id: string; number: number; subject: string; dueAt: Date | null; personId: string };
  topic: typeof topics.$inferSelect | null;
  /** The reader's. */
  locale: string;
  zone: string;
  now: Instant;
};

/** Whose page it is, and the message that led there; none where the link was given to the person itself. */
export type Reader = Pick<
  Link,
  "workspaceId" | "workspace" | "person" | "locale" | "zone" | "now"
> & { message: Link["message"] | null };

type Closed<T> =
  | { ok: false; why: "unknown" }
  /**
   * Its time is over; `link` is kept for redirects, which harm nobody. `revoked`: the person's address
   * changed since, so whoever holds it may be somebody else.
   */
  | { ok: false; why: "expired"; revoked: boolean; link: T };

export type Opened<T extends Reader = Link> = { ok: true; link: T } | Closed<T>;

const UNKNOWN = { ok: false, why: "unknown" } as const;

/** Pictures and redirects harm nobody, whoever follows them. */
const NEVER_REVOKED: ReadonlySet<LinkPurpose> = new Set(["o", "c"]);

/**
 * Reads a token of one purpose and what it leads to. Only reads. `unknown` for every token that is
 * not ours, or whose message is gone, so that guessing teaches nothing.
 */
export async function openLink(ctx: Ctx, token: string, purpose: LinkPurpose): Promise<Opened> {
  const read = readToken(ctx.config.appSecret, token, purpose);
  const link = read && (await loadLink(ctx.db, read));
  if (!link) return UNKNOWN;
  const { message } = link;
  const sentAt = (message.sentAt ?? message.plannedAt).getTime();
  const revoked = !NEVER_REVOKED.has(purpose) && isRevoked(link, sentAt);
  if (revoked || linkExpired(message.plannedAt.getTime(), link.now)) {
    return { ok: false, why: "expired", revoked, link };
  }
  return { ok: true, link };
}

const isRevoked = ({ person }: Reader, madeAt: Instant): boolean =>
  person.linksAfter !== null && madeAt < person.linksAfter.getTime();

/** As `openLink`, for a person's own page: its token names a message to them, or themselves. */
export async function openPage(ctx: Ctx, token: string): Promise<Opened<Reader>> {
  const read = readPersonToken(ctx.config.appSecret, token);
  if (!read) return openLink(ctx, token, "p");
  const link = await loadReader(ctx.db, read.workspaceId, read.personId);
  if (!link) return UNKNOWN;
  const revoked = isRevoked(link, read.issuedAt);
  if (revoked || linkExpired(read.issuedAt, link.now)) {
    return { ok: false, why: "expired", revoked, link };
  }
  return { ok: true, link };
}

/** A person as the reader of their own page; null where there is none, or they were erased. */
export async function loadReader(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<Reader | null> {
  const [row] = await db
    .select({ person: people, workspace: WORKSPACE })
    .from(people)
    .innerJoin(workspaces, eq(workspaces.id, people.workspaceId))
    .where(
      and(eq(people.workspaceId, workspaceId), eq(people.id, personId), isNull(people.erasedAt)),
    );
  if (!row) return null;
  const { person, workspace } = row;
  return {
    workspaceId,
    workspace,
    person,
    message: null,
    locale: person.locale ?? workspace.locale,
    zone: person.timeZone ?? workspace.timeZone,
    now: await nowOf(db, workspaceId),
  };
}

/** A message with all that its pages and the answers to it need; null when its words or its reader are gone. */
export async function loadLink(
  db: Db,
  ref: { workspaceId: WorkspaceId; messageId: string; index: number },
): Promise<Link | null> {
  const { workspaceId, messageId, index } = ref;
  const row = await loadRow(db, workspaceId, messageId);
  if (!row) return null;
  const { workspace, message, person, matter, topic } = row;
  const { content } = message;
  if (content === null || person.erasedAt !== null) return null;
  return {
    index,
    workspaceId,
    workspace,
    message: { ...message, content },
    person,
    matter,
    topic,
    locale: person.locale ?? workspace.locale,
    zone: person.timeZone ?? workspace.timeZone,
    now: await nowOf(db, workspaceId),
  };
}

const WORKSPACE = {
  id: workspaces.id,
  name: workspaces.name,
  kind: workspaces.kind,
  brand: workspaces.brand,
  timeZone: workspaces.timeZone,
  locale: workspaces.locale,
  locales: workspaces.locales,
  personSide: workspaces.personSide,
};

async function loadRow(db: Db, workspaceId: WorkspaceId, messageId: string) {
  const [row] = await db
    .select({
      message: messages,
      person: people,
      topic: topics,
      workspace: WORKSPACE,
      matter: {
        ...{ id: cases.id, number: cases.number, subject: cases.subject },
        ...{ dueAt: cases.dueAt, personId: cases.personId },
      },
    })
    .from(messages)
    .innerJoin(workspaces, eq(workspaces.id, messages.workspaceId))
    .innerJoin(
      cases,
      and(eq(cases.workspaceId, messages.workspaceId), eq(cases.id, messages.caseId)),
    )
    .innerJoin(
      people,
      and(eq(people.workspaceId, messages.workspaceId), eq(people.id, messages.personId)),
    )
    .leftJoin(
      topics,
      and(eq(topics.workspaceId, messages.workspaceId), eq(topics.key, messages.topic)),
    )
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  return row;
}

/** The address of another page about the same message, on this server. */
export function siblingPath(ctx: Ctx, link: Link, purpose: LinkPurpose): string {
  const { workspaceId, message } = link;
  const token = { purpose, index: 0, workspaceId, messageId: message.id };
  return `/${purpose}/${mintToken(ctx.config.appSecret, token)}`;
}
