import { expect, it } from "vitest";
import { en } from "@/components/text/en";
import { textOf } from "@/components/text/text";
import { stepFlows } from "@/core/case/step-flow";
import { bucketOf } from "@/core/case/trail";
import { DAY_MS, HOUR_MS } from "@/core/time";
import { aboutText, flowTokens, wayFlowOf, waySaid } from "./flow-words";

const words = { t: textOf(en, "en-GB"), locale: "en-GB" };
const row = (way: string, n: number, ms = 0) => ({ step: "a1", way, bucket: bucketOf(ms), n });
const responded = { kind: "responded", name: "Responded" } as const;

function saidOf(...rows: ReturnType<typeof row>[]) {
  const flow = stepFlows(rows).get("a1");
  const way = wayFlowOf(flow, responded);
  if (!flow || !way) throw new Error("nothing was counted");
  return { tokens: flowTokens(flow, words), said: waySaid(flow, way, responded, words) };
}

it("says of a way how many of those that came went it, their share of the settled, and how long it took", () => {
  const { tokens, said } = saidOf(
    row("here", 37),
    row("responded", 121, 9 * HOUR_MS),
    row("no_answer", 153, 7 * DAY_MS),
  );
  expect(said).toBe("Of 311 that reached here, 121 responded (44% of 274 settled), median 9 h.");
  expect(tokens[0]).toBe("311 in");
});

it("says no share of few cases, but why there is none", () => {
  expect(saidOf(row("responded", 5), row("no_answer", 7), row("here", 9)).said).toBe(
    "Of 21 that reached here, 5 responded. Too few have settled for a share: 12 of 20.",
  );
});

it("says about how long, as exactly as it is known", () => {
  expect(aboutText(9 * HOUR_MS + 7 * 60_000, words.t)).toBe("9 h");
  expect(aboutText(28.3 * HOUR_MS, words.t)).toBe("1 d 4 h");
});
