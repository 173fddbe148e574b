import { h, render } from "preact";
import { BANNER_STYLE, Banner } from "./banner";
import { dismissedIds, rememberDismissed } from "./dismissed";
import type { BannerHost, WidgetView } from "./host";
import { whenIdle } from "./idle";
import { partOf, type Spoken, spokenBy } from "./part";

/** Shows the newest unseen item that waits for the reader, until it is answered, seen or dismissed. */
export function mountBanner(host: BannerHost): WidgetView {
  const { element, inbox } = host;
  const place = element.getAttribute("placement") === "bottom" ? "banner bottom" : "banner";
  const part = partOf(host, place, BANNER_STYLE);
  const topic = element.getAttribute("topic");
  let dismissed = dismissedIds();
  let failure: string | null = null;
  let spoken: Spoken | null = null;
  let isEnded = false;

  const draw = (): void => {
    if (!spoken || isEnded) return;
    const item = inbox.state.lists.todo?.items.find(
      ({ id, seenAt, topic: its }) =>
        seenAt === null && !dismissed.includes(id) && (topic === null || its?.key === topic),
    );
    if (!item) {
      render(null, part);
      return;
    }
    const dismiss = (): void => {
      dismissed = [...dismissed, item.id];
      rememberDismissed(dismissed);
      failure = null;
      draw();
    };
    const answered = (why: string | null): void => {
      failure = why;
      draw();
    };
    render(h(Banner, { item, inbox, spoken, failure, answered, dismiss }), part);
  };

  const unsubscribe = inbox.subscribe(draw);
  void spokenBy(host).then((known) => {
    spoken = known;
    draw();
  });
  whenIdle(() => {
    if (!isEnded) void inbox.open("todo");
  });
  return {
    destroy() {
      isEnded = true;
      unsubscribe();
      render(null, part);
      part.remove();
    },
  };
}
