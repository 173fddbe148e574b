"use client";

import {
  CalendarClock,
  CircleDot,
  CircleSlash,
  type LucideIcon,
  Pause,
  Send,
  Triangle,
  User,
  Waypoints,
  X,
} from "lucide-react";
import { useText } from "@/components/text/text-provider";
import type { DecisionClass } from "@/core/sentence/decision-class";

const GLYPHS = {
  sent: { icon: Send, colour: "text-(--ft-resolved)" },
  held: { icon: Pause, colour: "text-(--ft-due)" },
  not_sent: { icon: CircleSlash, colour: "text-ft-3" },
  failed: { icon: X, colour: "text-(--ft-failed)" },
  escalation: { icon: Triangle, colour: "text-(--ft-escalated)" },
  case: { icon: CircleDot, colour: "text-(--ft-waiting)" },
  person: { icon: User, colour: "text-ft-accent" },
  decision: { icon: Waypoints, colour: "text-ft-3" },
} as const satisfies Record<DecisionClass, { icon: LucideIcon; colour: string }>;

const PLANNED = { icon: CalendarClock, colour: "text-ft-3" };

/** What a line of the timeline is about: a silhouette and, for those who do not see it, its word. */
export function ClassGlyph({ of }: { of: DecisionClass | "planned" }) {
  const t = useText();
  const { icon: Icon, colour } = of === "planned" ? PLANNED : GLYPHS[of];
  const word = t(`case.class_${of}`);
  return (
    <span className={`mt-0.5 ${colour}`} title={word}>
      <Icon aria-hidden="true" size={16} />
      <span className="sr-only">{word}: </span>
    </span>
  );
}
