/** @jsxImportSource preact */
import type { ComponentType } from "preact";
import type { InboxView } from "@/core/contracts/inbox";
import { type Desk, isOffline, listOf, listViewOf, rowsAt, type View } from "./desk";
import { isGone } from "./groups";
import { Icon } from "./icons";
import { lineKey, rowKey } from "./keys";
import { safeHref, WEB } from "./links";
import type { PreferencesProps } from "./preferences";
import { RowOf, rowProps } from "./row";
import { unfoldedParts, withParts } from "./unfolded";
import { countedTab, lookAt } from "./view";

export const HEADING_ID = "fu-heading";
export const LIST_ID = "fu-list";
const TABS = ["all", "todo", "snoozed"] as const satisfies readonly InboxView[];

const late: { preferences?: ComponentType<PreferencesProps> } = {};

async function openSettings(desk: Desk): Promise<void> {
  if (!late.preferences) {
    const part = await import("./preferences");
    desk.host.style(part.PREFERENCES_STYLE);
    late.preferences = part.Preferences;
  }
  desk.change({ isSettingsOpen: true, isMenuOpen: false });
}

/** All of the panel, as the desk says. */
export function Panel({ desk }: { desk: Desk }) {
  const { say, look, host } = desk;
  const parts = look.isMenuOpen ? unfoldedParts(desk) : null;
  return (
    <>
      <div class="head">
        <h2 id={HEADING_ID} tabIndex={-1}>
          {say(look.isSettingsOpen ? "preferences" : "title")}
        </h2>
        {look.isSettingsOpen ? (
          <Tool
            desk={desk}
            icon="back"
            label={say("title")}
            run={() => desk.change({ isSettingsOpen: false })}
          />
        ) : (
          <>
            <Tool
              desk={desk}
              icon="more"
              label={say("more")}
              isOpen={look.isMenuOpen}
              run={() => desk.change({ isMenuOpen: !look.isMenuOpen })}
            />
            <Tool
              desk={desk}
              icon="settings"
              label={say("preferences")}
              run={() => void openSettings(desk)}
            />
          </>
        )}
        {host.mode === "bell" && (
          <Tool desk={desk} icon="close" label={say("close")} run={() => host.close(true)} />
        )}
        {look.isMenuOpen && parts && <parts.HeadMenu desk={desk} />}
      </div>
      {look.isSettingsOpen && late.preferences ? (
        <div class="scroll">
          <late.preferences inbox={host.inbox} say={say} moments={desk.moments} />
        </div>
      ) : (
        <Lists desk={desk} />
      )}
    </>
  );
}

type ToolProps = {
  desk: Desk;
  icon: Parameters<typeof Icon>[0]["name"];
  label: string;
  run: () => void;
  isOpen?: boolean;
};

function Tool({ icon, label, run, isOpen }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      {...(isOpen === undefined ? {} : { "aria-haspopup": "menu", "aria-expanded": isOpen })}
      onClick={run}
    >
      <Icon name={icon} />
    </button>
  );
}

function Tabs({ desk }: { desk: Desk }) {
  const { view } = desk.look;
  const shown: { view: View; label: string }[] = [
    ...TABS.map((one) => ({ view: one, label: countedTab(desk, one) })),
    ...(view === "archived" ? [{ view, label: countedTab(desk, "archived") }] : []),
    ...desk.topics.map(({ key, label }) => ({ view: `topic:${key}` as const, label })),
  ];
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const at = shown.findIndex((one) => one.view === view);
    const to =
      event.key.startsWith("Arrow") && /Up|Down/.test(event.key)
        ? null
        : lineKey(event.key, at, shown.length, desk.host.dir === "rtl");
    const next = to === null ? undefined : shown[to];
    if (!next) return;
    event.preventDefault();
    lookAt(desk, next.view);
    event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[to ?? 0]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={desk.say("tabs")} onKeyDown={onKeyDown}>
      {shown.map((one) => (
        <button
          key={one.view}
          id={`fu-tab-${one.view}`}
          type="button"
          role="tab"
          part="tab"
          aria-selected={one.view === view}
          aria-controls={LIST_ID}
          tabIndex={one.view === view ? 0 : -1}
          onClick={() => lookAt(desk, one.view)}
        >
          {one.label}
        </button>
      ))}
    </div>
  );
}

