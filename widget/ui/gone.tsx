/** @jsxImportSource preact */
import type { Desk } from "./desk";
import type { Group, Kept } from "./groups";
import { UndoButton } from "./undo-button";
import { undo } from "./verbs";

type Props = { desk: Desk; group: Group; kept: Kept | null; now: number };

/** What is left of a row for a moment, so that it can be called back. */
export function Gone({ desk, group, kept, now }: Props) {
  const { say, moments } = desk;
  if (!kept) return null;
  const at = group.newest.snoozedUntil;
  return (
    <li class="row gone" data-row={group.id}>
      <span class="ellipsis" dir="auto">
        {group.newest.title}
      </span>
      <span class="said">
        {kept.what === "archived"
          ? say("archived")
          : at === null
            ? say("tab.snoozed")
            : say("snoozedUntil", { when: moments.short(Date.parse(at), now) })}
        <UndoButton say={say} until={kept.until} onUndo={() => void undo(desk, group, kept)} />
      </span>
    </li>
  );
}
