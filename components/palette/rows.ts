import type { LucideIcon } from "lucide-react";
import type { TextKey } from "@/components/text/messages";

/** One line of the palette: it goes somewhere, or does something. */
export type Row = {
  id: string;
  label: string;
  /** Quieter, behind the label: an email, a key, a state. */
  detail?: string | undefined;
  /** Found by it and not shown. */
  also?: string | undefined;
  icon: LucideIcon;
  /** The direct way, to be learned. */
  keys?: string | undefined;
  /** Runs on the second Enter only. */
  danger?: boolean | undefined;
  /** Kept among the recent things when chosen. */
  href?: string | undefined;
  run: () => void;
};

export type RowGroup = { heading: TextKey; rows: Row[] };
