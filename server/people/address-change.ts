import type { Actor } from "@/core/case/state";
import { AppError } from "@/core/errors";
import type { Instant } from "@/core/time";
import { inTransaction, type Tx } from "@/db/client";
import {
  countLately,
  countWrongTry,
  deleteAddressChange,
  endLinksBefore,
  findAddressChange,
  verifyAddress,
  type Whose,
  writeAddressChange,
} from "@/db/queries/address-changes";
import { audit } from "@/db/queries/audit";
import { findPerson, listContactPoints } from "@/db/queries/people";
import { lockPerson, replaceAddresses } from "@/db/queries/people-writes";
import { factsChanged } from "@/server/cases/facts-changed";
import { nowOf } from "@/server/clock/clock";
import type { Ctx } from "@/server/context";
import { CODE_MS_MAX, CODE_TRIES_MAX, isAddressCode } from "@/server/letters/address-code";
import { newId } from "@/server/new-id";
import { maskAddress } from "@/server/public/mask";
import { tell } from "@/server/webhooks/tell";

/** Codes a person is sent within an hour, over all their channels. */
export const CODES_PER_HOUR = 3;
/** Old addresses that are told: a person has one, or few. */
const TOLD_MAX = 3;

/**
 * Sends a code to an address that a person wants to be reached at; nothing changes until they repeat
 * it. `too_many` when they asked too often. Whose else the address is makes no difference. Throws
 * `not_found`.
 */
export async function askAddressChange(
  ctx: Ctx,
  whose: Whose,
  address: string,
): Promise<"asked" | "too_many"> {
  const { workspaceId, personId, channel } = whose;
  return inTransaction(ctx.db, async (tx) => {
    const actor = await lockedActor(tx, whose);
    const action = "address.change_asked";
    const asked = await countLately(tx, workspaceId, personId, action, 1);
    if (asked >= CODES_PER_HOUR) return "too_many";
    const [known = null] = await addressesOf(tx, whose);
    const id = newId();
    await writeAddressChange(tx, whose, { id, address, replaces: known });
    const detail = { channel, address: maskAddress(address) };
    await audit(tx, workspaceId, { id: newId(), actor, action, target: personId, detail });
    const letter = { kind: "code" as const, channel, changeId: id };
    await ctx.enqueue(tx, "person.letter", { workspaceId, personId, id: newId(), letter });
    return "asked";
  });
}

export type Confirmed =
  /** `issuedAt`: when links that go on working are made. */
  | { kind: "changed"; address: string; linksEnded: boolean; issuedAt: Instant }
  | { kind: "wrong"; triesLeft: number }
  /** None waits, its time is over, or too many were wrong. */
  | { kind: "over" };

/**
 * Takes a code for the address it was sent to: that one is the person's only one of its channel from
 * now on, what it replaces is told, and links made before lead nowhere. Consent stays as it is. Two at
 * once change once. Throws `not_found`.
 */
export async function confirmAddressChange(
  ctx: Ctx,
  whose: Whose,
  code: string,
): Promise<Confirmed> {
  const { workspaceId, personId, channel } = whose;
  return inTransaction(ctx.db, async (tx) => {
    const actor = await lockedActor(tx, whose);
    const change = await findAddressChange(tx, whose);
    if (!change || change.ageMs > CODE_MS_MAX || change.wrongTries >= CODE_TRIES_MAX) {
      return { kind: "over" };
    }
    if (!isAddressCode(ctx.config.appSecret, change.id, code)) {
      await countWrongTry(tx, whose);
      const triesLeft = CODE_TRIES_MAX - change.wrongTries - 1;
      return triesLeft === 0 ? { kind: "over" } : { kind: "wrong", triesLeft };
    }
    const { address } = change;
    const replaced = (await addressesOf(tx, whose)).filter((known) => known !== address);
    await replaceAddresses(tx, workspaceId, [{ personId, channel, address }]);
    await verifyAddress(tx, whose, address);
    await deleteAddressChange(tx, whose);
    const issuedAt = await nowOf(tx, workspaceId);
    const linksEnded = replaced.length > 0;
    if (linksEnded) await endLinksBefore(tx, workspaceId, personId, new Date(issuedAt));
    await tellReplaced(ctx, tx, whose, replaced, maskAddress(address));
    tell(tx, workspaceId, { type: "preference.updated", personId });
    await factsChanged(ctx, tx, workspaceId, { personIds: [personId] }, "person");
    const detail = { channel, from: replaced.map(maskAddress), to: maskAddress(address) };
    const action = "address.changed";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: personId, detail });
    return { kind: "changed", address, linksEnded, issuedAt };
  });
}

/** Gives up a change that waits for its code. */
export const dropAddressChange = (ctx: Ctx, whose: Whose): Promise<void> =>
  inTransaction(ctx.db, (tx) => deleteAddressChange(tx, whose));

async function lockedActor(tx: Tx, { workspaceId, personId }: Whose): Promise<Actor> {
  const isThere = await lockPerson(tx, workspaceId, personId);
  const person = isThere && (await findPerson(tx, workspaceId, personId));
  if (!person) throw new AppError("not_found", "There is no such person.");
  return { kind: "person", id: personId, name: person.name };
}

async function addressesOf(tx: Tx, { workspaceId, personId, channel }: Whose): Promise<string[]> {
  const points = await listContactPoints(tx, workspaceId, [personId]);
  return points.filter((point) => point.channel === channel).map(({ address }) => address);
}

async function tellReplaced(
  ctx: Ctx,
  tx: Tx,
  { workspaceId, personId, channel }: Whose,
  replaced: readonly string[],
  newAddress: string,
): Promise<void> {
  for (const to of replaced.slice(0, TOLD_MAX)) {
    const letter = { kind: "address_changed" as const, channel, to, newAddress };
    await ctx.enqueue(tx, "person.letter", { workspaceId, personId, id: newId(), letter });
  }
}
