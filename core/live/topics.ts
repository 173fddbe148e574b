/** What a console page can follow: lists of the console, and the drafts of workflows by their keys. */
export const LIVE_TOPICS = ["cases", "messages", "events", "drafts"] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/** The topics in a list as it stands in an address (`cases,messages`), or null when one is unknown. */
export function topicsIn(text: string): LiveTopic[] | null {
  const names = [...new Set(text.split(","))];
  const known = LIVE_TOPICS.filter((topic) => names.includes(topic));
  return known.length === names.length ? known : null;
}
