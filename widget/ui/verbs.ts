import type { InboxAction, InboxItem, InboxPress } from "@/core/contracts/inbox";
import type { InboxFailure } from "../client/inbox";
import { type Desk, isOffline, toggled, withEntry } from "./desk";
import { failureIn } from "./failure";
import { type Group, groupOf, idsOf, type Kept } from "./groups";

/** How long a row that has left can be called back in its place. */
const KEPT_MS = 10_000;

function keep(desk: Desk, group: Group, what: Kept["what"], until: number): void {
  desk.change({
    kept: withEntry(desk.look.kept, group.id, { group, what, until }),
    drawer: null,
  });
}

/** Ends the "undo" of rows whose time is over; `held` is the row that has the focus. */
export function dropKept(desk: Desk, now: number, held: string | null): void {
  const kept = new Map([...desk.look.kept].filter(([id, one]) => one.until > now || id === held));
  if (kept.size !== desk.look.kept.size) desk.change({ kept });
}

export function archive(desk: Desk, group: Group): void {
  if (group.newest.archivedAt !== null) {
    desk.host.inbox.unarchive(idsOf(group));
    return;
  }
  keep(desk, group, "archived", Date.now() + KEPT_MS);
  desk.host.inbox.archive(idsOf(group));
  desk.tell(desk.say("archived"));
}

export function snooze(desk: Desk, group: Group, at: number): void {
  const newest = { ...group.newest, snoozedUntil: new Date(at).toISOString() };
  keep(desk, { ...group, newest }, "snoozed", Date.now() + KEPT_MS);
  desk.host.inbox.snooze(idsOf(group), at);
  desk.tell(desk.say("snoozedUntil", { when: desk.moments.short(at, Date.now()) }));
}

export function unsnooze(desk: Desk, group: Group): void {
  desk.host.inbox.unsnooze(idsOf(group));
}

export function turnRead(desk: Desk, group: Group): void {
  const { inbox } = desk.host;
  if (group.isUnread) inbox.read(unreadOf(group));
  else inbox.unread([group.newest.id]);
}

const unreadOf = (group: Group): string[] =>
  [group.newest, ...group.earlier].filter((item) => item.readAt === null).map((item) => item.id);

/** Opens or closes the words of a row; whoever opened them has read them. */
export function expand(desk: Desk, group: Group): void {
  const isOpening = !desk.look.expanded.has(group.id);
  desk.change({ expanded: toggled(desk.look.expanded, group.id), active: group.id });
  if (!isOpening) return;
  if (group.isUnread) desk.host.inbox.read(unreadOf(group));
  desk.host.tell("unfold", { item: group.newest });
}

export function readAll(desk: Desk): void {
  const unread = (desk.inbox.lists.all?.items ?? []).filter((item) => item.readAt === null);
  const count = desk.inbox.counts?.unread ?? unread.length;
  const ids = unread.map((item) => item.id);
  const done = desk.say("readAll.done", { n: count });
  const text = count > ids.length ? `${done} ${desk.say("readAll.loaded")}` : done;
  desk.host.inbox.readAll();
  desk.change({
    isMenuOpen: false,
    note: {
      text,
      undo: () => {
        desk.host.inbox.unread(ids);
        desk.change({ note: null });
      },
    },
  });
  desk.tell(text);
}

const failureOf = (desk: Desk, id: string, error: unknown): InboxFailure =>
  desk.host.inbox.state.failed.get(id)?.why ?? failureIn(error);

/** Answers a message; a failure is told in the row, with a way to try again. */
export async function press(desk: Desk, group: Group, given: InboxPress): Promise<void> {
  const { id } = group.asking;
  desk.change({ drawer: null, failed: withEntry(desk.look.failed, id, null) });
  try {
    const { items } = await desk.host.inbox.press(id, given);
    const item = items.find((one) => one.id === id);
    if (item) settle(desk, group, item);
  } catch (error) {
    const why = failureOf(desk, id, error);
    const again = why === "refused" ? null : () => void press(desk, group, given);
    desk.change({ failed: withEntry(desk.look.failed, id, { why, again }) });
    desk.tell(desk.say(`fail.${why}`));
  }
}

function settle(desk: Desk, group: Group, item: InboxItem): void {
  const items = [group.newest, ...group.earlier].map((one) => (one.id === item.id ? item : one));
  const now = groupOf(items);
  if (!now || !item.done) return;
  const { undoUntil, at } = item.done;
  // The server's clock may differ from this one, so that only the span is taken from it.
  const span = undoUntil === null ? KEPT_MS : Date.parse(undoUntil) - Date.parse(at);
  keep(desk, { ...now, asking: item }, "pressed", Date.now() + span);
}

/** Takes back what a row tells of. */
export async function undo(desk: Desk, group: Group, kept: Kept | null): Promise<void> {
  const { inbox } = desk.host;
  const { id } = group.asking;
  if (kept?.what === "archived") inbox.unarchive(idsOf(group));
  if (kept?.what === "snoozed") inbox.unsnooze(idsOf(group));
  if (kept && kept.what !== "pressed") {
    desk.change({ kept: withEntry(desk.look.kept, group.id, null), active: group.id });
    return;
  }
  try {
    await inbox.undo(id);
    desk.change({
      kept: withEntry(desk.look.kept, group.id, null),
      failed: withEntry(desk.look.failed, id, null),
      active: group.id,
    });
  } catch (error) {
    const failed = failureOf(desk, id, error);
    const why = failed === "refused" ? "closed" : failed;
    const again = why === "closed" ? null : () => void undo(desk, group, kept);
    desk.change({ failed: withEntry(desk.look.failed, id, { why, again }) });
    desk.tell(desk.say(`fail.${why}`));
  }
}

/** What a row's button does: what needs more words or a moment first opens the drawer for it. */
export function act(desk: Desk, group: Group, action: InboxAction): void {
  if (action.kind === "link") {
    desk.host.inbox.read([group.newest.id]);
    // The link itself opens by the browser; whether it also answers is the server's to say.
    if (!isOffline(desk))
      desk.host.inbox.press(group.asking.id, { action: action.id }).catch(() => {});
    return;
  }
  if (isOffline(desk) || desk.inbox.pressing.has(group.asking.id)) return;
  switch (action.kind) {
    case "choice":
    case "reply":
      toggleDrawer(desk, { id: group.id, kind: action.kind, isPicking: false, action });
      return;
    case "snooze":
      toggleDrawer(desk, { id: group.id, kind: "until", isPicking: false, action });
      return;
    default:
      void press(desk, group, { action: action.id });
  }
}

/** Opens a drawer, or closes it where it is the open one. */
export function toggleDrawer(desk: Desk, drawer: NonNullable<Desk["look"]["drawer"]>): void {
  const open = desk.look.drawer;
  const isSame =
    open !== null &&
    open.id === drawer.id &&
    open.kind === drawer.kind &&
    open.action?.id === drawer.action?.id;
  desk.change({ drawer: isSame ? null : drawer, active: drawer.id });
}
