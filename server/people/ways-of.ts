import type { Switched } from "@/core/delivery/switched";
import type { WorkspaceId } from "@/core/ids";
import type { Db, Tx } from "@/db/client";
import { listAddresses } from "@/db/queries/people";

/** Why a channel cannot reach somebody. */
export type Unreachable = "no_address" | "unverified" | "suppressed" | "stopped";
export type Ways = Record<Switched, Unreachable | null>;

/** Why each channel cannot reach a person; null where it does. In-app messages need no address. */
export async function waysOf(
  db: Db | Tx,
  workspaceId: WorkspaceId,
  personId: string,
): Promise<Ways> {
  const addresses = await listAddresses(db, workspaceId, personId);
  const why = (channel: Switched): Unreachable | null => {
    const own = addresses.filter((one) => one.channel === channel);
    if (own.some((one) => one.verifiedAt !== null && one.reason === null)) return null;
    if (own.some((one) => one.reason === "stopped")) return "stopped";
    if (own.some((one) => one.reason !== null)) return "suppressed";
    return own.length === 0 ? "no_address" : "unverified";
  };
  return { email: why("email"), sms: why("sms"), push: why("push"), in_app: null };
}
