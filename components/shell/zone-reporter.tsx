"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ZONE_COOKIE } from "@/core/operator/preferences";
import { remember } from "./remember";

/** Tells the server this browser's zone, once, so that the next page shows the viewer's own clock. */
export function ZoneReporter({ known }: { known: string }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    if (!timeZone || timeZone === known) return;
    remember(ZONE_COOKIE, timeZone);
    if (document.cookie.includes(`${ZONE_COOKIE}=`)) router.refresh();
  }, [known, router]);
  return null;
}
