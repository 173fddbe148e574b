import type { WidgetHost, WidgetView } from "./host";

export function mountPreferences(host: WidgetHost): WidgetView {
  const part = document.createElement("div");
  host.root.append(part);
  return { destroy: () => part.remove() };
}
