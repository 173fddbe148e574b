import { common } from "./en/common";
import { shell } from "./en/shell";

/** Every word of the console, an ICU message each, by area. */
export const en = { common, shell } as const;
