"use client";

import { useText } from "@/components/text/text-provider";
import { StateBadge } from "@/components/ui/state-badge";

/** How a workflow stands: “Live v4”, “Paused”, “Draft”. */
export function WorkflowBadge({
  status,
  liveVersion,
}: {
  status: "draft" | "live" | "paused" | "archived";
  liveVersion: number | null;
}) {
  const t = useText();
  if (status === "live" && liveVersion !== null) {
    return (
      <StateBadge state="live">{t("workflows.liveVersion", { version: liveVersion })}</StateBadge>
    );
  }
  return <StateBadge state={status} />;
}
