/** An address that a click may open, or null: whatever a message says, nothing of it ever runs. */
export function safeHref(
  href: string | null | undefined,
  protocols: readonly string[],
): string | null {
  if (!href) return null;
  try {
    const url = new URL(href);
    return protocols.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export const WEB = ["https:", "http:"] as const;
export const IN_TEXT = [...WEB, "mailto:", "tel:"] as const;
