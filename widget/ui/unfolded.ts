import type { Desk } from "./desk";

type Parts = typeof import("./row-drawer") & typeof import("./head-menu");

let parts: Parts | null = null;
const dressed = new WeakSet<ShadowRoot>();

async function fetchParts(desk: Desk): Promise<void> {
  const [drawer, menu, { DRAWER_STYLE }] = await Promise.all([
    import("./row-drawer"),
    import("./head-menu"),
    import("./drawer-style"),
  ]);
  parts = { ...drawer, ...menu };
  const { root } = desk.host;
  if (!dressed.has(root)) desk.host.style(DRAWER_STYLE);
  dressed.add(root);
  desk.change({});
}

/** Menus and forms, fetched when one first opens; null until they are here. */
export function unfoldedParts(desk: Desk): Parts | null {
  if (parts && dressed.has(desk.host.root)) return parts;
  void fetchParts(desk);
  return null;
}
