import type { InboxDone } from "@/core/contracts/inbox";
import type { Moments } from "./moments";
import type { Say } from "./say";

/** What became of a matter, in a sentence. */
export function doneText(done: InboxDone, say: Say, moments: Moments, now: number): string {
  const at = Date.parse(done.at);
  const time = moments.clock(at, now);
  const name = done.by?.name ?? null;
  switch (done.kind) {
    case "replied":
      return say("done.replied");
    case "answered": {
      const answer = done.choice ?? done.action;
      if (done.by?.isYou && answer !== null) return say("done.answered", { answer });
      return name === null ? say("done.someone", { time }) : say("done.by", { name, time });
    }
    case "acknowledged":
      if (done.by?.isYou) return say("done.yours");
      return name === null ? say("done.someone", { time }) : say("done.theirs", { name });
    case "put_off":
      return done.until === null
        ? say("done.someone", { time })
        : say("done.put_off", { until: moments.short(Date.parse(done.until), now) });
    case "escalated":
      return say("done.escalated", { time });
    case "closed":
      return say("done.closed");
  }
}
