"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { LiveControl } from "@/components/live/live-control";
import { useAnnounce, useLive } from "@/components/live/live-provider";
import { newsAbout } from "@/components/live/news-about";
import type { LiveTopic } from "@/core/live/topics";

const USUAL: readonly LiveTopic[] = ["cases", "messages"];

/** Keeps a page current: it is rendered anew when something of its topics changed. Shows the control. */
export function LiveRefresh({
  topics = USUAL,
  caseId,
}: {
  topics?: readonly LiveTopic[];
  /** For the page of a case: only what happens to it and its messages matters. */
  caseId?: string | undefined;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  useLive(topics, (all) => {
    const news = caseId === undefined ? all : newsAbout(all, caseId);
    if (!news) return;
    startTransition(() => router.refresh());
    announce(news.changes);
  });
  return <LiveControl />;
}
