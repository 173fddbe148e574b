import {
  Archive,
  Ban,
  BellRing,
  CalendarClock,
  Check,
  CircleDot,
  CircleHelp,
  CirclePause,
  CircleSlash,
  Clock,
  Clock3,
  Eye,
  Hand,
  Hourglass,
  Loader,
  type LucideIcon,
  MailCheck,
  Moon,
  MousePointerClick,
  Pause,
  PencilLine,
  Send,
  TimerOff,
  Triangle,
  X,
} from "lucide-react";
import type { CaseStatus } from "@/core/case/state";
import type { MessageStatus } from "@/core/delivery/message-status";

export type StateTone =
  | "waiting"
  | "due"
  | "escalated"
  | "failed"
  | "resolved"
  | "snoozed"
  | "muted";

type Look = { word: string; tone: StateTone; icon: LucideIcon };

const STATES = {
  open: { word: "Open", tone: "waiting", icon: Clock3 },
  waiting: { word: "Waiting", tone: "waiting", icon: Clock },
  due: { word: "Due", tone: "due", icon: BellRing },
  overdue: { word: "Overdue", tone: "due", icon: Hourglass },
  escalated: { word: "Escalated", tone: "escalated", icon: Triangle },
  acknowledged: { word: "Acknowledged", tone: "waiting", icon: Hand },
  resolved: { word: "Resolved", tone: "resolved", icon: Check },
  failed: { word: "Failed", tone: "failed", icon: X },
  snoozed: { word: "Snoozed", tone: "snoozed", icon: Moon },
  held: { word: "Held", tone: "due", icon: Pause },
  canceled: { word: "Canceled", tone: "muted", icon: Ban },
  expired: { word: "Expired", tone: "muted", icon: TimerOff },
  planned: { word: "Planned", tone: "muted", icon: CalendarClock },
  unknown: { word: "Unknown", tone: "failed", icon: CircleHelp },
  sending: { word: "Sending", tone: "waiting", icon: Loader },
  sent: { word: "Sent", tone: "resolved", icon: Send },
  delivered: { word: "Delivered", tone: "resolved", icon: MailCheck },
  opened: { word: "Opened", tone: "resolved", icon: Eye },
  clicked: { word: "Clicked", tone: "resolved", icon: MousePointerClick },
  not_sent: { word: "Not sent", tone: "muted", icon: CircleSlash },
  live: { word: "Live", tone: "resolved", icon: CircleDot },
  draft: { word: "Draft", tone: "muted", icon: PencilLine },
  paused: { word: "Paused", tone: "due", icon: CirclePause },
  archived: { word: "Archived", tone: "muted", icon: Archive },
} as const satisfies Record<CaseStatus | MessageStatus, Look> & Record<string, Look>;

export type StateName = keyof typeof STATES;

/** The word a state is called by, everywhere. */
export const stateWord = (state: StateName): string => STATES[state].word;

/**
 * The only way to render a state: icon, word and colour together, because the colours alone
 * are not told apart by everyone. `children` replaces the word by a longer one ("Live v4").
 */
export function StateBadge({
  state,
  bare = false,
  children,
}: {
  state: StateName;
  /** Without the soft ground, for dense rows. */
  bare?: boolean;
  children?: string;
}) {
  const { word, tone, icon: Icon } = STATES[state];
  return (
    <span className="ft-badge" data-tone={tone} data-bare={bare} data-state={state}>
      <Icon aria-hidden="true" fill={state === "escalated" ? "currentColor" : "none"} />
      {children ?? word}
    </span>
  );
}
