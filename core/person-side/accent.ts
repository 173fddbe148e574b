import { oklchLightness } from "@/core/template/brand-colour";
import { contrast } from "@/core/template/colour";

const READABLE_MIN = 4.5;
/** Below this lightness the widget writes white on its accent, above it black. */
const WHITE_BELOW = 0.57;

/** How readable the widget's own choice of words on an accent is, and which colour reads better where it is not. */
export function accentReading(accent: string): { ratio: number; better: string | null } {
  const [own, other] =
    oklchLightness(accent) < WHITE_BELOW ? ["#ffffff", "#000000"] : ["#000000", "#ffffff"];
  const ratio = contrast(accent, own);
  return { ratio, better: ratio < READABLE_MIN ? other : null };
}
