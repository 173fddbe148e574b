import { BASE_STYLE } from "./base-style";
import type { WidgetHost } from "./host";
import { loadAllWords } from "./later-words";
import { type Moments, momentsIn } from "./moments";
import { type Say, sayWith } from "./say";
import { localeOf } from "./words";

export type Spoken = { say: Say; moments: Moments; locale: string };

/** The words for a part of the look, once they are here. */
export async function spokenBy(host: WidgetHost): Promise<Spoken> {
  const words = await loadAllWords(host.lang);
  const locale = Object.keys(host.words).length > 0 ? host.lang : localeOf(host.lang);
  return { say: sayWith(words, host.words, locale), moments: momentsIn(locale), locale };
}

/** An element of its own in the shadow root, for a part that is not the panel. */
export function partOf(host: WidgetHost, name: string, css: string): HTMLElement {
  host.style(BASE_STYLE + css);
  const part = document.createElement("div");
  part.className = `fu ${name}`;
  part.dir = host.dir;
  host.root.append(part);
  return part;
}
