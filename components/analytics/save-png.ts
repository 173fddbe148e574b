/** Sharp on screens with two dots per pixel, and in print. */
const SCALE = 2;
const PADDING = 24;
const TITLE_HEIGHT = 40;

/** What makes a picture of an element look like it: colours, lines, letters and places. */
const KEPT = [
  "align-items",
  "background-color",
  "background-image",
  "border",
  "border-radius",
  "box-sizing",
  "clip-path",
  "color",
  "column-gap",
  "display",
  "fill",
  "fill-opacity",
  "flex",
  "flex-direction",
  "flex-wrap",
  "font-family",
  "font-size",
  "font-variant-numeric",
  "font-weight",
  "grid-template-columns",
  "grid-template-rows",
  "height",
  "inset",
  "justify-content",
  "letter-spacing",
  "line-height",
  "margin",
  "opacity",
  "overflow",
  "padding",
  "position",
  "row-gap",
  "stroke",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-width",
  "text-align",
  "text-anchor",
  "transform",
  "vertical-align",
  "white-space",
  "width",
] as const;

/**
 * Saves an element as it looks, under its title. False where the browser refuses: Safari draws no
 * HTML that it would give out again.
 */
export async function savePng(shown: HTMLElement, file: string, title: string): Promise<boolean> {
  try {
    const { width, height } = shown.getBoundingClientRect();
    const size = { width: width + 2 * PADDING, height: height + 2 * PADDING + TITLE_HEIGHT };
    const image = await drawn(markupOf(shown, title, size));
    const canvas = document.createElement("canvas");
    canvas.width = size.width * SCALE;
    canvas.height = size.height * SCALE;
    const context = canvas.getContext("2d");
    context?.scale(SCALE, SCALE);
    context?.drawImage(image, 0, 0);
    const blob = await new Promise<Blob | null>((tell) => canvas.toBlob(tell, "image/png"));
    if (!blob) return false;
    offer(blob, file);
    return true;
  } catch {
    return false;
  }
}

function markupOf(shown: HTMLElement, title: string, size: { width: number; height: number }) {
  const copy = shown.cloneNode(true) as HTMLElement;
  const originals = [shown, ...shown.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, i) => {
    const [style, target] = [getComputedStyle(original), copies[i]];
    const text = KEPT.map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
    target?.setAttribute("style", text);
  });
  const { color, fontFamily } = getComputedStyle(shown);
  const page = document.createElement("div");
  const paper = getComputedStyle(document.body).backgroundColor;
  page.setAttribute(
    "style",
    `box-sizing:border-box;height:100%;padding:${PADDING}px;background:${paper};color:${color};font-family:${fontFamily}`,
  );
  const heading = document.createElement("div");
  heading.textContent = title;
  heading.setAttribute("style", `height:${TITLE_HEIGHT}px;font-size:16px;font-weight:600`);
  page.append(heading, copy);
  const { width, height } = size;
  const html = new XMLSerializer().serializeToString(page);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${html}</foreignObject></svg>`;
}

async function drawn(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

function offer(blob: Blob, file: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  URL.revokeObjectURL(link.href);
}
