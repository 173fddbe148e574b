import type { z } from "zod";
import type { Step } from "../step";

/** What a mending button says. */
export type RemedyCode =
  | "edit"
  | "choose_event"
  | "choose_field"
  | "choose_topic"
  | "review_topic"
  | "use"
  | "replace"
  | "set_due"
  | "due_after"
  | "write_content"
  | "open_content"
  | "choose_content"
  | "configure_channel"
  | "choose_channel"
  | "remove_channel"
  | "insert_link"
  | "add_action"
  | "add_postal_address"
  | "respect_quiet_hours"
  | "swap"
  | "edit_wait"
  | "use_time"
  | "insert_wait"
  | "insert_response"
  | "send_event"
  | "correct"
  | "add_otherwise"
  | "move_row"
  | "edit_row"
  | "choose_supervisor"
  | "open_team"
  | "choose_target"
  | "use_level"
  | "set_maximum"
  | "one_is_enough"
  | "as_level_one"
  | "add_stop"
  | "choose_until"
  | "add_confirmation"
  | "disable"
  | "open_scenario"
  | "open_scenarios";

type Json = z.core.util.JSONType;

/** Something an editor can do at once about a problem. */
export type RemedyAct =
  /** Put the focus into a control. `field` is its path in the step, or in the document where `step` is null. */
  | { kind: "focus"; step: string | null; field: string }
  /** Put a value at a place of the document; undefined takes it out. */
  | { kind: "set"; path: (string | number)[]; value: Json | undefined }
  /** Put a step before or after another, into the same list. */
  | { kind: "insert"; before?: string; after?: string; step: Step }
  | { kind: "swap"; a: string; b: string }
  /** Exchange a name in every text of a content. */
  | { kind: "replace_text"; template: string; from: string; to: string }
  | {
      kind: "open";
      what: "topic" | "team" | "channels" | "brand" | "content" | "scenario" | "event";
      key?: string;
    };

export type Remedy = {
  label: { code: RemedyCode; params: Record<string, string | number> };
} & RemedyAct;
