import { h, render } from "preact";
import type { WidgetHost, WidgetView } from "./host";
import { partOf, spokenBy } from "./part";
import { PREFERENCES_STYLE, Preferences } from "./preferences";

/** Draws the small preference form where the page put its element. */
export function mountPreferences(host: WidgetHost): WidgetView {
  const part = partOf(host, "preferences", PREFERENCES_STYLE);
  let isEnded = false;
  void spokenBy(host).then(({ say, moments }) => {
    if (!isEnded) render(h(Preferences, { inbox: host.inbox, say, moments }), part);
  });
  return {
    destroy() {
      isEnded = true;
      render(null, part);
      part.remove();
    },
  };
}
