import {
  ArrowUpCircle,
  Bell,
  CircleCheck,
  Clock,
  FlaskConical,
  GitBranch,
  Globe,
  Hourglass,
  Inbox,
  type LucideIcon,
  Mail,
  MessageSquare,
  PenLine,
  Repeat2,
  Send,
  Webhook,
} from "lucide-react";
import type { Step } from "@/core/workflow/step";
import { channelOf } from "@/core/workflow/steps/shared";

const ICONS: Record<string, LucideIcon> = {
  email: Mail,
  sms: MessageSquare,
  push: Bell,
  in_app: Inbox,
  webhook: Webhook,
  send: Send,
  wait: Clock,
  wait_until: Clock,
  wait_for: Clock,
  wait_for_response: Hourglass,
  branch: GitBranch,
  split: FlaskConical,
  repeat: Repeat2,
  escalate: ArrowUpCircle,
  update: PenLine,
  call: Globe,
  close: CircleCheck,
};

/** The picture of a kind of step or of a channel; its word always stands beside it. */
export function KindIcon({ kind, size = 16 }: { kind: string; size?: number }) {
  const Icon = ICONS[kind] ?? Send;
  return <Icon aria-hidden="true" size={size} className="text-ft-3" />;
}

/** The channel of a step that sends by one, else its kind. */
export function iconOf(step: Step): string {
  if (step.kind !== "send") return step.kind;
  const channels = (step.channels ?? step.anyOf ?? []).map((entry) => channelOf(entry).channel);
  return channels.length === 1 ? (channels[0] ?? "send") : "send";
}
