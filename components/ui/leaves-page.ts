type Press = Pick<MouseEvent, "button" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">;
type Anchor = Pick<HTMLAnchorElement, "href" | "target"> & { download: string };

/**
 * Where a press on a link takes this tab within the console; null where the page stays: another tab, a
 * download, another place of the same page. Leaving for another site the browser asks about itself.
 */
export function leavesFor(press: Press, anchor: Anchor, here: string): string | null {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = press;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  if (!["", "_self"].includes(anchor.target) || anchor.download !== "") return null;
  const [from, to] = [new URL(here), new URL(anchor.href)];
  if (to.origin !== from.origin || to.pathname === from.pathname) return null;
  return `${to.pathname}${to.search}${to.hash}`;
}
