/** What somebody may say about why they stopped something. */
export const REASONS = ["too_many", "not_for_me", "unclear", "elsewhere"] as const;
export type Reason = (typeof REASONS)[number];

export const RATES = ["daily", "weekly", "last_reminder"] as const;
export type Rate = (typeof RATES)[number];

export type UnsubscribeWords = {
  title: (topic: string) => string;
  lead: (address: string) => string;
  leadPlain: string;
  stop: string;
  stopAll: string;
  choose: string;
  off: (topic: string) => string;
  offText: string;
  duty: string;
  allOff: string;
  allOffText: string;
  stillRequired: (topics: string) => string;
  required: (topic: string) => string;
  requiredText: (sender: string) => string;
  noTopic: string;
  noTopicText: (sender: string) => string;
  contact: (address: string) => string;
  lessOften: string;
  rate: Record<Rate, string>;
  less: (topic: string) => string;
  lessText: Record<Rate, string>;
  undo: string;
  undone: string;
  undoneText: (topics: string) => string;
  why: string;
  reason: Record<Reason, string>;
  thanks: string;
  oneClick: (topic: string) => string;
};
