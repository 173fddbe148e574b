import type { InboxAction, InboxItem, InboxView } from "@/core/contracts/inbox";
import type { InboxFailure, InboxList, InboxState } from "../client/inbox";
import { groupsOf, type Kept, type Row, rowsOf } from "./groups";
import type { PanelHost } from "./host";
import type { Moments } from "./moments";
import type { Say } from "./say";
import type { Topic } from "./topics";
import type { AllWords, Words } from "./words";

/** A list of the inbox, or what of `all` belongs to a topic. */
export type View = InboxView | `topic:${string}`;

/** What is unfolded under a row. */
type Opened = { id: string; isPicking: boolean };
export type Drawer =
  | (Opened & { kind: "snooze" | "more"; action?: never })
  | (Opened & { kind: "choice" | "reply" | "until"; action: InboxAction });

export type Look = {
  view: View;
  /** The row that takes the keys. */
  active: string | null;
  expanded: ReadonlySet<string>;
  unfolded: ReadonlySet<string>;
  drawer: Drawer | null;
  kept: ReadonlyMap<string, Kept>;
  /** Presses that failed here, and how to try again. */
  failed: ReadonlyMap<string, { why: InboxFailure | "closed"; again: (() => void) | null }>;
  /** Said under the header, with what takes it back. */
  note: { text: string; undo: () => void } | null;
  isMenuOpen: boolean;
  isSettingsOpen: boolean;
  /** How many rows are drawn; the rest follows when there is time. */
  rowsMax: number;
  now: number;
};

/** Where the panel is drawn. */
export type Place = {
  panel: HTMLElement;
  content: HTMLElement;
  live: HTMLElement;
  isShown: () => boolean;
};

/** The panel as it stands: what is known of the inbox, how it is looked at, and how to change that. */
export type Desk = {
  host: PanelHost;
  /** What `say` knows: of a first look, and the rest once it is here. */
  words: Words & Partial<AllWords>;
  say: Say;
  moments: Moments;
  locale: string;
  topics: readonly Topic[];
  /** Replaced as a whole whenever something changes. */
  inbox: InboxState;
  look: Look;
  /** Changes the look, and draws it again. */
  change(part: Partial<Look>): void;
  /** Reads something out at once. */
  tell(text: string): void;
};

/** Buttons beside each other; the others are in a menu. */
export const BUTTONS_MAX = 2;
export const ROWS_FIRST = 8;

export const lookAtFirst = (now: number): Look => ({
  view: "all",
  active: null,
  expanded: new Set(),
  unfolded: new Set(),
  drawer: null,
  kept: new Map(),
  failed: new Map(),
  note: null,
  isMenuOpen: false,
  isSettingsOpen: false,
  rowsMax: ROWS_FIRST,
  now,
});

/** The inbox's list that a view looks at. */
export const listViewOf = (view: View): InboxView =>
  view.startsWith("topic:") ? "all" : (view as InboxView);

export const listOf = (desk: Desk): InboxList | undefined =>
  desk.inbox.lists[listViewOf(desk.look.view)];

function itemsOf(desk: Desk): readonly InboxItem[] {
  const items = listOf(desk)?.items ?? [];
  const { view } = desk.look;
  if (!view.startsWith("topic:")) return items;
  const key = view.slice("topic:".length);
  return items.filter((item) => item.topic?.key === key);
}

export const rowsAt = (desk: Desk): Row[] =>
  rowsOf(groupsOf(itemsOf(desk)), [...desk.look.kept.values()]);

/** A copy of a set with one of it turned round. */
export function toggled(set: ReadonlySet<string>, one: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** A copy of a map with one entry set, or taken out with null. */
export function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V | null) {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next as ReadonlyMap<string, V>;
}

export const isOffline = (desk: Desk): boolean => desk.inbox.connection === "offline";
