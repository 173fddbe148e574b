import type { LiveNews } from "./live-client";

/** The part of news that may bear on one case (itself, its messages), or null when none does. */
export function newsAbout(news: LiveNews, caseId: string): LiveNews | null {
  const { cases = [], messages = [] } = news.changes;
  if (news.reset) return news;
  const own = cases === "many" ? cases : cases.filter(({ id }) => id === caseId);
  const its =
    messages === "many" ? messages : messages.filter(({ fields }) => fields?.caseId === caseId);
  if (own.length === 0 && its.length === 0) return null;
  return {
    reset: false,
    changes: {
      ...(own.length > 0 && { cases: own }),
      ...(its.length > 0 && { messages: its }),
    },
  };
}
