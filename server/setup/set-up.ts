import { sql } from "drizzle-orm";
import { AppError } from "@/core/errors";
import { type Db, inTransaction } from "@/db/client";
import { hasOperator } from "@/db/queries/operators";
import { addMember, createOperator } from "@/server/auth/first-operator";
import { createWorkspace } from "@/server/workspaces/create-workspace";
import { slugOf } from "@/server/workspaces/slug";

export type FirstRun = {
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  /** IANA name. */
  timeZone: string;
};

/** Any number, the same in every process: the lock that lets one first run through. */
const SETUP_LOCK = 7_020_431;

/**
 * The first run: an owner and their live workspace, in one transaction. Returns its slug.
 *
 * Refuses (`conflict`) once any operator exists, also when two first runs race.
 */
export async function setUp(db: Db, input: FirstRun): Promise<{ slug: string }> {
  return inTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
    if (await hasOperator(tx)) {
      throw new AppError("conflict", "This installation is set up already. Sign in instead.");
    }
    const operatorId = await createOperator(tx, input);
    const slug = slugOf(input.workspaceName);
    const workspaceId = await createWorkspace(tx, {
      slug,
      name: input.workspaceName,
      kind: "live",
      timeZone: input.timeZone,
    });
    await addMember(tx, { workspaceId, operatorId, role: "owner" });
    return { slug };
  });
}
