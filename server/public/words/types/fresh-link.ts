/** A link that ran out, and the way to a new one. */
export type FreshLinkWords = {
  /** Null: nothing is told about the address. */
  lead: (address: string | null) => string;
  send: string;
  sentTitle: string;
  sent: (days: number) => string;
};
