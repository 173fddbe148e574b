import type { Placed } from "./layout";

/** The key of the allowed gap whose middle is nearest to a place of the plan; null when none is allowed. */
export function gapNear(
  placed: readonly Placed[],
  allowed: ReadonlySet<string>,
  { x, y }: { x: number; y: number },
): string | null {
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const box of placed) {
    if (box.type !== "gap" || !allowed.has(box.place.key)) continue;
    const far = Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
    if (far >= least) continue;
    least = far;
    nearest = box.place.key;
  }
  return nearest;
}
