import "server-only";
import { cookies, headers } from "next/headers";
import { HOURS_COOKIE, LOCALE_COOKIE, withHours, ZONE_COOKIE } from "@/core/operator/preferences";
import { preferredLocale } from "@/server/http/language";

export type Viewer = {
  /** IANA zone of the person who looks; the workspace's until their browser has told us. */
  zone: string;
  /** BCP 47. */
  locale: string;
};

const isKnown = (make: () => unknown): boolean => {
  try {
    make();
    return true;
  } catch {
    return false;
  }
};

/** Whose clock and language a console page is rendered in: what they chose, else what their browser says. */
export async function viewer(fallbackZone: string): Promise<Viewer> {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  const chosen = (name: string) => decodeURIComponent(jar.get(name)?.value ?? "");
  const zone = chosen(ZONE_COOKIE);
  const locale = chosen(LOCALE_COOKIE);
  const spoken =
    locale && isKnown(() => new Intl.Locale(locale))
      ? locale
      : preferredLocale(asked.get("accept-language"), "en-GB");
  return {
    zone:
      zone && isKnown(() => new Intl.DateTimeFormat("en", { timeZone: zone }))
        ? zone
        : fallbackZone,
    locale: withHours(spoken, chosen(HOURS_COOKIE)),
  };
}
