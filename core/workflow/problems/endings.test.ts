import { describe, expect, it } from "vitest";
import { Definition } from "../definition";
import { exampleDefinition } from "../example-definition";
import { answer, check, codes, found, send } from "./example-problems";

describe("answers and ends", () => {
  const onEvent = (then: string) => ({ event: "x", then });

  it("nothing that stops it is a problem, and a check where it only tells", () => {
    expect(check({ stopsWhen: [] })).toMatchObject([{ code: "stop.none", severity: "problem" }]);
    expect(check({ stopsWhen: [], purpose: "status" })).toMatchObject([
      { code: "stop.none", severity: "check" },
    ]);
    expect(codes(check({ stopsWhen: [onEvent("respond")] }))).toContain("stop.none");
    const closing = { ...answer, responded: [{ id: "c", kind: "close", outcome: "resolved" }] };
    expect(found([send("s"), closing], "stop.none", { stopsWhen: [] })).toBeUndefined();
  });

  it("an event that never came, and a button no message has, are worth a look", () => {
    const eventNames = new Set(["invoice.created", "invoice.paid"]);
    const waiting = (what: unknown) => [send("s"), { ...answer, what: [what] }];
    expect(
      found(waiting({ event: "invoice.payed" }), "response.unreachable", {}, { eventNames })
        ?.message,
    ).toContain('"invoice.paid"');
    expect(
      found(waiting({ event: "invoice.paid" }), "response.unreachable", {}, { eventNames }),
    ).toBeUndefined();
    expect(found(waiting({ action: "payd" }), "response.unreachable")?.message).toContain('"paid"');
    expect(found(waiting({ action: "paid" }), "response.unreachable")).toBeUndefined();
  });

  it("a snooze rule without a moment is a problem", () => {
    expect(codes(check({ stopsWhen: [{ reply: true }, onEvent("snooze")] }))).toEqual([
      "stop.no_until",
    ]);
  });

  it("closing without telling anybody is worth a look", () => {
    expect(check({ resolution: undefined })).toMatchObject([
      { code: "close.silent", path: "resolution" },
    ]);
    expect(
      found([send("s"), answer, { id: "c", kind: "close", outcome: "expired" }], "close.silent")
        ?.step,
    ).toBe("c");
  });

  it("what stands behind a close, or behind a branch that always closes, is never reached", () => {
    const close = (id: string) => ({ id, kind: "close", outcome: "canceled" });
    expect(found([close("c"), send("s"), answer], "never_reached")?.step).toBe("s");
    const branch = (otherwise: unknown[]) => ({
      id: "b",
      kind: "branch",
      paths: [{ name: "A", when: "true", steps: [close("c")] }],
      otherwise,
    });
    expect(found([branch([close("d")]), send("s"), answer], "never_reached")?.step).toBe("s");
    expect(found([branch([]), send("s"), answer], "never_reached")).toBeUndefined();
    const stages = [
      { id: "a", name: "A", steps: [close("c")] },
      { id: "b", name: "B", steps: [send("s"), answer] },
    ];
    expect(check({ stages }).find(({ code }) => code === "never_reached")?.step).toBe("s");
  });

  it("an ending may send, wait, branch, update and call, and nothing else", () => {
    const steps = [
      { id: "x", kind: "escalate", policy: "billing-leads" },
      send("c", { channels: [{ email: "invoice-thanks" }] }),
    ];
    expect(check({ resolution: { steps } })).toMatchObject([
      { code: "ending.step_kind", path: "resolution.steps.0.kind" },
    ]);
    const branch = {
      id: "b",
      kind: "branch",
      paths: [{ name: "A", when: "true", steps: [answer] }],
      otherwise: [],
    };
    expect(codes(check({ expiry: { steps: [branch] } }))).toEqual(["ending.step_kind"]);
  });

  it("a last stage that ends with a message expires right after it", () => {
    expect(found([send("s")], "expires_at_once")).toMatchObject({ severity: "check", step: "s" });
    const branch = {
      id: "b",
      kind: "branch",
      paths: [{ name: "A", when: "true", steps: [answer] }],
      otherwise: [send("s")],
    };
    expect(found([branch], "expires_at_once")?.step).toBe("s");
    expect(found([send("s"), answer], "expires_at_once")).toBeUndefined();
  });

  it("gives at most its limit of findings", () => {
    const steps = Array.from({ length: 90 }, (_, i) =>
      send(`s${i}`, {
        anyOf: undefined,
        channels: ["email", "sms", "push", "in_app"].map((c) => ({ [c]: "gone" })),
      }),
    );
    const stages = [0, 1, 2].map((n) => ({
      id: `a${n}`,
      name: "A",
      steps: steps.map((s) => ({ ...s, id: `${s.id}-${n}` })),
    }));
    expect(Definition.safeParse(exampleDefinition({ stages })).success).toBe(true);
    expect(check({ stages })).toHaveLength(500);
  });
});
