import type { Desk } from "./desk";

type Parts = typeof import("./parts");

let parts: Parts | null = null;
const dressed = new WeakSet<ShadowRoot>();

async function fetchParts(desk: Desk): Promise<Parts> {
  parts ??= await import("./parts");
  const { root, lang } = desk.host;
  Object.assign(desk.words, await parts.loadAllWords(lang));
  if (!dressed.has(root)) {
    dressed.add(root);
    desk.host.style(parts.DRAWER_STYLE);
    desk.change({});
  }
  return parts;
}

/** The same, where it has come already. */
export const partsHere = (desk: Desk): Parts | null => (dressed.has(desk.host.root) ? parts : null);

/** What the panel draws once somebody does something there; null until it is here. */
export function unfoldedParts(desk: Desk): Parts | null {
  const here = partsHere(desk);
  if (!here) withParts(desk, () => {});
  return here;
}

/** Does something with these parts: at once where they are here. */
export function withParts(desk: Desk, run: (parts: Parts) => void): void {
  const here = partsHere(desk);
  if (here) run(here);
  else fetchParts(desk).then(run, () => desk.host.tell("error", { why: "offline" }));
}
