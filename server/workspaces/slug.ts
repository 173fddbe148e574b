const RESERVED: ReadonlySet<string> = new Set(
  "p a u v o c w api docs setup sign-in sign-out".split(" "),
);
const SLUG_LENGTH_MAX = 40;

export const isReservedSlug = (slug: string): boolean => RESERVED.has(slug);

/** A workspace's address from its name: `Café Zürich` → `cafe-zurich`. Never empty, never reserved. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, SLUG_LENGTH_MAX)
    .replace(/^-+|-+$/g, "");
  return slug === "" || isReservedSlug(slug) ? `${slug}-workspace`.replace(/^-/, "") : slug;
}
