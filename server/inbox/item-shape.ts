import type { InboxAction, InboxAnswer, InboxDone, InboxItem } from "@/core/contracts/inbox";
import type { WorkspaceId } from "@/core/ids";
import { blocksOf } from "@/core/inbox/blocks";
import { type Instant, toRfc3339 } from "@/core/time";
import { type InboxItemRow, type InboxRow, ITEMS_TOLD_MAX } from "@/db/queries/inbox";
import type { Ctx } from "@/server/context";
import { mintToken } from "@/server/links/token";
import { ownerOf } from "./token";

type House = Pick<Ctx, "config">;

const at = (moment: Instant | null): string | null => (moment === null ? null : toRfc3339(moment));

/** The state of an inbox as it is told; `since` is what its reader knows already, `shaped` what was made of its items before. */
export function answerOf(
  { config }: House,
  row: InboxRow,
  since?: number,
  shaped?: ReadonlyMap<string, InboxItem>,
): InboxAnswer {
  const isFar = row.items.length > ITEMS_TOLD_MAX;
  const isLost = since !== undefined && (since < row.removedRevision || since > row.revision);
  const reset = isFar || isLost;
  return {
    owner: ownerOf(config.appSecret, row.workspaceId, row.personId),
    revision: row.revision,
    counts: row.counts,
    items: reset
      ? []
      : row.items.map((item) => shaped?.get(item.id) ?? itemOf({ config }, row.workspaceId, item)),
    removed: [],
    reset,
  };
}

/** An item with its words as data. */
export function itemOf({ config }: House, workspaceId: WorkspaceId, row: InboxItemRow): InboxItem {
  const { content } = row;
  const done = doneOf(row);
  const token = { purpose: "p", index: 0, workspaceId, messageId: row.id } as const;
  return {
    id: row.id,
    revision: row.revision,
    thread: row.caseId,
    arrivedAt: toRfc3339(row.arrivedAt),
    title: content.title ?? content.subject ?? row.subject,
    body: blocksOf(content.body),
    locale: content.locale,
    dueAt: row.status === "open" ? at(row.dueAt) : null,
    topic: row.topic === null ? null : { key: row.topic, name: row.topicName ?? row.topic },
    actions: actionsOf(row, done).map((action) => shown({ config }, workspaceId, row, action)),
    todo: row.todo,
    done,
    seenAt: at(row.seenAt),
    readAt: at(row.readAt),
    archivedAt: at(row.archivedAt),
    snoozedUntil: at(row.snoozedUntil),
    snoozedAt: at(row.snoozedAt),
    whyUrl: `${config.appUrl}/p/${mintToken(config.appSecret, token)}?m=${row.id}`,
  };
}

type Action = InboxItemRow["content"]["actions"][number];

const leads = ({ kind, url }: Action): boolean => kind === "link" && url !== null;

/** A button as the inbox has it: whom to hand a matter to is chosen on the page of the button. */
function shown(
  { config }: House,
  workspaceId: WorkspaceId,
  { id: messageId, content }: InboxItemRow,
  { kind, ...action }: Action,
): InboxAction {
  if (kind !== "hand_over") return { ...action, kind };
  const index = content.actions.findIndex(({ id }) => id === action.id);
  const token = mintToken(config.appSecret, { purpose: "a", index, workspaceId, messageId });
  return { ...action, kind: "link", url: `${config.appUrl}/a/${token}` };
}

/** Those that still do something: who has the matter decides over the buttons of helpers. */
function actionsOf(row: InboxItemRow, done: InboxDone | null): Action[] {
  const { actions } = row.content;
  const isOpen = row.status === "open";
  const isMine = row.acknowledgedAt !== null && row.doerIsReader === true;
  const isTaken = row.acknowledgedAt !== null || row.escalated === true;
  return actions.filter((action) => {
    if (leads(action)) return true;
    if (!isOpen) return false;
    switch (action.kind) {
      case "take_over":
        return isTaken && !isMine;
      case "hand_over":
      case "need_help":
        return isMine || (done === null && !isTaken);
      case "acknowledge":
        return done === null && !isTaken;
      default:
        return done === null;
    }
  });
}

/** What the buttons do that do not just answer. */
const PRESSED: Record<string, InboxDone["kind"]> = { snooze: "put_off", reply: "replied" };

/** What became of the matter, in the order in which `standingOf` asks. */
function doneOf(row: InboxItemRow): InboxDone | null {
  const nothing = { action: null, choice: null, by: null, until: null, undoUntil: null };
  const { press, pressedAt } = row;
  if (press !== null && pressedAt !== null) {
    return {
      kind: PRESSED[row.pressedKind ?? ""] ?? "answered",
      action: row.pressedLabel,
      choice: press.choice ?? null,
      by: { name: null, isYou: true },
      at: toRfc3339(pressedAt),
      until: at(press.until ?? null),
      undoUntil: at(press.undo?.until ?? null),
    };
  }
  if (row.content.actions.every(leads)) return null;
  if (row.status !== "open") {
    const closedAt = row.closedAt ?? row.arrivedAt;
    return { ...nothing, kind: "closed", by: byOf(row), at: toRfc3339(closedAt) };
  }
  if (!row.taken) return null;
  if (row.acknowledgedAt !== null) {
    const acknowledgedAt = toRfc3339(row.acknowledgedAt);
    return { ...nothing, kind: "acknowledged", by: byOf(row), at: acknowledgedAt };
  }
  return { ...nothing, kind: "escalated", at: toRfc3339(row.escalatedAt ?? row.arrivedAt) };
}

/** Systems and the plan have no name to show. */
function byOf({ doer, doerName, doerIsReader }: InboxItemRow): InboxDone["by"] {
  if (doer === null || doer === "plan" || /^(?:event|api):/.test(doer)) return null;
  return { name: doerName, isYou: doerIsReader === true };
}
