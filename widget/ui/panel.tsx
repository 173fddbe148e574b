/** @jsxImportSource preact */
import type { InboxView } from "@/core/contracts/inbox";
import { type Desk, isOffline, listOf, listViewOf, rowsAt } from "./desk";
import { isGone } from "./groups";
import { Icon } from "./icons";
import { safeHref, WEB } from "./links";
import { RowOf, rowProps } from "./row";
import { unfoldedParts, withParts } from "./unfolded";
import { countedTab, lookAt, type Tab } from "./view";

export const HEADING_ID = "fu-heading";
export const LIST_ID = "fu-list";
const TABS = ["all", "todo", "snoozed"] as const satisfies readonly InboxView[];

/** All of the panel, as the desk says. */
export function Panel({ desk }: { desk: Desk }) {
  const { say, look, host } = desk;
  const parts = look.isMenuOpen || look.isSettingsOpen ? unfoldedParts(desk) : null;
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
              run={() => withParts(desk, () => desk.change({ isMenuOpen: !look.isMenuOpen }))}
            />
            <Tool
              desk={desk}
              icon="settings"
              label={say("preferences")}
              run={() => withParts(desk, (does) => void does.openSettings(desk))}
            />
          </>
        )}
        {host.mode === "bell" && (
          <Tool desk={desk} icon="close" label={say("close")} run={() => host.close(true)} />
        )}
        {look.isMenuOpen && parts && <parts.HeadMenu desk={desk} />}
      </div>
      {look.isSettingsOpen && parts ? <parts.Settings desk={desk} /> : <Lists desk={desk} />}
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
  const shown: Tab[] = [
    ...TABS.map((one) => ({ view: one, label: countedTab(desk, one) })),
    ...(view === "archived" ? [{ view, label: countedTab(desk, "archived") }] : []),
    ...desk.topics.map(({ key, label }) => ({ view: `topic:${key}` as const, label })),
  ];
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={desk.say("tabs")}
      onKeyDown={(event) => unfoldedParts(desk)?.onTabKey(desk, event, shown)}
    >
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
        onKeyDown={(event) => unfoldedParts(desk)?.onRowKey(desk, event, ids, active)}
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
