/** Pixels the inspector may take. */
export const WIDTH = { min: 360, usual: 400, max: 560 };
const STEP = 16;
const NAME = "followthrough inspector width";

export const fitting = (width: number): number =>
  Math.round(Math.min(WIDTH.max, Math.max(WIDTH.min, width)));

/** The width after a key on the handle, which stands at the near side of the inspector; undefined: not ours. */
export function widthAfter(key: string, width: number, isRtl: boolean): number | undefined {
  switch (key) {
    case "Home":
      return WIDTH.min;
    case "End":
      return WIDTH.max;
    case "ArrowLeft":
      return fitting(width + (isRtl ? -STEP : STEP));
    case "ArrowRight":
      return fitting(width + (isRtl ? STEP : -STEP));
    default:
      return undefined;
  }
}

let shown: number | null = null;
const watchers = new Set<() => void>();

/** As wide as this browser had it last. */
export function inspectorWidth(): number {
  shown ??= kept();
  return shown;
}

function kept(): number {
  try {
    const width = Number(localStorage.getItem(NAME));
    return width > 0 ? fitting(width) : WIDTH.usual;
  } catch {
    return WIDTH.usual;
  }
}

export function setInspectorWidth(width: number): void {
  shown = fitting(width);
  for (const watcher of watchers) watcher();
  try {
    localStorage.setItem(NAME, String(shown));
  } catch {
    // It is forgotten with the page.
  }
}

export function watchInspectorWidth(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
