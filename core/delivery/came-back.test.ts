import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CameBack, outcomeOfReports, type Report, type Reported } from "./came-back";
import type { MessageStatus } from "./message-status";

const AT = 1_000_000;

const message = (over: Partial<Reported> = {}): Reported => ({
  status: "sent",
  attempts: 1,
  request: { audience: "person", because: { code: "case.opened", params: { event: "x" } } },
  ...over,
});
const report = (cameBack: CameBack, at = AT): Report => ({
  id: `${cameBack.type}${at}`,
  at,
  cameBack,
});
const bounce: CameBack = { type: "bounced", permanent: true, text: "No such user" };
const failed: CameBack = { type: "failed", stopped: false, text: "Off" };
const delivered: CameBack = { type: "delivered" };

describe("what comes back about a message", () => {
  it("a delivery makes it delivered, at the provider's moment", () => {
    expect(outcomeOfReports(message(), [report(delivered)])).toEqual({
      status: "delivered",
      words: null,
      deliveredAt: AT,
      tell: null,
    });
  });

  it("a permanent bounce fails it in the provider's words and tells the case", () => {
    expect(outcomeOfReports(message({ status: "delivered" }), [report(bounce)])).toEqual({
      status: "failed",
      words: { code: "fail.bounced", params: { text: "No such user" } },
      deliveredAt: null,
      tell: "failed",
    });
  });

  it("a delivery that arrives after the bounce takes nothing back and tells nothing again", () => {
    const reports = [report(bounce, AT), report(delivered, AT + 1)];
    expect(outcomeOfReports(message({ status: "failed" }), reports)).toMatchObject({
      status: "failed",
      deliveredAt: null,
      tell: null,
    });
  });

  it("a bounce that may pass, a delay and a complaint leave the outcome alone", () => {
    const passing: CameBack[] = [
      { type: "bounced", permanent: false, text: "Full" },
      { type: "delayed", text: "" },
      { type: "complained", text: "" },
    ];
    expect(
      outcomeOfReports(
        message(),
        passing.map((one) => report(one)),
      ),
    ).toBeNull();
  });

  it.each(["unknown", "sending", "held", "failed"] as const)(
    "a delivery heals a message that ended %s, with the words it was sent for",
    (status) => {
      expect(outcomeOfReports(message({ status }), [report(delivered)])).toMatchObject({
        status: "delivered",
        words: { code: "sent.plan", params: { code: "case.opened", audience: "person" } },
      });
    },
  );

  it("that the provider took it says something only while its end is not known", () => {
    const took = [report({ type: "sent" })];
    expect(outcomeOfReports(message({ status: "unknown" }), took)).toMatchObject({
      status: "sent",
    });
    for (const status of ["sent", "delivered", "failed"] as const) {
      expect(outcomeOfReports(message({ status }), took)).toBeNull();
    }
  });

  it("the case hears of an outcome once: what it was told before is not told again", () => {
    const told = (status: MessageStatus, cameBack: CameBack) =>
      outcomeOfReports(message({ status }), [report(cameBack)])?.tell;
    expect(told("sending", delivered)).toBe("sent");
    expect(told("held", failed)).toBe("failed");
    expect(told("unknown", delivered)).toBeNull();
    expect(told("unknown", failed)).toBe("failed");
    expect(told("failed", delivered)).toBeNull();
    expect(told("failed", bounce)).toBeNull();
  });

  it("a message that was rightly not sent, or never tried, stays as it is", () => {
    expect(outcomeOfReports(message({ status: "not_sent" }), [report(bounce)])).toBeNull();
    expect(
      outcomeOfReports(message({ status: "planned", attempts: 0 }), [report(delivered)]),
    ).toBeNull();
  });
});

const anyCameBack = fc.oneof(
  fc.constantFrom<CameBack>({ type: "sent" }, delivered, failed, bounce),
  fc.record({
    type: fc.constant("bounced" as const),
    permanent: fc.boolean(),
    text: fc.constantFrom("a", "b"),
  }),
  fc.record({
    type: fc.constant("failed" as const),
    stopped: fc.boolean(),
    text: fc.constantFrom("c", "d"),
  }),
);
const anyReports = fc
  .array(fc.record({ cameBack: anyCameBack, at: fc.integer({ min: 0, max: 3 }) }), { maxLength: 6 })
  .map((all) => all.map((one, i) => ({ id: `e${i}`, ...one })));
const anyStatus = fc.constantFrom<MessageStatus>(
  "planned",
  "held",
  "sending",
  "sent",
  "delivered",
  "unknown",
);

/** Takes reports one by one, as the door does: what is kept so far, and the one that just came. */
function takeAll(status: MessageStatus, reports: readonly Report[]) {
  let state = { status, words: null as unknown, deliveredAt: null as number | null };
  const tells: string[] = [];
  const kept: Report[] = [];
  for (const one of reports) {
    const isKept = one.cameBack.type !== "sent";
    if (isKept) kept.push(one);
    const outcome = outcomeOfReports(
      message({ status: state.status }),
      isKept ? kept : [...kept, one],
    );
    if (!outcome) continue;
    const { tell, ...rest } = outcome;
    state = { ...rest, words: outcome.words ?? state.words };
    if (tell) tells.push(tell);
  }
  return { state, tells };
}

describe("in whatever order reports arrive", () => {
  it("the message ends the same, and a refusal is told at most once and last", () => {
    fc.assert(
      fc.property(
        anyStatus,
        anyReports.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        (status, [reports, shuffled]) => {
          const one = takeAll(status, reports);
          const other = takeAll(status, shuffled);
          expect(other.state).toEqual(one.state);
          for (const { tells } of [one, other]) {
            expect(tells.filter((tell) => tell === "failed").length).toBeLessThanOrEqual(1);
            expect(tells.lastIndexOf("sent")).toBeLessThanOrEqual(0);
          }
          expect(other.tells.includes("failed")).toBe(one.tells.includes("failed"));
        },
      ),
    );
  });

  it("a repeat changes nothing", () => {
    fc.assert(
      fc.property(anyStatus, anyReports, (status, reports) => {
        const once = takeAll(status, reports);
        const kept = reports.filter(({ cameBack }) => cameBack.type !== "sent");
        const again = outcomeOfReports(message({ status: once.state.status }), kept);
        if (again) expect(again.status).toBe(once.state.status);
        expect(again?.tell ?? null).toBeNull();
      }),
    );
  });
});
