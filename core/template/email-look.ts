import { brandFill } from "./brand-colour";
import { readableOn } from "./colour";
import {
  type ColourName,
  definedIn,
  type EmailLayout,
  FONT_STACKS,
  LAYOUT_RADIUS,
  LAYOUT_WIDTH,
  SCHEME_COLOURS,
  type Scheme,
} from "./email-layout";
import { inLanguage } from "./in-language";

const HEX = /^#[0-9a-f]{6}$/i;
const HTTPS = /^https:\/\//i;

export type EmailBrand = {
  name: string;
  color?: string | null;
  address?: string | null;
  /** https only; the name stands in for it where images are off. */
  logoUrl?: string | null;
  /** The workspace's locale: what a layout's words fall back to. */
  home?: string;
  /** Over all of the above, as far as it says something. */
  layout?: EmailLayout | null;
};

/** Colours of one scheme; `on` is that of the words on the first button. */
export type EmailColours = Record<ColourName | "on", string>;

/** Everything an email's appearance is made of. */
export type EmailLook = {
  font: string;
  width: number;
  radius: number;
  buttonRadius: number;
  logoUrl: string | null;
  light: EmailColours;
  dark: EmailColours;
  header: string | null;
  footer: string | null;
};

/** A brand with its layout, for a reader of `locale`. What is no colour or no https address is passed over. */
export function emailLook(brand: EmailBrand, locale: string): EmailLook {
  const layout: Partial<EmailLayout> = brand.layout ?? {};
  const radius = layout.radius ?? LAYOUT_RADIUS.normal;
  const logoUrl = layout.logoUrl ?? brand.logoUrl ?? "";
  const reader = { locale, home: brand.home ?? locale };
  return {
    font: FONT_STACKS[layout.font ?? "system"],
    width: layout.width ?? LAYOUT_WIDTH.normal,
    radius,
    buttonRadius: Math.round((radius * 2) / 3),
    logoUrl: HTTPS.test(logoUrl) ? logoUrl : null,
    light: coloursOf("light", brand, layout),
    dark: coloursOf("dark", brand, layout),
    header: wordsOf("header", layout, reader),
    footer: wordsOf("footer", layout, reader),
  };
}

/** Each by itself: a language that has a header only keeps the footer of all. */
function wordsOf(
  field: "header" | "footer",
  layout: Partial<EmailLayout>,
  reader: { locale: string; home: string },
): string | null {
  const others = Object.entries(layout.locales ?? {}).flatMap(([tag, { [field]: text }]) =>
    text === undefined ? [] : [[tag, text] as const],
  );
  const own = layout[field];
  return inLanguage({ own, others: Object.fromEntries(others) }, reader) || null;
}

function coloursOf(
  scheme: Scheme,
  { color }: EmailBrand,
  layout: Partial<EmailLayout>,
): EmailColours {
  const own = definedIn(layout[scheme]);
  const ofBrand = HEX.test(color ?? "") ? (color ?? "") : null;
  const colours = { ...SCHEME_COLOURS[scheme], ...own };
  if (own.button !== undefined || ofBrand === null) {
    return { ...colours, on: readableOn(colours.button) };
  }
  // On a light page the brand's colour stays as it is; a dark one may swallow it.
  const moved = scheme === "dark" ? brandFill(ofBrand, "dark") : null;
  const button = moved?.fill ?? ofBrand;
  return { ...colours, button, on: moved?.on ?? readableOn(button) };
}
