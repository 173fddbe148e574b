import type { BannerHost, WidgetView } from "./host";

export function mountBanner(host: BannerHost): WidgetView {
  const part = document.createElement("div");
  host.root.append(part);
  return { destroy: () => part.remove() };
}
