import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { DAY_MS, HOUR_MS } from "@/core/time";
import type { Db } from "@/db/client";
import { hasVerification } from "@/db/queries/operators";
import { operatorVerifications } from "@/db/schema/operators";
import { newId } from "@/server/new-id";

/** What a link does when its button is pressed, where it leads, and how long it lives. */
const LINKS = {
  "sign-in-link": { path: "/sign-in/link/", lifetimeMs: DAY_MS },
  "password-link": { path: "/sign-in/reset/", lifetimeMs: HOUR_MS },
} as const;

type LinkKind = keyof typeof LINKS;

const TOKEN_BYTES = 32;

/** A secret for a link: 256 bits. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** Only the hash is stored, so that a copy of the database opens nothing. */
export const hashOfToken = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

const identifierOf = (kind: LinkKind, token: string) => `${kind}:${hashOfToken(token)}`;

/** Makes a link that works once: signing in within 24 hours, a new password within one. Returns the absolute address. */
export async function createOneTimeLink(
  db: Db,
  kind: LinkKind,
  operatorId: string,
  appUrl: string,
): Promise<string> {
  const token = newToken();
  const { path, lifetimeMs } = LINKS[kind];
  await db.insert(operatorVerifications).values({
    id: newId(),
    identifier: identifierOf(kind, token),
    value: operatorId,
    expiresAt: new Date(Date.now() + lifetimeMs),
  });
  return new URL(`${path}${token}`, appUrl).href;
}

/** Makes a link that signs this operator in once, within 24 hours. Returns the absolute address. */
export const createSignInLink = (db: Db, operatorId: string, appUrl: string): Promise<string> =>
  createOneTimeLink(db, "sign-in-link", operatorId, appUrl);

/** Whether the link would still work. Changes nothing. */
export const isLinkOpen = (db: Db, kind: LinkKind, token: string): Promise<boolean> =>
  hasVerification(db, identifierOf(kind, token), new Date());

/** Uses the link up and returns its operator's id; undefined when it was used, expired or never existed. */
export async function consumeLink(
  db: Db,
  kind: LinkKind,
  token: string,
): Promise<string | undefined> {
  const rows = await db
    .delete(operatorVerifications)
    .where(
      and(
        eq(operatorVerifications.identifier, identifierOf(kind, token)),
        gt(operatorVerifications.expiresAt, new Date()),
      ),
    )
    .returning({ operatorId: operatorVerifications.value });
  return rows[0]?.operatorId;
}
