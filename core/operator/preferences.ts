/** What a browser remembers about how it likes the console. Cookies, so that the server renders it at once. */
export const THEME_COOKIE = "ft-theme";
export const SIDEBAR_COOKIE = "ft-sidebar";
export const ZONE_COOKIE = "ft-zone";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The chosen theme; the system's when nothing, or nothing known, was chosen. */
export function themeFrom(raw: string | undefined): Theme {
  return THEMES.find((theme) => theme === raw) ?? "system";
}
