type Closed = "resolved" | "expired" | "canceled";

export type StaleWords = {
  title: Record<Closed | "acknowledged" | "escalated" | "refused", string>;
  closed: Record<Closed, (by: string | null, at: string | null) => string>;
  acknowledged: (by: string, at: string) => string;
  escalated: (level: number, to: string | null, at: string | null) => string;
  refused: Record<"no_escalation" | "nobody_there", string>;
  unchanged: string;
  you: string;
  bySystem: (sender: string) => string;
};
