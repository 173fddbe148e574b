/** @jsxImportSource preact */
import type { ComponentType } from "preact";
import type { Desk } from "./desk";
import type { PreferencesProps } from "./preferences";

const late: { preferences?: ComponentType<PreferencesProps> } = {};
const dressed = new WeakSet<ShadowRoot>();

/** Turns the panel to the preferences; what few people open is fetched when it is first wanted. */
export async function openSettings(desk: Desk): Promise<void> {
  const part = await import("./preferences");
  late.preferences = part.Preferences;
  if (!dressed.has(desk.host.root)) {
    dressed.add(desk.host.root);
    desk.host.style(part.PREFERENCES_STYLE);
  }
  desk.change({ isSettingsOpen: true, isMenuOpen: false });
}

/** The preferences in the panel. */
export function Settings({ desk }: { desk: Desk }) {
  const { say, moments, host } = desk;
  return (
    <div class="scroll">
      {late.preferences && <late.preferences inbox={host.inbox} say={say} moments={moments} />}
    </div>
  );
}
