const KEY = "followthrough-dismissed";
const KEPT_MAX = 50;

/** Items belong to one person each, so that remembering items is remembering per person. */
export function dismissedIds(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

/** Without storage it is dismissed until the page is left. */
export function rememberDismissed(ids: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids.slice(-KEPT_MAX)));
  } catch {
    return;
  }
}
