import { lookup as lookUp } from "node:dns/promises";
import { isIP } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { checkUnicastPolicy } from "@atproto-labs/fetch-node";
import { SECOND_MS } from "@/core/time";
import { refuseAny } from "@/server/channels/account-input";
import { urlProblems } from "@/server/channels/kinds/fields";
import type { Config } from "@/server/config";

/** A name server that does not answer holds nobody up: the name is looked up again for every call. */
const LOOKUP_MS = 3 * SECOND_MS;
const PATH = "url";

type Lookup = (name: string) => Promise<{ address: string; family: number }[]>;

/**
 * Refuses (`invalid`) an address that must not or cannot be called: no https, with a user or a
 * password, without a name, or inside our own network by its name, its address or where its name leads.
 */
export async function checkUrl(
  { allowPrivateCalls }: Pick<Config, "allowPrivateCalls">,
  text: string,
  lookup: Lookup = (name) => lookUp(name, { all: true }),
): Promise<void> {
  const { username, password, hostname } = new URL(text);
  const refuse = (message: string) => refuseAny([{ path: PATH, message }]);
  if (username !== "" || password !== "") refuse("an address without user and password");
  if (allowPrivateCalls) return;
  refuseAny(urlProblems(PATH, text, allowPrivateCalls));
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) {
    refuse("a server with a name, not with an IP address");
  }
  if (!hostname.includes(".") || (await leadsInside(hostname, lookup))) {
    refuse("a server of the inner network is called only with ALLOW_PRIVATE_CALLS");
  }
}

/** A name that is not known yet may be tomorrow. */
async function leadsInside(name: string, lookup: Lookup): Promise<boolean> {
  const found = await Promise.race([
    lookup(name).catch(() => []),
    sleep(LOOKUP_MS, [], { ref: false }),
  ]);
  return found.some(({ address, family }) => {
    const url = new URL(`https://${family === 6 ? `[${address}]` : address}`);
    return checkUnicastPolicy(url) !== undefined;
  });
}
