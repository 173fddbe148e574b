import { contrast } from "./colour";

/** `#rrggbb` of a button, and of the words on it. */
export type BrandFill = { fill: string; on: string };

/** Where a brand's colour is shown: what lies behind it, and which way its lightness may move. */
const SCHEMES = {
  light: { surface: "#ffffff", on: "#ffffff", step: -0.01 },
  dark: { surface: "#15171c", on: "#0d0e12", step: 0.01 },
} as const;

const CONTRAST_MIN = 4.5;
const STEPS_MAX = 100;
const HEX = /^#[0-9a-f]{6}$/i;

type Oklch = { l: number; c: number; h: number };

/**
 * A workspace's colour made readable: hue and chroma stay, lightness moves until both the button on
 * its page and the words on the button reach 4.5:1 (WCAG 2.2 AA). Null for text that is no `#rrggbb`.
 */
export function brandFill(hex: string, scheme: "light" | "dark"): BrandFill | null {
  if (!HEX.test(hex)) return null;
  const { surface, on, step } = SCHEMES[scheme];
  const colour = toOklch(hex);
  for (let i = 0; i <= STEPS_MAX; i++) {
    const fill = i === 0 ? hex.toLowerCase() : toHex({ ...colour, l: clamp(colour.l + i * step) });
    if (contrast(fill, surface) >= CONTRAST_MIN && contrast(fill, on) >= CONTRAST_MIN) {
      return { fill, on };
    }
  }
  return null;
}

/** Perceived lightness of `#rrggbb`, 0 to 1. */
export const oklchLightness = (hex: string): number => toOklch(hex).l;

const clamp = (n: number): number => Math.min(1, Math.max(0, n));
const linear = (share: number) =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
const gamma = (share: number) =>
  share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055;

/** Björn Ottosson's OKLab, in polar form. */
function toOklch(hex: string): Oklch {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) =>
    linear(Number.parseInt(hex.slice(from, from + 2), 16) / 255),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: Math.atan2(bb, a),
  };
}

/** Colours outside sRGB lose what sticks out, channel by channel. */
function toHex({ l, c, h }: Oklch): string {
  const a = c * Math.cos(h);
  const b = c * Math.sin(h);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
  const text = channels.map((share) =>
    Math.round(clamp(gamma(clamp(share))) * 255)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${text.join("")}`;
}
