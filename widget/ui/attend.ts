import { announcer } from "./announcer";
import type { Desk, Place } from "./desk";
import { type Focus, keepFocus } from "./focus";
import { whenIdle } from "./idle";
import { dropKept } from "./verbs";

const SECOND_MS = 1_000;
const TITLES_TOLD_MAX = 3;

/** What looks after the panel while somebody uses it. */
export type Attending = { focus: Focus; news(titles: readonly string[]): void; end(): void };

const timer = {
  now: () => performance.now(),
  after(ms: number, run: () => void) {
    const started = setTimeout(run, ms);
    return () => clearTimeout(started);
  },
};

/** Keeps the focus, reads out what arrives, ends what can no longer be undone, and what a page asked for. */
export function attend(desk: Desk, { panel, content }: Place, headingId: string): Attending {
  const { host } = desk;
  const focus = keepFocus(panel, host.root, headingId, (active) => {
    desk.look = { ...desk.look, active };
  });
  const { news, end } = announcer(timer, (titles) =>
    desk.tell(
      desk.say("news", { n: titles.length, titles: titles.slice(0, TITLES_TOLD_MAX).join("; ") }),
    ),
  );
  const seconds = setInterval(() => {
    if (desk.look.kept.size > 0) dropKept(desk, Date.now(), focus.row());
  }, SECOND_MS);
  const ends = [focus.end, end, () => clearInterval(seconds)];
  let isEnded = false;

  const asPageAsked = async (): Promise<void> => {
    if (host.element.hasAttribute("read-on-view")) {
      const { readOnView } = await import("./read-on-view");
      if (!isEnded) ends.push(readOnView(host, content));
    }
    if (host.element.hasAttribute("debug") || location.hostname === "localhost") {
      const { warnOfContrast } = await import("./contrast");
      whenIdle(() => warnOfContrast(panel));
    }
  };
  asPageAsked().catch(() => {});

  return {
    focus,
    news,
    end() {
      isEnded = true;
      for (const one of ends) one();
    },
  };
}
