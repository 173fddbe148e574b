/** The console's lists: the address and the saved views of each. */
export const LISTS = ["cases", "workflows", "messages", "people", "teams", "events"] as const;
export type ListName = (typeof LISTS)[number];
