import { dmarcNames } from "@/core/domain/dmarc";
import type { Finding } from "@/core/domain/finding";
import { type Asked, judgeDkim, judgeDmarc, judgeReplies, judgeSpf } from "@/core/domain/judge";
import { includedBy, isSpf, lookupsOf, parseSpf, SPF_LOOKUPS_MAX } from "@/core/domain/spf";
import type { NameServer } from "./name-server";

/** A domain that email comes from, and what is known of how. */
export type SendingDomain = {
  domain: string;
  /** DKIM selectors that its accounts sign with; empty: nobody knows, so the usual ones are tried. */
  selectors: readonly string[];
  /** Those of them whose signatures are made here, so that their records are shown here, too. */
  ownSelectors: readonly string[];
  /** The names that envelopes come from, where bounces go; SPF is looked up there. */
  returnPaths: readonly string[];
};

/** What providers call theirs when nobody says. */
const USUAL_SELECTORS = [
  "resend",
  "google",
  "selector1",
  "selector2",
  "default",
  "mail",
  "dkim",
  "s1",
  "s2",
  "k1",
  "fm1",
  "mx",
] as const;

/**
 * Looks up what receivers look up before they believe an email of the domain: SPF (RFC 7208), DKIM
 * (RFC 6376), DMARC (RFC 7489). Never throws for what a name server says.
 */
export async function checkDomain(server: NameServer, asked: SendingDomain): Promise<Finding[]> {
  const [spf, dkim, dmarc] = await Promise.all([
    Promise.all(asked.returnPaths.map((name) => checkSpf(server, name))),
    checkDkim(server, asked),
    checkDmarc(server, asked.domain),
  ]);
  return [...spf, ...dkim, dmarc];
}

/** Whether replies to addresses of this domain can arrive. */
export async function checkReplies(server: NameServer, domain: string): Promise<Finding> {
  return judgeReplies({ name: domain, ...(await server.mx(domain)) });
}

async function checkSpf(server: NameServer, domain: string): Promise<Finding> {
  const asked = { name: domain, ...(await server.txt(domain)) };
  return judgeSpf(asked, await lookupsBelow(server, asked));
}

/** Follows includes until the limit is passed; what cannot be read asks for nothing. */
async function lookupsBelow(server: NameServer, first: Asked): Promise<number> {
  const seen = new Set([first.name]);
  let lookups = 0;
  let asked: Asked[] = [first];
  while (asked.length > 0 && lookups <= SPF_LOOKUPS_MAX) {
    const next = new Set<string>();
    for (const one of asked) {
      const record = one.answered ? one.records.find(isSpf) : undefined;
      const spf = record === undefined ? null : parseSpf(record);
      if (!spf || "broken" in spf) continue;
      lookups += lookupsOf(spf);
      for (const domain of includedBy(spf)) if (!seen.has(domain)) next.add(domain);
    }
    const names = [...next].slice(0, SPF_LOOKUPS_MAX);
    for (const name of names) seen.add(name);
    asked = await Promise.all(names.map(async (name) => ({ name, ...(await server.txt(name)) })));
  }
  return lookups;
}

async function checkDkim(server: NameServer, asked: SendingDomain): Promise<Finding[]> {
  const { domain, selectors, ownSelectors } = asked;
  const look = async (selector: string): Promise<Finding> => {
    const name = `${selector}._domainkey.${domain}`;
    const whose = ownSelectors.includes(selector) ? "own" : "provider";
    return judgeDkim({ name, ...(await server.txt(name)) }, selector, whose);
  };
  if (selectors.length > 0) return Promise.all(selectors.map(look));
  const tried = await Promise.all(USUAL_SELECTORS.map(look));
  const found = tried.filter(({ code }) => code !== "dkim_missing" && code !== "not_answered");
  if (found.length > 0) return found;
  const silent = tried.find(({ code }) => code === "not_answered");
  if (silent) return [silent];
  const name = `*._domainkey.${domain}`;
  return [
    { check: "dkim", level: "unknown", code: "dkim_not_found", params: {}, name, record: "" },
  ];
}

async function checkDmarc(server: NameServer, domain: string): Promise<Finding> {
  const asked = await Promise.all(
    dmarcNames(domain).map(async (name) => ({ name, ...(await server.txt(name)) })),
  );
  return judgeDmarc(asked);
}
