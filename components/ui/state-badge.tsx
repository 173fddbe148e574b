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
import type { TextKey } from "@/components/text/messages";
import { Say } from "@/components/text/say";
import type { Text } from "@/components/text/text";
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

type Look = { word: TextKey; tone: StateTone; icon: LucideIcon };

const STATES = {
  open: { word: "ui.stateOpen", tone: "waiting", icon: Clock3 },
  waiting: { word: "ui.stateWaiting", tone: "waiting", icon: Clock },
  due: { word: "ui.stateDue", tone: "due", icon: BellRing },
  overdue: { word: "ui.stateOverdue", tone: "due", icon: Hourglass },
  escalated: { word: "ui.stateEscalated", tone: "escalated", icon: Triangle },
  acknowledged: { word: "ui.stateAcknowledged", tone: "waiting", icon: Hand },
  resolved: { word: "ui.stateResolved", tone: "resolved", icon: Check },
  failed: { word: "ui.stateFailed", tone: "failed", icon: X },
  snoozed: { word: "ui.stateSnoozed", tone: "snoozed", icon: Moon },
  held: { word: "ui.stateHeld", tone: "due", icon: Pause },
  canceled: { word: "ui.stateCanceled", tone: "muted", icon: Ban },
  expired: { word: "ui.stateExpired", tone: "muted", icon: TimerOff },
  planned: { word: "ui.statePlanned", tone: "muted", icon: CalendarClock },
  unknown: { word: "ui.stateUnknown", tone: "failed", icon: CircleHelp },
  sending: { word: "ui.stateSending", tone: "waiting", icon: Loader },
  sent: { word: "ui.stateSent", tone: "resolved", icon: Send },
  delivered: { word: "ui.stateDelivered", tone: "resolved", icon: MailCheck },
  opened: { word: "ui.stateOpened", tone: "resolved", icon: Eye },
  clicked: { word: "ui.stateClicked", tone: "resolved", icon: MousePointerClick },
  not_sent: { word: "ui.stateNotSent", tone: "muted", icon: CircleSlash },
  live: { word: "ui.stateLive", tone: "resolved", icon: CircleDot },
  draft: { word: "ui.stateDraft", tone: "muted", icon: PencilLine },
  paused: { word: "ui.statePaused", tone: "due", icon: CirclePause },
  archived: { word: "ui.stateArchived", tone: "muted", icon: Archive },
} as const satisfies Record<CaseStatus | MessageStatus, Look> & Record<string, Look>;

export type StateName = keyof typeof STATES;

/** The word a state is called by, everywhere. */
export const stateWord = (state: StateName, t: Text): string => t(STATES[state].word);

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
      {children ?? <Say text={word} />}
    </span>
  );
}
