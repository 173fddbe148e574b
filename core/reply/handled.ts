/** What a reply led to. */
export type Handled =
  /** A button of the message was pressed for them. */
  | "action"
  /** It counts as a reply. */
  | "response"
  | "promised"
  | "not_me"
  | "stopped"
  /** They want no more of a topic that nobody can switch off. */
  | "stop_required"
  | "started"
  | "helped"
  /** Somebody else wrote: no answer of the person's. */
  | "other"
  /** They answered a message about several matters, and which of them is meant nobody can know. */
  | "of_several"
  /** The case was closed already. */
  | "late"
  | "away"
  | "automatic";
