import type { PanelHost } from "./host";

/** In view for this long, a message counts as read. */
const IN_VIEW_MS = 2_000;
const LOOK_EVERY_MS = 1_000;

/** Marks as read what has been in view for two seconds, row by row. */
export function readOnView(host: PanelHost, content: HTMLElement): () => void {
  const since = new Map<Element, number>();
  const watched = new WeakSet<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) since.set(target, performance.now());
        else since.delete(target);
    },
    { threshold: 0.9 },
  );
  const timer = setInterval(() => {
    for (const row of content.querySelectorAll("[data-unread]"))
      if (!watched.has(row)) {
        watched.add(row);
        observer.observe(row);
      }
    if (document.hidden) return;
    const now = performance.now();
    const threads = new Set<string>();
    for (const [row, at] of since)
      if (now - at >= IN_VIEW_MS && row instanceof HTMLElement && "unread" in row.dataset)
        threads.add(row.dataset.row ?? "");
    const ids = (host.inbox.state.lists.all?.items ?? [])
      .filter((item) => item.readAt === null && threads.has(item.thread))
      .map(({ id }) => id);
    if (ids.length > 0) host.inbox.read(ids);
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    observer.disconnect();
  };
}
