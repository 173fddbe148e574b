"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { LiveTopic } from "@/core/live/topics";
import { type Announce, useAnnouncer } from "./announcer";
import { LiveClient, type LiveNews, type LiveStatus, type Surroundings } from "./live-client";

const BROWSER: Surroundings = {
  open: (url) => new EventSource(url),
  // An open dialog or menu keeps what it shows.
  isBusy: () => document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null,
  isHidden: () => document.visibilityState === "hidden",
};

type Live = { client: LiveClient; zone: string; announce: Announce };

const LiveContext = createContext<Live | null>(null);

/**
 * One stream of what changes in the workspace, for everything on the page that follows something. Give
 * it the workspace's slug as `key`. `lastId`: where the server stood when it rendered the page.
 */
export function LiveProvider({
  slug,
  lastId,
  zone,
  children,
}: {
  slug: string;
  lastId: string | null;
  /** The viewer's. */
  zone: string;
  children: ReactNode;
}) {
  const [client] = useState(() => new LiveClient(slug, lastId, BROWSER));
  const [said, announce] = useAnnouncer();
  useEffect(() => {
    const onVisibility = () => client.visibilityChanged();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      client.stop();
    };
  }, [client]);
  const live = useMemo(() => ({ client, zone, announce }), [client, zone, announce]);
  return (
    <LiveContext value={live}>
      {children}
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
    </LiveContext>
  );
}

function useLiveContext(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("Live things stand below a LiveProvider.");
  return live;
}

/**
 * Calls `onNews` when something of these topics changed: gathered, every two seconds at most, and
 * never while the tab is hidden, updates are paused, or a dialog or menu is open; then later.
 */
export function useLive(
  topics: LiveTopic | readonly LiveTopic[],
  onNews: (news: LiveNews) => void,
): void {
  const { client } = useLiveContext();
  const latest = useRef(onNews);
  useEffect(() => {
    latest.current = onNews;
  });
  const names = typeof topics === "string" ? topics : topics.join();
  useEffect(
    () => client.subscribe(names.split(",") as LiveTopic[], (news) => latest.current(news)),
    [client, names],
  );
}

/** Adds changes to the next spoken summary, of which there is one in ten seconds at most. */
export const useAnnounce = (): Announce => useLiveContext().announce;

const ON_SERVER: LiveStatus = { state: "connecting", lastAt: null };

export function useLiveStatus(): LiveStatus & { client: LiveClient; zone: string } {
  const { client, zone } = useLiveContext();
  const status = useSyncExternalStore(client.watch, client.status, () => ON_SERVER);
  return { ...status, client, zone };
}
