import type { InboxView } from "@/core/contracts/inbox";
import { type Desk, listViewOf, type View } from "./desk";

/** One of the lists to choose from. */
export type Tab = { view: View; label: string };

/** Looks at another list, fetching it where it is not known yet. */
export function lookAt(desk: Desk, view: View): void {
  desk.change({
    view,
    active: null,
    drawer: null,
    note: null,
    isMenuOpen: false,
    isSettingsOpen: false,
  });
  void desk.host.inbox.open(listViewOf(view));
}

/** A list's name with how much is in it. */
export function countedTab(desk: Desk, view: InboxView): string {
  const count = desk.inbox.counts?.[view];
  const name = desk.say(`tab.${view}`);
  return count === undefined ? name : `${name} ${new Intl.NumberFormat(desk.locale).format(count)}`;
}
