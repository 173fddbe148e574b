import { expect, test } from "vitest";
import { announcer, NEWS_EVERY_MS } from "./announcer";

function clockByHand() {
  let now = 0;
  let waiting: { at: number; run: () => void }[] = [];
  return {
    clock: {
      now: () => now,
      after(ms: number, run: () => void) {
        const one = { at: now + ms, run };
        waiting.push(one);
        return () => {
          waiting = waiting.filter((other) => other !== one);
        };
      },
    },
    pass(ms: number) {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}

test("news is read out at once, and what comes within five seconds together after them", () => {
  const { clock, pass } = clockByHand();
  const said: string[][] = [];
  const { news } = announcer(clock, (titles) => said.push(titles));
  news(["a"]);
  pass(0);
  news(["b"]);
  news(["c"]);
  pass(NEWS_EVERY_MS - 1);
  expect(said).toEqual([["a"]]);
  pass(1);
  expect(said).toEqual([["a"], ["c", "b"]]);
});

test("nothing is read out after the end", () => {
  const { clock, pass } = clockByHand();
  const said: string[][] = [];
  const spoken = announcer(clock, (titles) => said.push(titles));
  spoken.news(["a"]);
  spoken.end();
  pass(NEWS_EVERY_MS);
  expect(said).toEqual([]);
});
