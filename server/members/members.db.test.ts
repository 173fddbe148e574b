import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError } from "@/core/errors";
import type { WorkspaceId } from "@/core/ids";
import type { Role } from "@/core/operator/role";
import { listInvitations, listMembers } from "@/db/queries/members";
import { findOperatorById } from "@/db/queries/operators";
import { auditLog } from "@/db/schema/operations";
import { invitations, operators } from "@/db/schema/operators";
import { people } from "@/db/schema/people";
import { addMember, createOperator } from "@/server/auth/first-operator";
import { newId } from "@/server/new-id";
import { type House, newWorkspace, testHouse } from "@/server/testing/house";
import { acceptInvitation } from "./accept-invitation";
import { changeRole, linkPerson, removeMember } from "./change-member";
import { dropSecondFactor, makePasswordLink } from "./help-member";
import { invite, resendInvitation } from "./invite";
import { revokeInvitation } from "./revoke-invitation";

const PASSWORD = "correct horse battery";

let house: House;
let workspaceId: WorkspaceId;
let owner: {
  workspaceId: WorkspaceId;
  actor: { kind: "operator"; id: string; name: string };
  locale: string;
};

beforeAll(async () => {
  house = await testHouse();
});
afterAll(() => house.database.drop());
beforeEach(async () => {
  ({ workspaceId } = await newWorkspace(house.ctx));
  const id = await member("owner", "Olga");
  owner = { workspaceId, actor: { kind: "operator", id, name: "Olga" }, locale: "en" };
});

async function member(role: Role, name = "Somebody", where = workspaceId): Promise<string> {
  const { db } = house.ctx;
  const operatorId = await createOperator(db, { email: `${newId()}@example.com`, name });
  await addMember(db, { workspaceId: where, operatorId, role });
  return operatorId;
}

async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const tokenIn = (url: string) => new URL(url).pathname.replace("/sign-in/invitation/", "");
const roles = async () =>
  (await listMembers(house.ctx.db, workspaceId)).map(({ role }) => role).sort();
const written = async () =>
  (
    await house.ctx.db
      .select({ action: auditLog.action })
      .from(auditLog)
      .where(eq(auditLog.workspaceId, workspaceId))
  ).map(({ action }) => action);

describe("an invitation", () => {
  const email = () => `${newId()}@example.com`;

  it("makes an account and a membership, once, of two presses in the same moment", async () => {
    const address = email();
    const { url, mailed } = await invite(house.ctx, owner, { email: address, role: "editor" });
    expect(mailed).toBe(false);
    const accept = () =>
      refusal(acceptInvitation(house.ctx.db, tokenIn(url), { name: "Eve", password: PASSWORD }));
    expect((await Promise.all([accept(), accept()])).sort()).toEqual(["conflict", "done"]);
    const found = (await listMembers(house.ctx.db, workspaceId)).find((m) => m.email === address);
    expect(found).toMatchObject({ name: "Eve", role: "editor" });
    expect(await written()).toEqual(expect.arrayContaining(["member.invited", "member.joined"]));
    expect(await listInvitations(house.ctx.db, workspaceId)).toEqual([]);
  });

  it("lets only the invited address in", async () => {
    const { url } = await invite(house.ctx, owner, { email: email(), role: "owner" });
    const other = await createOperator(house.ctx.db, { email: email(), name: "Mallory" });
    const accepting = { operatorId: other };
    expect(await refusal(acceptInvitation(house.ctx.db, tokenIn(url), accepting))).toBe(
      "forbidden",
    );
    expect(await listInvitations(house.ctx.db, workspaceId)).toHaveLength(1);
  });

  it("does not give a second account, or a password, to an address that has one", async () => {
    const operatorId = await createOperator(house.ctx.db, { email: email(), name: "Ann" });
    const known = await findOperatorById(house.ctx.db, operatorId);
    const { url } = await invite(house.ctx, owner, { email: known?.email ?? "", role: "viewer" });
    const asNew = { name: "Ann", password: PASSWORD };
    expect(await refusal(acceptInvitation(house.ctx.db, tokenIn(url), asNew))).toBe("conflict");
    expect(await refusal(acceptInvitation(house.ctx.db, tokenIn(url), { operatorId }))).toBe(
      "done",
    );
  });

  it("keeps only the hash of its link", async () => {
    const { url } = await invite(house.ctx, owner, { email: email(), role: "viewer" });
    const rows = await house.ctx.db.select().from(invitations);
    expect(JSON.stringify(rows)).not.toContain(tokenIn(url));
  });

  it("dies after seven days, when it is taken back, and when a newer link is made", async () => {
    const attempt = (url: string) =>
      refusal(acceptInvitation(house.ctx.db, tokenIn(url), { name: "Eve", password: PASSWORD }));
    const late = await invite(house.ctx, owner, { email: email(), role: "viewer" });
    const past = new Date(Date.now() - 1);
    await house.ctx.db
      .update(invitations)
      .set({ expiresAt: past })
      .where(eq(invitations.id, late.id));
    expect(await attempt(late.url)).toBe("conflict");
    const again = await resendInvitation(house.ctx, owner, late.id);
    expect(await attempt(late.url)).toBe("conflict");
    await revokeInvitation(house.ctx, owner, late.id);
    expect(await attempt(again.url)).toBe("conflict");
  });

  it("is one per address while it is good, and none for a member", async () => {
    const address = email();
    const first = await invite(house.ctx, owner, { email: address, role: "viewer" });
    const again = () => refusal(invite(house.ctx, owner, { email: address, role: "viewer" }));
    expect(await again()).toBe("conflict");
    await acceptInvitation(house.ctx.db, tokenIn(first.url), { name: "Eve", password: PASSWORD });
    expect(await again()).toBe("conflict");
  });

  it("of another workspace can be neither renewed nor taken back", async () => {
    const { id } = await invite(house.ctx, owner, { email: email(), role: "viewer" });
    const elsewhere = { ...owner, ...(await newWorkspace(house.ctx)), actor: owner.actor };
    expect(await refusal(resendInvitation(house.ctx, elsewhere, id))).toBe("not_found");
    expect(await refusal(revokeInvitation(house.ctx, elsewhere, id))).toBe("not_found");
  });
});

