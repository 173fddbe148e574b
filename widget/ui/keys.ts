/** How far `PageUp` and `PageDown` go, in rows. */
const PAGE_ROWS = 5;

export type RowKey = { kind: "move"; to: number } | { kind: "archive" | "read" | "snooze" } | null;

type Pressed = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
};

/** What a key does in the list of `rows` rows while the row `at` is the current one. */
export function rowKey(pressed: Pressed, at: number, rows: number): RowKey {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || rows === 0) return null;
  const move = (to: number): RowKey => ({
    kind: "move",
    to: Math.min(Math.max(to, 0), rows - 1),
  });
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  switch (key) {
    case "ArrowDown":
    case "j":
      return move(at + 1);
    case "ArrowUp":
    case "k":
      return move(at - 1);
    case "PageDown":
      return move(at + PAGE_ROWS);
    case "PageUp":
      return move(at - PAGE_ROWS);
    case "Home":
      return move(0);
    case "End":
      return move(rows - 1);
    case "e":
      return { kind: "archive" };
    case "u":
      return { kind: "read" };
    case "s":
      return { kind: "snooze" };
    default:
      return null;
  }
}

/** Which of `count` things in a line a key leads to, round the ends; null for other keys. */
export function lineKey(key: string, at: number, count: number, isRtl: boolean): number | null {
  const onward = isRtl ? "ArrowLeft" : "ArrowRight";
  const back = isRtl ? "ArrowRight" : "ArrowLeft";
  if (key === onward || key === "ArrowDown") return (at + 1) % count;
  if (key === back || key === "ArrowUp") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}
