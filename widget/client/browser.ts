import { createStore, get, set, type UseStore } from "idb-keyval";
import type { Surroundings } from "./surroundings";

let store: UseStore | undefined;
const kept = (): UseStore => {
  store ??= createStore("followthrough", "inbox");
  return store;
};

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
  load: async (key) => get(key, kept()),
  save: async (key, value) => set(key, value, kept()),
  storage: localStorageOrNone(),
});
