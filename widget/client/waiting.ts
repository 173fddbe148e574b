import type { Operation } from "./operation";

const PREFIX = "followthrough";

type Saved = { owner: string; operations: readonly Operation[] };

/**
 * What this tab could not send yet, kept for the next visit. Each tab writes a note of its own, and
 * holds a lock of its name for as long as it lives, so that a later one takes over only the orphans.
 */
export function createWaiting(storage: Storage | undefined, key: string, tab: string) {
  const group = `${PREFIX} ${key} `;
  const own = group + tab;
  const locks = globalThis.navigator?.locks;
  let release: (() => void) | undefined;

  return {
    save(owner: string, operations: readonly Operation[]): void {
      try {
        if (operations.length === 0) storage?.removeItem(own);
        else storage?.setItem(own, JSON.stringify({ owner, operations } satisfies Saved));
        if (operations.length > 0 && !release) {
          release = () => {};
          const held = () =>
            new Promise<void>((done) => {
              release = done;
            });
          void locks?.request(own, held).catch(() => {});
        }
      } catch {
        // Full or forbidden: it is sent from memory then.
      }
    },
    /** Takes over what tabs that are gone left behind; another person's is thrown away. */
    async adopt(owner: string): Promise<Operation[]> {
      if (!storage) return [];
      const alive = (await locks?.query())?.held?.map(({ name }) => name) ?? [];
      const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
      return names.sort().flatMap((name) => {
        if (!name.startsWith(group) || name === own || alive.includes(name)) return [];
        const saved = JSON.parse(storage.getItem(name) ?? "{}") as Partial<Saved>;
        storage.removeItem(name);
        return saved.owner === owner ? [...(saved.operations ?? [])] : [];
      });
    },
    leave: () => release?.(),
  };
}
