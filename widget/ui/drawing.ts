import { h, render } from "preact";
import { announcer } from "./announcer";
import { type Desk, listOf, listViewOf, lookAtFirst, rowsAt } from "./desk";
import { keepFocus } from "./focus";
import type { PanelHost } from "./host";
import { whenIdle } from "./idle";
import { momentsIn } from "./moments";
import { HEADING_ID, LIST_ID, Panel } from "./panel";
import { sayWith } from "./say";
import { topicsOf } from "./topics";
import { withParts } from "./unfolded";
import { languageOf, type Words } from "./words";

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** How many rows more are drawn whenever there is time. */
const ROWS_MORE = 16;
const TITLES_TOLD_MAX = 3;

export type Drawing = { desk: Desk; draw(): void; end(): void };

type Place = {
  panel: HTMLElement;
  content: HTMLElement;
  live: HTMLElement;
  isShown: () => boolean;
};

const timer = {
  now: () => performance.now(),
  after(ms: number, run: () => void) {
    const started = setTimeout(run, ms);
    return () => clearTimeout(started);
  },
};

/** Draws the panel's content whenever the inbox or the look at it changes, while it is shown. */
export function beginDrawing(host: PanelHost, words: Words, place: Place): Drawing {
  const { inbox } = host;
  const { panel, content, live, isShown } = place;
  const locale = Object.keys(host.words).length > 0 ? host.lang : languageOf(host.lang);
  const say = sayWith(words, host.words, locale);
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
    say,
    locale,
    moments: momentsIn(locale),
    topics: topicsOf(host.element.getAttribute("topics")),
    inbox: inbox.state,
    look: lookAtFirst(Date.now()),
    change(part) {
      if (part.drawer || part.isMenuOpen) focus.opening();
      desk.look = { ...desk.look, ...part };
      later();
    },
    tell(text) {
      live.textContent = text;
    },
  };
  const focus = keepFocus(panel, host.root, HEADING_ID, (active) => {
    desk.look = { ...desk.look, active };
  });

  const draw = (): void => {
    const rows = rowsAt(desk);
    focus.before(rows, desk.look.active);
    render(h(Panel, { desk }), content);
    focus.after();
    if (desk.look.rowsMax >= rows.length || isWidening) return;
    isWidening = true;
    whenIdle(() => {
      isWidening = false;
      desk.change({ rowsMax: desk.look.rowsMax + ROWS_MORE });
    });
  };

  const news = announcer(timer, (titles) =>
    desk.tell(
      say("news", { n: titles.length, titles: titles.slice(0, TITLES_TOLD_MAX).join("; ") }),
    ),
  );
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
      news.news(event.items.map(({ title }) => title));
      if (!document.hidden) inbox.seen();
    }),
    focus.end,
    news.end,
  ];
  const minutes = setInterval(() => {
    if (isShown()) desk.change({ now: Date.now() });
  }, MINUTE_MS);
  const seconds = setInterval(() => {
    if (desk.look.kept.size > 0)
      withParts(desk, (does) => does.dropKept(desk, Date.now(), focus.row()));
  }, SECOND_MS);

  return {
    desk,
    draw,
    end() {
      for (const end of ends) end();
      clearInterval(minutes);
      clearInterval(seconds);
      render(null, content);
    },
  };
}
