import { isGone, type Row } from "./groups";

export type Focus = {
  /** What is to be drawn. */
  before(rows: readonly Row[], active: string | null): void;
  after(): void;
  /** Something opens that takes the focus and gives it back later. */
  opening(): void;
  /** The row that has the focus now. */
  row(): string | null;
  end(): void;
};

const idsIn = (rows: readonly Row[]): string[] =>
  rows.filter((row) => !isGone(row)).map(({ group }) => group.id);

/**
 * Keeps the focus in the panel when what had it goes: back to what opened a menu, else to the row that
 * took the place of the one that left, else to the heading.
 */
export function keepFocus(
  panel: HTMLElement,
  root: ShadowRoot,
  headingId: string,
  activate: (row: string) => void,
): Focus {
  // Whoever is faster than this part is there already.
  let isInside = panel.contains(root.activeElement);
  let opener: HTMLElement | null = null;
  let order: string[] = [];
  let current: string | null = null;
  let next: string | null = null;

  const entered = (): void => {
    isInside = true;
  };
  const left = (event: FocusEvent): void => {
    const { target, relatedTarget } = event;
    if (relatedTarget instanceof Node && panel.contains(relatedTarget)) return;
    // An element that is taken away loses the focus too, to nothing: then it was not the reader who left.
    queueMicrotask(() => {
      if (panel.contains(root.activeElement)) return;
      if (target instanceof Node && target.isConnected) isInside = false;
      else restore();
    });
  };
  const restore = (): void => {
    if (!isInside || root.activeElement !== null) return;
    const title = next === null ? null : root.getElementById(`fu-${next}`);
    const target = opener?.isConnected ? opener : (title ?? root.getElementById(headingId));
    opener = null;
    target?.focus();
  };
  panel.addEventListener("focusin", entered);
  panel.addEventListener("focusout", left);

  return {
    before(rows, active) {
      const ids = idsIn(rows);
      const was = active ?? order[0] ?? null;
      if (was !== null && !ids.includes(was)) {
        const at = Math.max(0, order.indexOf(was));
        next = ids[Math.min(at, ids.length - 1)] ?? null;
      } else next = was;
      order = ids;
      if (next !== null && next !== current && active !== null && next !== active) activate(next);
      current = next;
    },
    after: restore,
    opening() {
      opener = root.activeElement instanceof HTMLElement ? root.activeElement : null;
    },
    row() {
      const row = root.activeElement?.closest<HTMLElement>("[data-row]");
      return row?.dataset.row ?? null;
    },
    end() {
      panel.removeEventListener("focusin", entered);
      panel.removeEventListener("focusout", left);
    },
  };
}
