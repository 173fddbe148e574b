import type {
  InboxAnswer,
  InboxCounts,
  InboxItem,
  InboxPreferenceChange,
  InboxPreferences,
  InboxPress,
  InboxView,
} from "@/core/contracts/inbox";

/** One list of items, as far as it has been fetched. */
export type InboxList = {
  /** The newest first. */
  items: readonly InboxItem[];
  isLoading: boolean;
  hasMore: boolean;
  /** Arrived while the reader looks further down: shown when they ask. */
  fresh: number;
};

export type InboxFailure = "offline" | "no_token" | "refused" | "busy" | "server";

/** All that is shown; a new object whenever something of it changes. */
export type InboxState = {
  /** Null until something is known. */
  counts: InboxCounts | null;
  revision: number;
  lists: Readonly<Partial<Record<InboxView, InboxList>>>;
  /** `offline` only after ten seconds without a connection. */
  connection: "starting" | "live" | "polling" | "offline";
  /** What is kept from an earlier visit, because the server has not answered yet. */
  isStale: boolean;
  /** Items with a press under way, and those whose press failed. */
  pressing: ReadonlyMap<string, { action: string }>;
  failed: ReadonlyMap<string, { what: string; why: InboxFailure }>;
};

/** What a listener is told beside the state: things that happen once. */
export type InboxEvent =
  | { type: "arrived"; items: readonly InboxItem[] }
  | { type: "pressed"; item: InboxItem; result: "done" | "already" | "closed" }
  | { type: "failed"; what: string; why: InboxFailure };

/** The inbox of one person, without any look of its own. */
export type Inbox = {
  readonly state: InboxState;
  /** Called after each change of the state; gives what ends it. */
  subscribe(changed: (state: InboxState) => void): () => void;
  on(heard: (event: InboxEvent) => void): () => void;
  /** Begins to fetch and to follow; doing it again does no harm. */
  start(): void;
  stop(): void;
  open(view: InboxView): Promise<void>;
  more(view: InboxView): Promise<void>;
  /** Takes what arrived meanwhile into the list. */
  showFresh(view: InboxView): void;
  /** These hold at once and are kept while there is no connection. */
  seen(): void;
  read(ids: readonly string[]): void;
  readAll(): void;
  unread(ids: readonly string[]): void;
  archive(ids: readonly string[]): void;
  unarchive(ids: readonly string[]): void;
  /** `until`: epoch milliseconds. */
  snooze(ids: readonly string[], until: number): void;
  unsnooze(ids: readonly string[]): void;
  /** Needs a connection: rejects without one, and with what the server refused. */
  press(id: string, press: InboxPress): Promise<InboxAnswer>;
  undo(id: string): Promise<InboxAnswer>;
  preferences(): Promise<InboxPreferences>;
  changePreferences(change: InboxPreferenceChange): Promise<InboxPreferences>;
};

/** As the token endpoint answers; `expiresAt` lets the client ask for the next one in time. */
export type InboxToken = string | { token: string; expiresAt?: string | null };

export type InboxOptions = {
  /** Where Followthrough runs, `https://notify.example.com`. */
  baseUrl: string;
  /** Asks the page's own server for a token; called again when one is used up. */
  token: () => Promise<InboxToken>;
  /** Tells apart what this browser keeps for several inboxes in one page. */
  key?: string;
  /** Keeps the last 50 items in this browser, for the same person. */
  keep?: boolean;
};
