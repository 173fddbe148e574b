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
import type { DecisionClass } from "@/core/sentence/decision-class";

const GLYPHS = {
  sent: { icon: Send, word: "Sent", colour: "text-(--ft-resolved)" },
  held: { icon: Pause, word: "Held", colour: "text-(--ft-due)" },
  not_sent: { icon: CircleSlash, word: "Not sent", colour: "text-ft-3" },
  failed: { icon: X, word: "Failed", colour: "text-(--ft-failed)" },
  escalation: { icon: Triangle, word: "Escalation", colour: "text-(--ft-escalated)" },
  case: { icon: CircleDot, word: "Case", colour: "text-(--ft-waiting)" },
  person: { icon: User, word: "Person", colour: "text-ft-accent" },
  decision: { icon: Waypoints, word: "Decision", colour: "text-ft-3" },
} as const satisfies Record<DecisionClass, { icon: LucideIcon; word: string; colour: string }>;

const PLANNED = { icon: CalendarClock, word: "Planned", colour: "text-ft-3" };

/** What a line of the timeline is about: a silhouette and, for those who do not see it, its word. */
export function ClassGlyph({ of }: { of: DecisionClass | "planned" }) {
  const { icon: Icon, word, colour } = of === "planned" ? PLANNED : GLYPHS[of];
  return (
    <span className={`mt-0.5 ${colour}`} title={word}>
      <Icon aria-hidden="true" size={16} />
      <span className="sr-only">{word}: </span>
    </span>
  );
}

const isClass = (word: string): word is DecisionClass => Object.hasOwn(GLYPHS, word);

/** A class as it was stored; one this version does not know is shown as a decision. */
export const classFrom = (word: string): DecisionClass => (isClass(word) ? word : "decision");
