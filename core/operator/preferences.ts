/** What a browser remembers about how it likes the console. Cookies, so that the server renders it at once. */
export const THEME_COOKIE = "ft-theme";
export const SIDEBAR_COOKIE = "ft-sidebar";
export const ZONE_COOKIE = "ft-zone";
/** BCP 47; absent: the browser's. */
export const LOCALE_COOKIE = "ft-locale";
export const HOURS_COOKIE = "ft-hours";
export const DENSITY_COOKIE = "ft-density";
export const MOTION_COOKIE = "ft-motion";
/** `off` takes the single-key shortcuts away (WCAG 2.1.4); those with a modifier stay. */
export const SHORTCUTS_COOKIE = "ft-shortcuts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The chosen theme; the system's when nothing, or nothing known, was chosen. */
export function themeFrom(raw: string | undefined): Theme {
  return THEMES.find((theme) => theme === raw) ?? "system";
}

export const HOURS = ["auto", "h12", "h23"] as const;

export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** The locale with the clock the reader chose: `en-US` and `h23` give `en-US-u-hc-h23`. */
export function withHours(locale: string, raw: string | undefined): string {
  const hours = HOURS.find((choice) => choice === raw) ?? "auto";
  return hours === "auto" || locale.includes("-u-") ? locale : `${locale}-u-hc-${hours}`;
}

export function densityFrom(raw: string | undefined): Density {
  return DENSITIES.find((density) => density === raw) ?? "comfortable";
}
