/** RFC 7208, 4.6.4: more terms that ask the name server than this are an error for every receiver. */
export const SPF_LOOKUPS_MAX = 10;

export type SpfTerm = { qualifier: "+" | "-" | "~" | "?"; name: string; value: string };

export type Spf = {
  terms: SpfTerm[];
  /** What is said about everybody else; null when nothing is. */
  all: SpfTerm["qualifier"] | null;
  redirect: string | null;
};

const MECHANISMS: readonly string[] = [
  "all",
  "include",
  "a",
  "mx",
  "ptr",
  "ip4",
  "ip6",
  "exists",
] as const;
const TERM = /^([+\-~?]?)([a-z][a-z0-9_.-]*)(?:[:/](.*))?$/i;
const MODIFIER = /^([a-z][a-z0-9_.-]*)=(.*)$/i;
const ASKING: readonly string[] = ["include", "a", "mx", "ptr", "exists"];

/** Whether a TXT record is one of SPF, well formed or not. */
export const isSpf = (text: string): boolean => /^v=spf1( |$)/i.test(text);

/** Reads a record (RFC 7208); a text where it cannot be read. */
export function parseSpf(text: string): Spf | { broken: string } {
  const terms: SpfTerm[] = [];
  let redirect: string | null = null;
  for (const word of text.trim().split(/ +/).slice(1)) {
    const modifier = MODIFIER.exec(word);
    if (modifier) {
      if (modifier[1]?.toLowerCase() === "redirect") redirect = modifier[2] ?? "";
      continue;
    }
    const [, qualifier = "", name = "", value = ""] = TERM.exec(word) ?? [];
    const mechanism = name.toLowerCase();
    if (!MECHANISMS.includes(mechanism)) return { broken: word };
    if (mechanism === "include" && value === "") return { broken: word };
    terms.push({ qualifier: (qualifier || "+") as SpfTerm["qualifier"], name: mechanism, value });
  }
  const all = terms.find((term) => term.name === "all");
  return { terms, all: all?.qualifier ?? null, redirect };
}

/** How many of a record's own terms ask the name server. */
export const lookupsOf = ({ terms, redirect, all }: Spf): number =>
  terms.filter(({ name }) => ASKING.includes(name)).length +
  (redirect !== null && all === null ? 1 : 0);

/** The domains whose records are part of this one. Those with macros cannot be known beforehand. */
export function includedBy({ terms, redirect, all }: Spf): string[] {
  const included = terms.filter(({ name }) => name === "include").map(({ value }) => value);
  const domains = redirect !== null && all === null ? [...included, redirect] : included;
  return domains.filter((domain) => !domain.includes("%")).map((domain) => domain.toLowerCase());
}
