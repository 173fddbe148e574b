import type { PanelHost } from "./host";
export function readOnView(_host: PanelHost, _content: HTMLElement): () => void {
  return () => {};
}
