/** @jsxImportSource preact */
import { Component } from "preact";
import type { InboxAction } from "@/core/contracts/inbox";
import { BUTTONS_MAX, type Desk, type Drawer, isOffline, toggled } from "./desk";
import { doneText } from "./done";
import { type Group, isGone, type Kept } from "./groups";
import { Icon } from "./icons";
import { safeHref, WEB } from "./links";
import { previewOf } from "./preview";
import { partsHere, unfoldedParts, withParts } from "./unfolded";

type Props = {
  desk: Desk;
  group: Group;
  kept: Kept | null;
  isActive: boolean;
  isExpanded: boolean;
  isUnfolded: boolean;
  drawer: Drawer | null;
  pressing: string | null;
  failed: Desk["look"]["failed"] extends ReadonlyMap<string, infer F> ? F | null : never;
  offline: boolean;
  /** Whether what is drawn only by the later parts can be drawn. */
  isWhole: boolean;
  /** Moments are told relative to it. */
  now: number;
};

const sameGroup = (a: Group, b: Group): boolean =>
  a.newest === b.newest &&
  a.earlier.length === b.earlier.length &&
  a.earlier.every((item, at) => item === b.earlier[at]);

/** One matter in the list. Draws anew only when something of it has changed. */
export class RowOf extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { group, ...rest }: Props = this.props;
    return (
      next.drawer !== null ||
      next.isExpanded ||
      next.isUnfolded ||
      next.kept !== null ||
      !sameGroup(group, next.group) ||
      (Object.keys(rest) as (keyof typeof rest)[]).some((key) => rest[key] !== next[key])
    );
  }

  render(props: Props) {
    if (!isGone(props)) return <Item {...props} />;
    const parts = unfoldedParts(props.desk);
    return parts && <parts.Gone {...props} />;
  }
}

function Item(props: Props) {
  const { desk, group, isActive, isExpanded, isUnfolded, drawer, now } = props;
  const { say, moments } = desk;
  const { newest, earlier } = group;
  const titleId = `fu-${group.id}`;
  const tab = isActive ? 0 : -1;
  const arrived = Date.parse(newest.arrivedAt);
  const parts = drawer || isExpanded || isUnfolded ? unfoldedParts(desk) : null;
  return (
    <li class="row" part="item" data-row={group.id} data-unread={group.isUnread || null}>
      <article aria-labelledby={titleId} {...(newest.locale ? { lang: newest.locale } : {})}>
        <h3>
          <button
            type="button"
            id={titleId}
            part="title"
            class="title"
            dir="auto"
            tabIndex={tab}
            aria-expanded={isExpanded}
            onClick={() => withParts(desk, (does) => does.expand(desk, group))}
          >
            {newest.title}
            {group.isUnread && <span class="vh">, {say("isUnread")}</span>}
          </button>
        </h3>
        {newest.body.length > 0 &&
          (isExpanded && parts ? (
            <div class="body" dir="auto">
              <parts.Blocks body={newest.body} />
            </div>
          ) : (
            <p class="body preview" dir="auto">
              {previewOf(newest.body)}
            </p>
          ))}
        <div lang={desk.locale}>
          <Answers {...props} tab={tab} />
          <div class="meta">
            <span class="times">
              <time dateTime={newest.arrivedAt} title={moments.full(arrived)}>
                {moments.short(arrived, now)}
              </time>
              <When {...props} />
            </span>
            <Tools {...props} tab={tab} />
          </div>
          {earlier.length > 0 && (
            <button
              type="button"
              class="link"
              tabIndex={tab}
              aria-expanded={isUnfolded}
              onClick={() => unfold(desk, group)}
            >
              {say("earlier", { n: earlier.length })}
            </button>
          )}
        </div>
        {isUnfolded && parts && <parts.Earlier desk={desk} items={earlier} now={now} />}
      </article>
      {parts && drawer && <parts.RowDrawer desk={desk} group={group} drawer={drawer} />}
    </li>
  );
}

/** Shows or hides the earlier messages of a matter. */
const unfold = (desk: Desk, group: Group): void =>
  desk.change({ unfolded: toggled(desk.look.unfolded, group.id), active: group.id });

/** When it is due, and since or until when it was put aside. */
function When({ desk, group, now }: Props) {
  const { say, moments } = desk;
  const { dueAt, snoozedAt, snoozedUntil } = group.newest;
  const isOpen = group.asking.done === null;
  const due = dueAt === null ? null : Date.parse(dueAt);
  return (
    <>
      {due !== null && isOpen && (
        <span class={due < now ? "late" : "due"} title={moments.full(due)}>
          {say(due < now ? "late" : "due", { when: moments.distance(due, now) })}
        </span>
      )}
      {snoozedUntil !== null && (
        <span>{say("snoozedUntil", { when: moments.short(Date.parse(snoozedUntil), now) })}</span>
      )}
      {snoozedUntil === null && snoozedAt !== null && (
        <span>{say("snoozedFrom", { when: moments.short(Date.parse(snoozedAt), now) })}</span>
      )}
    </>
  );
}

