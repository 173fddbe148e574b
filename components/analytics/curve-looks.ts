import type { Split } from "@/core/filter/report-asked";

export type CurveLook = { look: number; color: string; dash: string };

/** Lines of a chart, told apart by colour and by dash. */
const LOOKS: readonly CurveLook[] = [
  { look: 1, color: "var(--ft-c1)", dash: "" },
  { look: 2, color: "var(--ft-c2)", dash: "6 3" },
  { look: 3, color: "var(--ft-c3)", dash: "2 3" },
  { look: 4, color: "var(--ft-c4)", dash: "10 3" },
  { look: 5, color: "var(--ft-c5)", dash: "4 4" },
];
/** More lines than there are looks say nothing; the table has them all. */
export const CURVES_SHOWN_MAX = LOOKS.length;

/** A channel has one colour everywhere. */
const OF_CHANNEL: Readonly<Record<string, number>> = {
  email: 0,
  in_app: 1,
  push: 2,
  sms: 3,
  webhook: 4,
};

export function lookOf(key: string, place: number, by: Split): CurveLook {
  const at = by === "channel" ? (OF_CHANNEL[key] ?? place) : place;
  return LOOKS[at % LOOKS.length] ?? { look: 1, color: "var(--ft-c1)", dash: "" };
}
