import "server-only";
import { cookies, headers } from "next/headers";
import { ZONE_COOKIE } from "@/core/operator/preferences";

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

/** Whose clock and language a console page is rendered in. */
export async function viewer(fallbackZone: string): Promise<Viewer> {
  const zone = decodeURIComponent((await cookies()).get(ZONE_COOKIE)?.value ?? "");
  const accepted = (await headers()).get("accept-language")?.split(/[,;]/)[0]?.trim() ?? "";
  return {
    zone:
      zone && isKnown(() => new Intl.DateTimeFormat("en", { timeZone: zone }))
        ? zone
        : fallbackZone,
    locale:
      accepted.startsWith("en") && isKnown(() => new Intl.Locale(accepted)) ? accepted : "en-GB",
  };
}
