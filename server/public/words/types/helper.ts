/** What a helper can do from a message, beside the button that was pressed. */
export type HelperVerb =
  | "acknowledge"
  | "take_over"
  | "hand_over"
  | "need_help"
  | "snooze"
  | "unsnooze"
  | "resolve";

export type HelperWords = {
  /** Above the buttons below a question or an answer. */
  more: string;
  label: Record<HelperVerb, string>;
  /** What pressing does. `has`: who has the matter now; `names`: who would be brought in. */
  hint: Omit<Record<HelperVerb, string>, "take_over" | "need_help"> & {
    take_over: (has: string | null) => string;
    need_help: (names: string) => string;
  };
  handTo: string;
  people: string;
  teams: string;
  choose: string;
  chooseWho: string;
  handOver: string;
  note: string;
  putOff: string;
  has: (name: string, at: string) => string;
  youHave: (at: string) => string;
  told: (names: string, at: string) => string;
  nobodyYet: string;
  tookOver: (at: string) => string;
  handedOver: (to: string, at: string) => string;
  handedTold: (to: string) => string;
  askedForHelp: (at: string) => string;
  came: (level: number, names: string) => string;
  nobodyCame: string;
  resolved: (at: string) => string;
  goesOn: (at: string) => string;
  /** Who hears of it when it is not taken on, or not resolved, until then. */
  unlessTaken: (names: string, by: string) => string;
  unlessResolved: (names: string, by: string) => string;
  undo: string;
  undone: string;
  undoLate: string;
  unchanged: string;
};
