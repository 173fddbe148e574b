import type { ApiClient } from "./api-client";

/** What one run of the command was asked to do. */
export type Job = {
  api: ApiClient;
  dir: string;
  /** The installation, as its revisions are remembered by. */
  url: string;
  /** Only these workflows; empty: all. */
  keys: readonly string[];
  publish: boolean;
  note: string | undefined;
  /** Also over what changed since it was pulled. */
  force: boolean;
  say: (line: string) => void;
};

export const isAskedFor = ({ keys }: Job, key: string): boolean =>
  keys.length === 0 || keys.includes(key);
