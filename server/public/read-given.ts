import { PUT_OFF_DAYS_MAX } from "@/core/contracts/inbox";
import type { Db } from "@/db/client";
import { type Filled, PAGE_REPLY_CHARS_MAX } from "./action-form";
import { chosenOf, colleaguesOf } from "./colleagues";
import { isHelper, RESOLVE, readSeen } from "./helper";
import type { Link } from "./link";
import type { Given } from "./press";
import { fieldOf } from "./read-form";
import { snoozeUntil } from "./snooze-until";
import type { Action } from "./standing";
import { publicWords } from "./words";

export type Missing = Filled & { problem: string };

/** What was chosen or written beside a button, or what is missing of it. */
export async function readGiven(
  db: Db,
  link: Link,
  action: Action,
  form: FormData,
): Promise<Given | Missing> {
  const words = publicWords(link.locale).action;
  const [choice, text, when, date, to] = ["choice", "text", "when", "date", "to"].map((name) =>
    fieldOf(form, name),
  ) as [string, string, string, string, string];
  const missing = (problem: string): Missing => ({ problem, choice, text, when, date, to });
  const seen = isHelper(link) ? readSeen(fieldOf(form, "seen")) : undefined;
  const shown = seen && { seen };
  // Whoever pressed on the page of a message to helpers can take it back there.
  const undoable = seen && { undoable: true as const };
  switch (action.kind) {
    case "choice":
      return action.choices.includes(choice) ? { choice } : missing(words.chooseOne);
    case "reply": {
      const lines = linesOf(text);
      if (lines === "") return missing(words.writeSomething);
      return isTooLong(lines) ? missing(words.replyTooLong(PAGE_REPLY_CHARS_MAX)) : { text: lines };
    }
    case "snooze": {
      const until = snoozeUntil(when, date, link.now, link.zone);
      if (until === null) return missing(words.dateNeeded(PUT_OFF_DAYS_MAX));
      return { until, ...shown, ...undoable };
    }
    case "hand_over": {
      const chosen = chosenOf(await colleaguesOf(db, link), to);
      const { chooseWho } = publicWords(link.locale).helper;
      return chosen ? { to: chosen.to, ...shown } : missing(chooseWho);
    }
    case "complete": {
      const note = linesOf(fieldOf(form, "note"));
      if (isTooLong(note)) return missing(words.replyTooLong(PAGE_REPLY_CHARS_MAX));
      if (action.id !== RESOLVE) return { ...shown };
      return { ...(note !== "" && { text: note }), ...shown, ...undoable };
    }
    case "acknowledge":
    case "take_over":
    case "need_help":
      return { ...shown };
    case "link":
      return {};
  }
}

const linesOf = (text: string): string => text.replaceAll("\r\n", "\n");

const isTooLong = (text: string): boolean => text.length > PAGE_REPLY_CHARS_MAX;
