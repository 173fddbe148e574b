import { StateBadge } from "@/components/ui/state-badge";

/** How a workflow stands: “Live v4”, “Paused”, “Draft”. */
export function WorkflowBadge({
  status,
  liveVersion,
}: {
  status: "draft" | "live" | "paused" | "archived";
  liveVersion: number | null;
}) {
  if (status === "live" && liveVersion !== null) {
    return <StateBadge state="live">{`Live v${liveVersion}`}</StateBadge>;
  }
  return <StateBadge state={status} />;
}
