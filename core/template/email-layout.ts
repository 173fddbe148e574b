import { z } from "zod";
import { contrast } from "./colour";
import { LOCALES_MAX, Locale } from "./locale";

export const LAYOUTS_MAX = 50;
export const LAYOUT_TEXT_CHARS_MAX = 2_000;
export const LAYOUT_WIDTH = { min: 400, normal: 600, max: 720 };
export const LAYOUT_RADIUS = { min: 0, normal: 12, max: 24 };
/** WCAG 2.2 AA, for text. */
export const READABLE_CONTRAST = 4.5;
const LOGO_URL_CHARS_MAX = 2_000;

/** Fonts that reading devices have; nothing is fetched. */
export const FONT_STACKS = {
  system: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
  arial: "Arial,'Helvetica Neue',Helvetica,sans-serif",
  verdana: "Verdana,Geneva,'DejaVu Sans',sans-serif",
  georgia: "Georgia,'Times New Roman',Times,serif",
  mono: "'SFMono-Regular',Consolas,'Liberation Mono',Menlo,monospace",
} as const;
export type FontName = keyof typeof FONT_STACKS;
export const FONT_NAMES = Object.keys(FONT_STACKS) as FontName[];

const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, "a colour such as #0a66c2");

/** Behind everything, of the card, of its text, of the small print, of lines, of the first button. */
export const COLOUR_NAMES = ["canvas", "card", "ink", "muted", "line", "button"] as const;
export type ColourName = (typeof COLOUR_NAMES)[number];
const Colours = z.strictObject({
  canvas: Colour.optional(),
  card: Colour.optional(),
  ink: Colour.optional(),
  muted: Colour.optional(),
  line: Colour.optional(),
  button: Colour.optional(),
});
type Colours = z.infer<typeof Colours>;

export const SCHEME_COLOURS = {
  light: {
    canvas: "#f5f6f8",
    card: "#ffffff",
    ink: "#1c1f26",
    muted: "#5f6878",
    line: "#e4e7ec",
    button: "#1c1f26",
  },
  dark: {
    canvas: "#0f1115",
    card: "#181b21",
    ink: "#f2f4f7",
    muted: "#98a2b3",
    line: "#2a2f38",
    button: "#f2f4f7",
  },
} as const satisfies Record<Scheme, Record<ColourName, string>>;
export type Scheme = "light" | "dark";

const Words = z
  .string()
  .trim()
  .max(LAYOUT_TEXT_CHARS_MAX)
  .refine((text) => !/\{\{|\{%/.test(text), "the words of a layout hold no values");
const Texts = { header: Words.optional(), footer: Words.optional() };

/** What is read on what. */
const PAIRS = [
  ["ink", "card"],
  ["ink", "canvas"],
  ["muted", "canvas"],
] as const;

/**
 * How an email looks, and what stands above and below its words (Markdown). What it leaves open comes
 * from the workspace's brand. Colours that could not be read on each other are refused.
 */
export const EmailLayout = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    font: z.enum(FONT_NAMES).optional(),
    /** Of the column, in pixels. */
    width: z.number().int().min(LAYOUT_WIDTH.min).max(LAYOUT_WIDTH.max).optional(),
    /** Of the card's corners, in pixels; buttons have two thirds of it. */
    radius: z.number().int().min(LAYOUT_RADIUS.min).max(LAYOUT_RADIUS.max).optional(),
    logoUrl: z
      .url({ protocol: /^https$/ })
      .max(LOGO_URL_CHARS_MAX)
      .optional(),
    light: Colours.optional(),
    dark: Colours.optional(),
    ...Texts,
    locales: z
      .record(Locale, z.strictObject(Texts))
      .refine((locales) => Object.keys(locales).length <= LOCALES_MAX, {
        message: `at most ${LOCALES_MAX} languages`,
      })
      .optional(),
  })
  .superRefine((layout, context) => {
    for (const scheme of ["light", "dark"] as const) {
      const colours: Record<ColourName, string> = { ...SCHEME_COLOURS[scheme] };
      Object.assign(colours, definedIn(layout[scheme]));
      for (const [front, back] of PAIRS) {
        const ratio = contrast(colours[front], colours[back]);
        if (ratio >= READABLE_CONTRAST) continue;
        const message = `${front} on ${back} has a contrast of ${ratio.toFixed(1)}:1; text needs ${READABLE_CONTRAST}:1`;
        context.addIssue({ code: "custom", path: [scheme, front], message });
      }
    }
  });
export type EmailLayout = z.infer<typeof EmailLayout>;

/** Only what is said. */
export const definedIn = (colours: Colours | undefined): Partial<Record<ColourName, string>> =>
  Object.fromEntries(
    Object.entries(colours ?? {}).filter((entry): entry is [ColourName, string] =>
      Boolean(entry[1]),
    ),
  );
