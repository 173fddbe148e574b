import { common } from "./de/common";
import { shell } from "./de/shell";
import type { Messages } from "./messages";

export const de: Messages = { common, shell };
