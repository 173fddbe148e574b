/** The lines of the course: their colours, and the dashes that tell them apart without colour. */
export const TREND_LINE_LOOKS = [
  { field: "responded", look: 1, color: "var(--ft-c1)", dash: "" },
  { field: "resolved", look: 2, color: "var(--ft-c2)", dash: "6 3" },
  { field: "escalated", look: 3, color: "var(--ft-c3)", dash: "2 3" },
] as const;
