/** The console's lists, and its page of numbers: the address and the saved views of each. */
export const LISTS = [
  "cases",
  "workflows",
  "messages",
  "people",
  "teams",
  "events",
  "analytics",
] as const;
export type ListName = (typeof LISTS)[number];
