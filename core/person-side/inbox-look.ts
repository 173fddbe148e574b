import { z } from "zod";
import { PAGE_LANGUAGE_TAGS } from "./page-language";

const HEX = /^#[0-9a-f]{6}$/;
const Switch = z.enum(["on", "off"]);

/** How the inbox looks in an operator's own pages, as the configurator was left. */
export const InboxLook = z.strictObject({
  mode: z.enum(["bell", "panel", "page"]),
  /** Of the words; empty: as the page around it. */
  language: z.enum(["", ...PAGE_LANGUAGE_TAGS]),
  direction: z.enum(["", "ltr", "rtl"]),
  scheme: z.enum(["", "light", "dark"]),
  /** Empty: the colour of the brand, or ours. */
  accent: z.union([z.literal(""), z.string().toLowerCase().regex(HEX)]),
  /** Pixels; empty: the widget's own. */
  radius: z.enum(["", "0", "4", "8", "16"]),
  density: z.enum(["comfortable", "compact"]),
  banner: Switch,
  toasts: Switch,
  offline: Switch,
});
export type InboxLook = z.infer<typeof InboxLook>;

const FIRST: InboxLook = {
  mode: "bell",
  language: "",
  direction: "",
  scheme: "",
  accent: "",
  radius: "",
  density: "comfortable",
  banner: "off",
  toasts: "off",
  offline: "on",
};

/** What was kept, with the first choice where nothing was or it is none any more. */
export function inboxLookOf(kept: Readonly<Record<string, string>>): InboxLook {
  const known = Object.entries(kept).filter(
    ([name, value]) => InboxLook.partial().safeParse({ [name]: value }).success,
  );
  return InboxLook.parse({ ...FIRST, ...Object.fromEntries(known) });
}
