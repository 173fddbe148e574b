import type { StateName } from "@/components/ui/state-badge";
import type { MessageStatus } from "@/core/delivery/message-status";

type Came = {
  status: MessageStatus;
  openedAt: Date | null;
  openedBy: "human" | "proxy" | "scanner" | "unknown" | null;
  clickedAt: Date | null;
};

/** The furthest a message is known to have come; what a machine opened does not count. */
export function messageState({ status, openedAt, openedBy, clickedAt }: Came): StateName {
  if (status !== "sent" && status !== "delivered") return status;
  if (clickedAt) return "clicked";
  return openedAt && openedBy === "human" ? "opened" : status;
}