describe("the owners of a workspace", () => {
  it("are never none: the last one is neither demoted nor removed", async () => {
    const { id } = owner.actor;
    expect(await refusal(changeRole(house.ctx, owner, id, "admin"))).toBe("conflict");
    expect(await refusal(removeMember(house.ctx, owner, id))).toBe("conflict");
    expect(await roles()).toEqual(["owner"]);
  });

  it("are never none, also when two step down in the same moment", async () => {
    const second = await member("owner");
    const outcomes = await Promise.all([
      refusal(changeRole(house.ctx, owner, owner.actor.id, "viewer")),
      refusal(removeMember(house.ctx, owner, second)),
    ]);
    expect(outcomes.sort()).toEqual(["conflict", "done"]);
    expect((await roles()).filter((role) => role === "owner")).toHaveLength(1);
  });

  it("change roles and remove members, which is written down", async () => {
    const id = await member("viewer");
    await changeRole(house.ctx, owner, id, "editor");
    expect(await roles()).toEqual(["editor", "owner"]);
    await removeMember(house.ctx, owner, id);
    expect(await roles()).toEqual(["owner"]);
    expect(await written()).toEqual(
      expect.arrayContaining(["member.role_changed", "member.removed"]),
    );
  });

  it("reach nobody of another workspace", async () => {
    const other = await newWorkspace(house.ctx);
    const stranger = await member("viewer", "Stranger", other.workspaceId);
    for (const attempt of [
      () => changeRole(house.ctx, owner, stranger, "admin"),
      () => removeMember(house.ctx, owner, stranger),
      () => linkPerson(house.ctx, owner, stranger, null),
      () => makePasswordLink(house.ctx, owner, stranger),
      () => dropSecondFactor(house.ctx, owner, stranger),
    ]) {
      expect(await refusal(attempt())).toBe("not_found");
    }
  });
});

describe("a member's person", () => {
  it("is somebody of this workspace", async () => {
    const { db } = house.ctx;
    await db.insert(people).values({ workspaceId, id: "emp-1", name: "Olga Person" });
    const id = owner.actor.id;
    expect(await refusal(linkPerson(house.ctx, owner, id, "nobody"))).toBe("invalid");
    await linkPerson(house.ctx, owner, id, "emp-1");
    expect(await listMembers(db, workspaceId)).toMatchObject([
      { personId: "emp-1", personName: "Olga Person" },
    ]);
  });
});

describe("helping a member to sign in", () => {
  it("makes a link and takes away a lost second factor", async () => {
    const id = await member("responder");
    const { db } = house.ctx;
    await db.update(operators).set({ twoFactorEnabled: true }).where(eq(operators.id, id));
    expect(await makePasswordLink(house.ctx, owner, id)).toContain("/sign-in/reset/");
    await dropSecondFactor(house.ctx, owner, id);
    expect((await findOperatorById(db, id))?.twoFactorEnabled).toBe(false);
    expect(await written()).toEqual(
      expect.arrayContaining(["member.password_link_made", "member.second_factor_dropped"]),
    );
  });

  it("is refused for somebody who also belongs elsewhere, and for oneself", async () => {
    const id = await member("viewer");
    const other = await newWorkspace(house.ctx);
    await addMember(house.ctx.db, {
      workspaceId: other.workspaceId,
      operatorId: id,
      role: "owner",
    });
    for (const target of [id, owner.actor.id]) {
      expect(await refusal(makePasswordLink(house.ctx, owner, target))).toBe("forbidden");
      expect(await refusal(dropSecondFactor(house.ctx, owner, target))).toBe("forbidden");
    }
  });
});
