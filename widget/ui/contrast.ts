const MIN = 4.5;
const PAIRS = [
  ["text", "--tx", "bg", "--bg"],
  ["text-2", "--t2", "bg", "--bg"],
  ["text-2", "--t2", "surface", "--sf"],
  ["accent", "--ac", "bg", "--bg"],
  ["on-accent", "--oa", "accent", "--a"],
  ["danger", "--dg", "bg", "--bg"],
] as const;

/** WCAG 2.x: relative luminance of sRGB channels from 0 to 255. */
function luminance([r = 0, g = 0, b = 0]: readonly number[]): number {
  const [lr = 0, lg = 0, lb = 0] = [r, g, b].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
}

/** WCAG 2.x: contrast of two colours, 1 to 21. */
export function contrastOf(a: readonly number[], b: readonly number[]): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Tells a developer, in the console, which of the page's colours are hard to read on each other. */
export function warnOfContrast(panel: HTMLElement): void {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return;
  const probe = panel.appendChild(document.createElement("i"));
  const colourOf = (name: string): readonly number[] => {
    probe.style.color = `var(${name})`;
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  for (const [front, frontName, back, backName] of PAIRS) {
    const ratio = contrastOf(colourOf(frontName), colourOf(backName));
    if (ratio < MIN)
      console.warn(
        `Followthrough: --fu-${front} on --fu-${back} has a contrast of ${ratio.toFixed(2)}, at least ${MIN} is needed.`,
      );
  }
  probe.remove();
}
