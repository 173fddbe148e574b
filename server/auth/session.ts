import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { WorkspaceId } from "@/core/ids";
import type { Role } from "@/core/operator/role";
import { MINUTE_MS } from "@/core/time";
import { touchSession } from "@/db/queries/operator-writes";
import { findMembership } from "@/db/queries/operators";
import { ctx } from "@/server/boot";
import { auth } from "./current";
import { PATH_HEADER, signInPath } from "./next-path";

export type Operator = {
  operatorId: string;
  name: string;
  email: string;
  /** The session this request came with. */
  sessionId: string;
  secondFactor: boolean;
};

/** How late "last seen" may be: every page would otherwise write. */
const SEEN_EVERY_MS = 5 * MINUTE_MS;

/** What the request said, with its cookies as they are by now: an action may have changed them. */
export async function requestHeaders(): Promise<Headers> {
  const [asked, jar] = await Promise.all([headers(), cookies()]);
  const now = new Headers(asked);
  now.set("cookie", jar.toString());
  return now;
}

export type Member = Operator & {
  role: Role;
  workspaceId: WorkspaceId;
  workspace: {
    id: WorkspaceId;
    slug: string;
    name: string;
    kind: "live" | "sandbox";
    timeZone: string;
  };
};

/** Who is signed in, or undefined. Asked once per request. */
export const findOperator = cache(async (): Promise<Operator | undefined> => {
  const found = await auth().api.getSession({ headers: await requestHeaders() });
  if (!found) return undefined;
  const { user, session } = found;
  const now = new Date();
  if (now.getTime() - session.updatedAt.getTime() > SEEN_EVERY_MS) {
    await touchSession(ctx.db, user.id, session.id, now);
  }
  return {
    operatorId: user.id,
    name: user.name,
    email: user.email,
    sessionId: session.id,
    secondFactor: user.twoFactorEnabled === true,
  };
});

/**
 * The signed-in operator's membership of a workspace, or undefined.
 *
 * With the API-key gate, the only place that mints a `WorkspaceId` from a request.
 */
export const findMember = cache(async (slug: string): Promise<Member | undefined> => {
  const operator = await findOperator();
  if (!operator) return undefined;
  const row = await findMembership(ctx.db, operator.operatorId, slug);
  if (!row) return undefined;
  const { role, ...workspace } = row;
  return { ...operator, role, workspaceId: workspace.id, workspace };
});

/** For pages: the signed-in operator, or a redirect to sign-in that comes back here. */
export async function requireOperator(): Promise<Operator> {
  const operator = await findOperator();
  if (operator) return operator;
  redirect(signInPath((await headers()).get(PATH_HEADER)));
}

/** For pages: the membership; sign-in when signed out; not-found for a workspace that is not theirs. */
export async function requireMember(slug: string): Promise<Member> {
  await requireOperator();
  return (await findMember(slug)) ?? notFound();
}
