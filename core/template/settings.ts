import type { Template } from "liquidjs";
import { assert } from "@/core/assert";
import type { Escape } from "@/core/template/escape";
import type { FormatSettings } from "@/core/template/formats";

export type RenderSettings = FormatSettings & {
  escape: Escape;
  outputs: number;
  /** What a snippet is made of; null where there is none of that key. Throws where it cannot be read. */
  snippetNodes: (key: string) => Template[] | null;
  snippetDepth: number;
  snippetPlaces: number;
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
