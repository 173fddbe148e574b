import { assert } from "@/core/assert";
import type { Escape } from "@/core/template/escape";
import type { FormatSettings } from "@/core/template/formats";

export type RenderSettings = FormatSettings & {
  escape: Escape;
  outputs: number;
};

/** A symbol, so that no template can name it. */
const SETTINGS = Symbol("render settings");

type Globals = { readonly [SETTINGS]?: RenderSettings };

export const globalsWith = (settings: RenderSettings): Globals => ({
  [SETTINGS]: settings,
});

/** The settings of the render that `globals` belong to. */
export function settingsOf(globals: object): RenderSettings {
  const settings = (globals as Globals)[SETTINGS];
  assert(settings !== undefined, "templates are rendered with settings");
  return settings;
}
