/** @jsxImportSource preact */
import type { Inbox } from "../client/inbox";
import type { Moments } from "./moments";
import type { Say } from "./say";

export type PreferencesProps = { inbox: Inbox; say: Say; moments: Moments };
export const PREFERENCES_STYLE = "";
export function Preferences({ say }: PreferencesProps) {
  return <p>{say("preferences")}</p>;
}
