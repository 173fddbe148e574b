import { describe, expect, it } from "vitest";
import { answer, check, found, send, withSteps } from "./example-problems";

describe("people", () => {
  const escalate = (target: unknown, more: Record<string, unknown> = {}) => ({
    id: "e",
    kind: "escalate",
    levels: [
      { targets: [target], channels: [{ email: "invoice-initial" }], acknowledgeWithin: "PT4H" },
    ],
    ...more,
  });

  it("a target with nobody behind it is a problem", () => {
    const nobody = [
      { team: "gone" },
      { team: "empty" },
      { team: "leaderless", role: "lead" },
      { team: "empty", role: "members" },
      { team: "empty", role: "round_robin" },
      { team: "billing", role: "on_call" },
      { rota: "gone" },
    ];
    for (const target of nobody)
      expect(found([escalate(target)], "escalate.no_target")?.severity).toBe("problem");
    const somebody = [
      { team: "billing" },
      { team: "leaderless" },
      { rota: "night" },
      { manager: "person" },
      { webhook: "https://chat.example.com" },
    ];
    for (const target of somebody)
      expect(found([escalate(target)], "escalate.no_target")).toBeUndefined();
    expect(found([{ id: "e", kind: "escalate", policy: "gone" }], "escalate.no_target")?.path).toBe(
      "stages.0.steps.0.policy",
    );
  });

  it("starting over at a level that is not there is a problem", () => {
    expect(
      found(
        [escalate({ team: "billing" }, { repeat: { toLevel: 2, timesMax: 1 } })],
        "escalate.no_target",
      ),
    ).toBeDefined();
  });

  it("escalating to the person who is followed up is worth a look", () => {
    expect(
      found([escalate({ team: "billing" })], "escalate.self", { person: { id: "lena" } })?.severity,
    ).toBe("check");
    expect(
      found([escalate({ team: "billing" })], "escalate.self", { person: { id: "mara" } }),
    ).toBeUndefined();
  });

  it("nobody who could acknowledge is worth a look where everyone must", () => {
    const everyone = (...targets: unknown[]) => ({
      id: "e",
      kind: "escalate",
      levels: [
        {
          targets,
          channels: [{ email: "invoice-initial" }],
          acknowledgeWithin: "PT4H",
          everyone: true,
        },
      ],
    });
    const webhook = { webhook: "https://chat.example.com" };
    const code = "escalate.nobody_to_acknowledge";
    expect(found([everyone(webhook)], code)).toMatchObject({
      severity: "check",
      path: "stages.0.steps.0.levels.0.everyone",
    });
    expect(found([everyone(webhook, { team: "billing", role: "round_robin" })], code)).toBe(
      undefined,
    );
  });

  it("less time to resolve than to acknowledge is worth a look", () => {
    const within = (timeout: unknown) =>
      found(
        [escalate({ team: "billing" }, { acknowledgementTimeout: timeout })],
        "escalate.timeout_short",
      );
    expect(within({ after: "PT1H" })?.path).toBe("stages.0.steps.0.acknowledgementTimeout.after");
    expect(within({ after: "PT4H" })).toBeUndefined();
    // One hour of work may be a day by the clock.
    expect(within({ after: "PT1H", clock: "working_hours" })).toBeUndefined();
  });

  it("a message to a team without people is a problem", () => {
    expect(found([send("s", { to: { team: "empty" } }), answer], "send.no_target")).toBeDefined();
  });

  it("a policy that would tell nobody, or send nothing, is a problem where it is used", () => {
    const level = (team: string, key: string) => ({
      targets: [{ team, role: "lead" as const }],
      channels: [{ email: key }],
      acknowledgeWithin: "PT4H",
    });
    const policy = (...levels: ReturnType<typeof level>[]) => ({
      ladders: new Map([["billing-leads", { levels }]]),
    });
    const step = [send("s"), answer, { id: "e", kind: "escalate", policy: "billing-leads" }];
    const twice = policy(level("leaderless", "invoice-initial"), level("leaderless", "gone"));
    const all = check(withSteps(...step), twice).filter(({ step: id }) => id === "e");
    expect(all).toMatchObject([
      { code: "send.no_content", path: "stages.0.steps.2.policy", params: { template: "gone" } },
      { code: "escalate.no_target", params: { form: "no_lead", key: "leaderless" } },
    ]);
    expect(found(step, "escalate.no_target", {}, policy(level("billing", "invoice-initial")))).toBe(
      undefined,
    );
  });
});
