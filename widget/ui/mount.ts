import type { PanelHost, PanelView } from "./host";

export function mountPanel(host: PanelHost): PanelView {
  const panel = document.createElement("div");
  host.root.append(panel);
  return {
    id: "panel",
    show: () => panel.removeAttribute("hidden"),
    hide: () => panel.setAttribute("hidden", ""),
    destroy: () => panel.remove(),
  };
}
