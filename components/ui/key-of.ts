const KEY_CHARS_MAX = 60;

/** A key from a name: `Billing reminders` → `billing-reminders`. Empty where a name has no Latin letter or digit. */
export const keyOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, KEY_CHARS_MAX)
    .replace(/^-+|-+$/g, "");
