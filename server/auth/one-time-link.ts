import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { DAY_MS } from "@/core/time";
import type { Db } from "@/db/client";
import { hasVerification } from "@/db/queries/operators";
import { operatorVerifications } from "@/db/schema/operators";
import { newId } from "@/server/new-id";

const LINK_LIFETIME_MS = DAY_MS;
const TOKEN_BYTES = 32;

/** Only the hash is stored, so that a copy of the database signs nobody in. */
const identifierOf = (token: string) =>
  `sign-in-link:${createHash("sha256").update(token).digest("base64url")}`;

/** Makes a link that signs this operator in once, within 24 hours. Returns the absolute address. */
export async function createSignInLink(
  db: Db,
  operatorId: string,
  appUrl: string,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await db.insert(operatorVerifications).values({
    id: newId(),
    identifier: identifierOf(token),
    value: operatorId,
    expiresAt: new Date(Date.now() + LINK_LIFETIME_MS),
  });
  return new URL(`/sign-in/link/${token}`, appUrl).href;
}

/** Whether the link would still sign someone in. Changes nothing. */
export const isSignInLinkOpen = (db: Db, token: string): Promise<boolean> =>
  hasVerification(db, identifierOf(token), new Date());

/** Uses the link up and returns its operator's id; undefined when it was used, expired or never existed. */
export async function consumeSignInLink(db: Db, token: string): Promise<string | undefined> {
  const rows = await db
    .delete(operatorVerifications)
    .where(
      and(
        eq(operatorVerifications.identifier, identifierOf(token)),
        gt(operatorVerifications.expiresAt, new Date()),
      ),
    )
    .returning({ operatorId: operatorVerifications.value });
  return rows[0]?.operatorId;
}
