import type { ToastsHost, WidgetView } from "./host";

export function mountToasts(host: ToastsHost): WidgetView {
  const part = document.createElement("div");
  host.root.append(part);
  return { destroy: () => part.remove() };
}
