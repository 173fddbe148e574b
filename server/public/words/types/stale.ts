type Closed = "resolved" | "expired" | "canceled";

export type StaleWords = {
  title: Record<Closed | "acknowledged" | "escalated", string>;
  closed: Record<Closed, (by: string | null, at: string | null) => string>;
  acknowledged: (by: string, at: string) => string;
  escalated: (to: string | null, at: string | null) => string;
  unchanged: string;
  you: string;
  bySystem: (sender: string) => string;
};
