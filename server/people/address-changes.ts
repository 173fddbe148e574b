import type { InlinePerson } from "@/core/contracts/people";
import type { Channel } from "@/core/template/channel";

/** One channel of one person: the address it has from now on, or none. */
export type AddressChange = { personId: string; channel: Channel; address: string | null };

/** A person's addresses on the channels that are written through fields. */
export type KnownAddress = { channel: string; address: string };

/**
 * Which channels change. An address given is the only one of its channel: the one it replaces may by
 * now be somebody else's.
 */
export function addressChanges(
  input: Pick<InlinePerson, "id" | "email" | "phone">,
  known: readonly KnownAddress[],
  mode: "replace" | "merge",
): AddressChange[] {
  const wanted = [
    { channel: "email", address: input.email },
    { channel: "sms", address: input.phone },
  ] as const;
  return wanted.flatMap(({ channel, address }) => {
    if (address === undefined && mode === "merge") return [];
    const now = known.filter((each) => each.channel === channel).map((each) => each.address);
    const isSame = address ? now.length === 1 && now[0] === address : now.length === 0;
    return isSame ? [] : [{ personId: input.id, channel, address: address ?? null }];
  });
}