/** The buttons that finish the task, or what became of it. */
function Answers({
  desk,
  group,
  kept,
  pressing,
  failed,
  offline,
  drawer,
  now,
  tab,
}: Props & { tab: number }) {
  const { say } = desk;
  const { asking } = group;
  const { done, actions } = asking;
  const until = kept?.until ?? (done?.undoUntil ? Date.parse(done.undoUntil) : 0);
  const canUndo = done !== null && done.undoUntil !== null && until > Date.now();
  const parts = canUndo ? unfoldedParts(desk) : null;
  const open = drawer?.action?.id ?? null;
  const noteId = `fu-note-${asking.id}`;
  return (
    <>
      {done && (
        <p class="said">
          <Icon name="read" />
          <span dir="auto">{doneText(done, say, desk.moments, now)}</span>
          {parts && (
            <parts.UndoButton
              say={say}
              until={until}
              onUndo={() => void parts.undo(desk, group, kept)}
            />
          )}
        </p>
      )}
      {actions.length > 0 && (
        <div class="buttons">
          {actions.slice(0, BUTTONS_MAX).map((action, at) => (
            <Answer
              key={action.id}
              desk={desk}
              group={group}
              action={action}
              isFirst={at === 0}
              isBusy={pressing === action.id}
              isOpen={open === action.id}
              isOff={offline || (pressing !== null && pressing !== action.id)}
              noteId={offline ? noteId : null}
              tab={tab}
            />
          ))}
          {actions.length > BUTTONS_MAX && (
            <button
              type="button"
              part="button"
              class="button"
              aria-label={say("moreActions")}
              aria-haspopup="menu"
              aria-expanded={drawer?.kind === "more"}
              tabIndex={tab}
              onClick={() =>
                withParts(desk, (does) =>
                  does.toggleDrawer(desk, { id: group.id, kind: "more", isPicking: false }),
                )
              }
            >
              <Icon name="more" />
            </button>
          )}
        </div>
      )}
      {offline && actions.some(({ kind }) => kind !== "link") && (
        <p class="hint" id={noteId}>
          {say("needsConnection")}
        </p>
      )}
      {failed && (
        <p class="said failed">
          <span>{say(`fail.${failed.why}`)}</span>
          {failed.again && (
            <button type="button" class="link" tabIndex={tab} onClick={failed.again}>
              {say("retry")}
            </button>
          )}
        </p>
      )}
    </>
  );
}

type AnswerProps = {
  desk: Desk;
  group: Group;
  action: InboxAction;
  isFirst: boolean;
  isBusy: boolean;
  isOpen: boolean;
  isOff: boolean;
  noteId: string | null;
  tab: number;
};

function Answer(props: AnswerProps) {
  const { desk, group, action, isFirst, isBusy, isOpen, isOff, noteId, tab } = props;
  const look = {
    part: "button",
    dir: "auto",
    class: `button${isFirst ? " first" : ""}${isBusy ? " busy" : ""}`,
    tabIndex: tab,
  } as const;
  if (action.kind === "link") {
    const href = safeHref(action.url, WEB);
    if (href === null) return null;
    return (
      <a
        {...look}
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        title={desk.say("newTab")}
        onClick={() => withParts(desk, (does) => does.act(desk, group, action))}
      >
        {action.label}
      </a>
    );
  }
  const opens = action.kind === "choice" || action.kind === "snooze";
  return (
    <button
      type="button"
      {...look}
      aria-disabled={isOff || isBusy}
      aria-busy={isBusy}
      {...(noteId ? { "aria-describedby": noteId } : {})}
      {...(opens ? { "aria-haspopup": "menu", "aria-expanded": isOpen } : {})}
      {...(action.kind === "reply" ? { "aria-expanded": isOpen } : {})}
      onClick={() => withParts(desk, (does) => does.act(desk, group, action))}
    >
      {action.label}
    </button>
  );
}

/** Snooze, read, archive: at the end of a row, shown when it is looked at. */
function Tools({ desk, group, drawer, tab }: Props & { tab: number }) {
  const { say } = desk;
  const isArchived = group.newest.archivedAt !== null;
  const isSnoozed = group.newest.snoozedUntil !== null;
  const tool = (
    icon: Parameters<typeof Icon>[0]["name"],
    label: string,
    key: string,
    run: () => void,
    more: object = {},
  ) => (
    <button
      type="button"
      class="tool"
      aria-label={label}
      aria-keyshortcuts={key}
      title={`${label} (${key})`}
      tabIndex={tab}
      onClick={run}
      {...more}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <span class="tools">
      {isSnoozed
        ? tool("back", say("unsnooze"), "S", () =>
            withParts(desk, (does) => does.unsnooze(desk, group)),
          )
        : !isArchived &&
          tool(
            "snooze",
            say("snooze"),
            "S",
            () =>
              withParts(desk, (does) =>
                does.toggleDrawer(desk, { id: group.id, kind: "snooze", isPicking: false }),
              ),
            { "aria-haspopup": "menu", "aria-expanded": drawer?.kind === "snooze" },
          )}
      {group.isUnread
        ? tool("read", say("read"), "U", () =>
            withParts(desk, (does) => does.turnRead(desk, group)),
          )
        : tool("unread", say("unread"), "U", () =>
            withParts(desk, (does) => does.turnRead(desk, group)),
          )}
      {isArchived
        ? tool("back", say("unarchive"), "E", () =>
            withParts(desk, (does) => does.archive(desk, group)),
          )
        : tool("archive", say("archive"), "E", () =>
            withParts(desk, (does) => does.archive(desk, group)),
          )}
    </span>
  );
}

/** What a row of the list is given. */
export function rowProps(desk: Desk, group: Group, kept: Kept | null): Props {
  const { look, inbox } = desk;
  const { id } = group.asking;
  // A press that failed stands in the look; the rest was taken back by what the server said.
  const refused = inbox.failed.get(group.newest.id);
  const failed =
    look.failed.get(id) ??
    (refused && refused.what !== "press" ? { why: refused.why, again: null } : null);
  return {
    desk,
    group,
    kept,
    isActive: look.active === group.id,
    isExpanded: look.expanded.has(group.id),
    isUnfolded: look.unfolded.has(group.id),
    drawer: look.drawer?.id === group.id ? look.drawer : null,
    pressing: inbox.pressing.get(id)?.action ?? null,
    failed,
    offline: isOffline(desk),
    isWhole: partsHere(desk) !== null,
    now: look.now,
  };
}
