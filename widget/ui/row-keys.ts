import { type Desk, rowsAt } from "./desk";
import { lineKey, rowKey } from "./keys";
import { archive, toggleDrawer, turnRead, unsnooze } from "./verbs";
import { lookAt, type Tab } from "./view";

/** What a key does in the rows, of which `active` is the current one. */
export function onRowKey(
  desk: Desk,
  event: KeyboardEvent,
  ids: readonly string[],
  active: string | null,
): void {
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      desk.change({ drawer: null });
    }
    return;
  }
  const key = rowKey(event, Math.max(0, ids.indexOf(active ?? "")), ids.length);
  if (!key) return;
  event.preventDefault();
  if (key.kind === "move") {
    const id = ids[key.to];
    if (id === undefined) return;
    desk.change({ active: id });
    desk.host.root.getElementById(`fu-${id}`)?.focus();
    return;
  }
  const group = rowsAt(desk).find((row) => row.group.id === active)?.group;
  if (!group) return;
  if (key.kind === "archive") archive(desk, group);
  else if (key.kind === "read") turnRead(desk, group);
  else if (group.newest.snoozedUntil !== null) unsnooze(desk, group);
  else toggleDrawer(desk, { id: group.id, kind: "snooze", isPicking: false });
}

/** What a key does in the tabs: it goes to another list at once. */
export function onTabKey(
  desk: Desk,
  event: KeyboardEvent & { currentTarget: HTMLElement },
  tabs: readonly Tab[],
): void {
  if (event.key === "ArrowUp" || event.key === "ArrowDown") return;
  const at = tabs.findIndex(({ view }) => view === desk.look.view);
  const to = lineKey(event.key, at, tabs.length, desk.host.dir === "rtl");
  const next = to === null ? undefined : tabs[to];
  if (!next) return;
  event.preventDefault();
  lookAt(desk, next.view);
  event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[to ?? 0]?.focus();
}
