import type { TextKey } from "@/components/text/messages";
import type { Slots } from "@/components/text/text";
import { type Chord, isBesideTyping, isSingle, matches, type Press, parseKeys } from "./keys";

export type Shortcut = {
  /** `e`, `shift+e`, `mod+k`, `g t`, `down`; the first of several is the one menus show. */
  keys: string | readonly string[];
  label: TextKey;
  slots?: Slots;
  run: () => void;
  /** Runs again while the key is held. */
  repeats?: boolean;
  /** Works while a dialog is open too. */
  inDialog?: boolean;
  /** Kept out of the palette: moves of the focus, which mean nothing there. */
  onlyKeys?: boolean;
  /** Cannot be taken back or reaches people: the palette asks before it runs. */
  danger?: boolean;
};

/** `scope` is the heading of the group in the sheet. */
export type Registered = Shortcut & { id: string; scope: TextKey };

/** The scope of what works on every page. */
export const EVERYWHERE: TextKey = "shortcuts.everywhere";

let registered: readonly Registered[] = [];
const watchers = new Set<() => void>();

function change(next: readonly Registered[]): void {
  registered = next;
  for (const watcher of watchers) watcher();
}

let groups = 0;

/** Binds a group of shortcuts until the function it gives is called. */
export function register(scope: TextKey, shortcuts: readonly Shortcut[]): () => void {
  groups += 1;
  const group = groups;
  const added = shortcuts.map((shortcut, i) => ({ ...shortcut, scope, id: `${group}-${i}` }));
  change([...registered, ...added]);
  return () => change(registered.filter((one) => !added.includes(one)));
}

export const registeredNow = (): readonly Registered[] => registered;

export function watchRegistered(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const keysOf = ({ keys }: Pick<Shortcut, "keys">): readonly string[] =>
  typeof keys === "string" ? [keys] : keys;

type Bound = { shortcut: Registered; chords: Chord[] };

const bound = (shortcuts: readonly Registered[]): Bound[] =>
  shortcuts.flatMap((shortcut) =>
    keysOf(shortcut).map((keys) => ({ shortcut, chords: parseKeys(keys) })),
  );

/** Where the press happened decides what may run. */
export type Where = {
  mac: boolean;
  /** The strokes of a sequence begun before. */
  pending: readonly Press[];
  /** The focus is where one types, or in a menu that searches by letters. */
  typing: boolean;
  singleKeys: boolean;
  dialogOpen: boolean;
};

/** A page knows better than the frame around it, whichever was there first. */
const everywhere = ({ shortcut }: Bound): number => Number(shortcut.scope === EVERYWHERE);

/**
 * What a press means: a shortcut to run, a sequence begun, or nothing. A page's own goes before those
 * of everywhere, among these the last one registered wins, and a sequence begun swallows its next stroke, so that `g` then a wrong letter does nothing.
 */
export function meaningOf(
  shortcuts: readonly Registered[],
  press: Press,
  { mac, pending, typing, singleKeys, dialogOpen }: Where,
): { run?: Registered; pending: readonly Press[] } {
  const strokes = [...pending, press];
  const fits = bound(shortcuts)
    .filter(({ shortcut, chords }) => {
      if (dialogOpen && !shortcut.inDialog) return false;
      if (typing && !chords.every(isBesideTyping)) return false;
      if (!singleKeys && chords.some(isSingle)) return false;
      return strokes.every((stroke, i) => {
        const chord = chords[i];
        return chord !== undefined && matches(chord, stroke, mac);
      });
    })
    .reverse()
    .sort((a, b) => everywhere(a) - everywhere(b));
  if (fits.some(({ chords }) => chords.length > strokes.length)) return { pending: strokes };
  const [first] = fits;
  return first ? { run: first.shortcut, pending: [] } : { pending: [] };
}