function Lists({ desk }: { desk: Desk }) {
  const { say, look: at } = desk;
  const list = listOf(desk);
  const fresh = list?.fresh ?? 0;
  return (
    <>
      <Tabs desk={desk} />
      {isOffline(desk) && <p class="bar">{say("offline")}</p>}
      {at.note && (
        <p class="bar">
          {at.note.text}{" "}
          <button type="button" class="link" onClick={at.note.undo}>
            {say("undo")}
          </button>
        </p>
      )}
      <div class="scroll" id={LIST_ID} role="tabpanel" aria-labelledby={`fu-tab-${at.view}`}>
        {fresh > 0 && (
          <button type="button" class="fresh" onClick={() => showFresh(desk)}>
            <Icon name="up" />
            {say("fresh", { n: fresh })}
          </button>
        )}
        <Rows desk={desk} />
      </div>
      <Footer desk={desk} />
    </>
  );
}

/** Takes in what arrived, and goes there. */
function showFresh(desk: Desk): void {
  desk.host.inbox.showFresh(listViewOf(desk.look.view));
  const scroll = desk.host.root.getElementById(LIST_ID);
  if (scroll) scroll.scrollTop = 0;
  desk.change({ active: null });
}

function Rows({ desk }: { desk: Desk }) {
  const { say, look: at } = desk;
  const list = listOf(desk);
  const rows = rowsAt(desk);
  if (rows.length === 0) {
    if (!list || list.isLoading)
      return isOffline(desk) ? <p class="empty">{say("unreachable")}</p> : <Skeleton desk={desk} />;
    return (
      <div class="empty">
        <slot name="empty">
          {say(at.view.startsWith("topic:") ? "empty.topic" : `empty.${listViewOf(at.view)}`)}
        </slot>
      </div>
    );
  }
  const ids = rows.filter((row) => !isGone(row)).map(({ group }) => group.id);
  const active = at.active !== null && ids.includes(at.active) ? at.active : (ids[0] ?? null);
  const shown = rows.slice(0, at.rowsMax);
  return (
    <>
      <ul
        class="rows"
        onKeyDown={(event) => onRowKey(desk, event, ids, active)}
        onFocusIn={(event) => onRowFocus(desk, event)}
      >
        {shown.map(({ group, kept }) => (
          <RowOf
            key={isGone({ group, kept }) ? `gone ${group.id}` : group.id}
            {...rowProps(desk, group, kept)}
            isActive={group.id === active}
          />
        ))}
      </ul>
      {list?.hasMore && shown.length === rows.length && (
        <button
          type="button"
          part="button"
          class="button more"
          aria-disabled={list.isLoading}
          onClick={() => !list.isLoading && void desk.host.inbox.more(listViewOf(at.view))}
        >
          {say(list.isLoading ? "loading" : "loadMore")}
        </button>
      )}
    </>
  );
}

function onRowFocus(desk: Desk, event: FocusEvent): void {
  const row =
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
  const id = row?.dataset.row;
  if (id && id !== desk.look.active && !row.classList.contains("gone")) desk.change({ active: id });
}

export function titleOf(desk: Desk, id: string): HTMLElement | null {
  return desk.host.root.getElementById(`fu-${id}`);
}

function onRowKey(
  desk: Desk,
  event: KeyboardEvent,
  ids: readonly string[],
  active: string | null,
): void {
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      desk.change({ drawer: null });
    }
    return;
  }
  const key = rowKey(event, Math.max(0, ids.indexOf(active ?? "")), ids.length);
  if (!key) return;
  event.preventDefault();
  if (key.kind === "move") {
    const id = ids[key.to];
    if (id === undefined) return;
    desk.change({ active: id });
    const title = titleOf(desk, id);
    title?.focus();
    return;
  }
  const group = rowsAt(desk).find((row) => row.group.id === active)?.group;
  if (!group) return;
  const { kind } = key;
  withParts(desk, (does) => {
    if (kind === "archive") does.archive(desk, group);
    else if (kind === "read") does.turnRead(desk, group);
    else if (group.newest.snoozedUntil !== null) does.unsnooze(desk, group);
    else does.toggleDrawer(desk, { id: group.id, kind: "snooze", isPicking: false });
  });
}

function Skeleton({ desk }: { desk: Desk }) {
  return (
    <div class="skeleton" role="img" aria-label={desk.say("loading")}>
      <i />
      <i />
      <i />
    </div>
  );
}

function Footer({ desk }: { desk: Desk }) {
  const why = safeHref(listOf(desk)?.items[0]?.whyUrl, WEB);
  return (
    <div class="foot">
      <slot name="footer">
        {why && (
          <>
            <a href={pageOf(why)} target="_blank" rel="noopener noreferrer">
              {desk.say("preferences")}
            </a>
            <span aria-hidden="true">·</span>
            <a href={why} target="_blank" rel="noopener noreferrer">
              {desk.say("why")}
            </a>
          </>
        )}
      </slot>
    </div>
  );
}

/** The preference page itself, without the message that the address asks about. */
function pageOf(why: string): string {
  return why.split("?")[0] ?? why;
}
