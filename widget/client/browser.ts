import type { Surroundings } from "./surroundings";

const STORE = "inbox";
const REST_MAX_MS = 1_000;

const outcome = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open("followthrough");
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return (await outcome(opening)).transaction(STORE, mode).objectStore(STORE);
}

/** A page may be forbidden to keep anything, which even asking says by an error. */
const localStorageOrNone = (): Storage | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
};

export const browser = (): Surroundings => ({
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  rest: () =>
    new Promise((done) => {
      if ("requestIdleCallback" in globalThis) requestIdleCallback(done, { timeout: REST_MAX_MS });
      else setTimeout(done, 50);
    }),
  load: async (key) => outcome((await store("readonly")).get(key)),
  save: async (key, kept) => {
    await outcome((await store("readwrite")).put(kept, key));
  },
  storage: localStorageOrNone(),
});
