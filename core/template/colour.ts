const LIGHT = "#ffffff";
const DARK = "#1c1f26";
const BLACK = "#000000";
/** WCAG 2.2 AA. Black or white reaches it on every colour there is. */
const READABLE = 4.5;

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const share = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** White or ink, whichever reads better on a background; black where neither can be read. */
export function readableOn(background: string): string {
  const best = contrast(background, LIGHT) >= contrast(background, DARK) ? LIGHT : DARK;
  return contrast(background, best) >= READABLE ? best : BLACK;
}
