const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const DOMAIN_CHARS_MAX = 253;

/** The domain that an address (`Name <a@b>` or `a@b`) is of, lower case; null for one without. */
export function domainOf(address: string): string | null {
  const bare = /<([^<>]*)>\s*$/.exec(address)?.[1] ?? address;
  const domain = bare
    .slice(bare.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, "");
  return !/\p{Cc}/u.test(address) && bare.includes("@") && isDomain(domain) ? domain : null;
}

/** A public name: two labels or more, none of them odd. */
export const isDomain = (text: string): boolean =>
  text.length <= DOMAIN_CHARS_MAX &&
  text.includes(".") &&
  text.split(".").every((label) => LABEL.test(label)) &&
  !/^\d+$/.test(text.slice(text.lastIndexOf(".") + 1));
