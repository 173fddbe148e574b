import { h, render } from "preact";
import type { Attending } from "./attend";
import { type Desk, listOf, listViewOf, lookAtFirst, type Place, rowsAt } from "./desk";
import type { PanelHost } from "./host";
import { whenIdle } from "./idle";
import { momentsIn } from "./moments";
import { HEADING_ID, LIST_ID, Panel } from "./panel";
import { sayWith } from "./say";
import { topicsOf } from "./topics";
import { partsHere, withParts } from "./unfolded";
import { localeOf, type Words } from "./words";

const MINUTE_MS = 60_000;
/** How many rows more are drawn whenever there is time. */
const ROWS_MORE = 16;

export type Drawing = { desk: Desk; draw(): void; end(): void };

/** Draws the panel's content whenever the inbox or the look at it changes, while it is shown. */
export function beginDrawing(host: PanelHost, words: Words, place: Place): Drawing {
  const { inbox } = host;
  const { content, live, isShown } = place;
  const locale = Object.keys(host.words).length > 0 ? host.lang : localeOf(host.lang);
  const known = { ...words };
  let attending: Attending | null = null;
  let isWaiting = false;
  let isWidening = false;

  const later = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    queueMicrotask(() => {
      isWaiting = false;
      if (isShown()) draw();
    });
  };
  const desk: Desk = {
    host,
    words: known,
    say: sayWith(known, host.words, locale),
    locale,
    moments: momentsIn(locale),
    topics: topicsOf(host.element.getAttribute("topics")),
    inbox: inbox.state,
    look: lookAtFirst(Date.now()),
    change(part) {
      if (part.drawer || part.isMenuOpen) attending?.focus.opening();
      desk.look = { ...desk.look, ...part };
      later();
    },
    tell(text) {
      live.textContent = text;
    },
  };
  const draw = (): void => {
    const rows = rowsAt(desk);
    attending ??= partsHere(desk)?.attend(desk, place, HEADING_ID) ?? null;
    attending?.focus.before(rows, desk.look.active);
    render(h(Panel, { desk }), content);
    attending?.focus.after();
    if (desk.look.rowsMax >= rows.length || isWidening) return;
    isWidening = true;
    whenIdle(() => {
      isWidening = false;
      desk.change({ rowsMax: desk.look.rowsMax + ROWS_MORE });
    });
  };

  const isAtTop = (): boolean => (host.root.getElementById(LIST_ID)?.scrollTop ?? 0) <= 0;
  const ends = [
    inbox.subscribe((state) => {
      desk.inbox = state;
      if (!isShown()) return;
      if ((listOf(desk)?.fresh ?? 0) > 0 && isAtTop()) inbox.showFresh(listViewOf(desk.look.view));
      else later();
    }),
    inbox.on((event) => {
      if (event.type !== "arrived" || !isShown()) return;
      withParts(desk, () => attending?.news(event.items.map(({ title }) => title)));
      if (!document.hidden) inbox.seen();
    }),
    () => attending?.end(),
  ];
  const minutes = setInterval(() => {
    if (isShown()) desk.change({ now: Date.now() });
  }, MINUTE_MS);

  return {
    desk,
    draw,
    end() {
      for (const end of ends) end();
      clearInterval(minutes);
      render(null, content);
    },
  };
}
