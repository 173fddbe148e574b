/** @jsxImportSource preact */
import type { InboxAction, InboxItem } from "@/core/contracts/inbox";
import type { Inbox } from "../client/inbox";
import { failureIn } from "./failure";
import { safeHref, WEB } from "./links";
import type { Say } from "./say";

/** The first answer that needs nothing more than a press; the others are given in the panel. */
export const quickAction = (item: InboxItem): InboxAction | null =>
  item.actions.find(
    ({ kind, url }) =>
      kind === "complete" ||
      kind === "acknowledge" ||
      (kind === "link" && safeHref(url, WEB) !== null),
  ) ?? null;

type Props = {
  item: InboxItem;
  inbox: Inbox;
  say: Say;
  /** After an answer; with what went wrong, where it did. */
  answered: (failure: string | null) => void;
};

/** A button that finishes the task outside of the panel. */
export function QuickAnswer({ item, inbox, say, answered }: Props) {
  const action = quickAction(item);
  if (!action) return null;
  const send = () =>
    inbox.press(item.id, { action: action.id }).then(
      () => answered(null),
      (error) => answered(action.kind === "link" ? null : say(`fail.${failureIn(error)}`)),
    );
  if (action.kind === "link")
    return (
      <a
        part="button"
        class="button first"
        href={safeHref(action.url, WEB) ?? ""}
        target="_blank"
        rel="noopener noreferrer"
        title={say("newTab")}
        onClick={() => void send()}
      >
        {action.label}
      </a>
    );
  return (
    <button type="button" part="button" class="button first" onClick={() => void send()}>
      {action.label}
    </button>
  );
}
