import type { InboxAnswer, InboxItem } from "@/core/contracts/inbox";

/** What this browser keeps of one inbox between visits. */
export type Kept = { answer: InboxAnswer; items: InboxItem[] };

/** What the client asks of the place where it runs. */
export type Surroundings = {
  now(): number;
  /** Calls back later; gives what prevents it. */
  after(ms: number, run: () => void): () => void;
  random(): number;
  /** Once there is nothing more urgent to do. */
  rest(): Promise<unknown>;
  load(key: string): Promise<Kept | undefined>;
  save(key: string, kept: Kept): Promise<void>;
  storage: Storage | undefined;
};
