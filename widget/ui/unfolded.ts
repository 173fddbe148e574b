import type { Desk } from "./desk";

type Parts = typeof import("./parts");

let parts: Parts | null = null;
const dressed = new WeakSet<ShadowRoot>();

async function fetchParts(desk: Desk): Promise<Parts> {
  parts ??= await import("./parts");
  const { root } = desk.host;
  if (!dressed.has(root)) {
    dressed.add(root);
    desk.host.style(parts.DRAWER_STYLE);
    desk.change({});
  }
  return parts;
}

/** What the panel draws once somebody does something there; null until it is here. */
export function unfoldedParts(desk: Desk): Parts | null {
  if (parts && dressed.has(desk.host.root)) return parts;
  withParts(desk, () => {});
  return null;
}

/** Does something with these parts: at once where they are here. */
export function withParts(desk: Desk, run: (parts: Parts) => void): void {
  if (parts && dressed.has(desk.host.root)) run(parts);
  else fetchParts(desk).then(run, () => desk.host.tell("error", { why: "offline" }));
}
