import { describe, expect, it } from "vitest";
import { ASKING, answer, check, codes, facts, found, send, withSteps } from "./example-problems";
import type { WorkflowFacts } from "./problem";

describe("contents", () => {
  it("a missing content, and one of another channel, are problems", () => {
    expect(
      found([send("s", { channels: [{ email: "invoice-intial" }] }), answer], "send.no_content")
        ?.message,
    ).toContain('Did you mean "invoice-initial"?');
    expect(
      found([send("s", { channels: [{ email: "invoice-short" }] }), answer], "send.no_content")
        ?.message,
    ).toBe('"invoice-short" is a content for SMS, not for Email.');
  });

  it("contents of fallbacks, escalation levels and endings are looked at too", () => {
    const fallback = { sms: "gone", after: "PT4H", unless: "opened" };
    expect(found([send("s", { fallback }), answer], "send.no_content")?.path).toBe(
      "stages.0.steps.0.fallback",
    );
    const levels = [
      { targets: [{ person: "max" }], channels: [{ email: "gone" }], acknowledgeWithin: "PT4H" },
    ];
    expect(found([{ id: "e", kind: "escalate", levels }], "send.no_content")?.path).toBe(
      "stages.0.steps.0.levels.0.channels.0",
    );
    expect(
      check({ resolution: { steps: [send("c", { channels: [{ email: "gone" }] })] } })[0]?.path,
    ).toBe("resolution.steps.0.channels.0");
  });

  it("a name nothing stands behind is a problem", () => {
    const templates = new Map(facts().templates);
    const put = (body: string) =>
      templates.set("invoice-initial", {
        channel: "email",
        content: {
          subject: "S",
          body: `${body}: ${ASKING}`,
          actions: [{ id: "paid", label: "Pay", kind: "complete" }],
        },
      });
    put("Dear {{ customer.name }}");
    expect(check({}, { templates })).toMatchObject([
      { code: "send.unknown_variable", severity: "problem", path: "stages.0.steps.0.channels.0" },
    ]);
    put("Total {{ data.amonut }} for {{ person.frstName }}");
    expect(check({}, { templates }).map(({ message }) => message)).toEqual([
      'In "invoice-initial": {{ data.amonut }} does not exist. Did you mean "data.amount"?',
      'In "invoice-initial": {{ person.frstName }} does not exist. Did you mean "person.firstName"?',
    ]);
  });

  it("without a data schema the event's fields are not checked", () => {
    expect(check({ data: undefined, subject: "Invoice {{ data.anything }}" })).toEqual([]);
    expect(codes(check({ subject: "Invoice {{ data.anything }}" }))).toEqual([
      "send.unknown_variable",
    ]);
  });

  it("what a call saves can be read", () => {
    const call = { id: "c", kind: "call", url: "https://crm.example.com", saveAs: "crm" };
    expect(
      check({ ...withSteps(call, send("s"), answer), subject: "{{ data.crm.tier }}" }),
    ).toEqual([]);
  });

  it("a channel that is off is a problem; when nobody knows, nothing is said", () => {
    const off = found(
      [send("s"), answer],
      "send.channel_off",
      {},
      { channelsOn: new Set(["in_app"]) },
    );
    expect(off).toMatchObject({ severity: "problem", message: "Email is not configured." });
  });

  it("a reminder with nothing to press is a check; a confirmation needs no button", () => {
    expect(
      found([send("s", { channels: [{ email: "invoice-thanks" }] }), answer], "send.no_action")
        ?.severity,
    ).toBe("check");
  });

  it("one channel twice in a step is a problem: the second would never be sent", () => {
    const channels = [{ email: "invoice-initial" }, { email: "invoice-reminder" }];
    expect(found([send("s", { channels }), answer], "send.same_channel")?.path).toBe(
      "stages.0.steps.0.channels.1",
    );
    const fallback = { email: "invoice-reminder", after: "PT4H", unless: "opened" };
    expect(found([send("s", { fallback }), answer], "send.same_channel")?.path).toBe(
      "stages.0.steps.0.fallback",
    );
  });

  it("advertising needs a postal address, and a topic that can be switched off", () => {
    const advertising = (facts: Partial<WorkflowFacts>, of: "promotional" | "notification") => {
      const { stages, ...rest } = withSteps(send("s"), answer);
      const classed = stages.map((stage) => ({ ...stage, class: of }));
      const found = check({ ...rest, stages: classed }, facts).map(({ code }) => code);
      return found.filter((code) => code.startsWith("send.promotional"));
    };
    const required = new Map([["billing-reminders", { required: true }]]);
    const bare = { postalAddress: false, topics: required };
    expect(advertising(bare, "promotional")).toEqual([
      "send.promotional_no_address",
      "send.promotional_required",
    ]);
    expect(advertising(bare, "notification")).toEqual([]);
    expect(advertising({ postalAddress: true }, "promotional")).toEqual([]);
  });

  it("only required topics may ignore quiet hours", () => {
    const loud = [send("s", { ignoreQuietHours: true }), answer];
    expect(found(loud, "send.quiet_hours")?.severity).toBe("problem");
    expect(
      found(
        loud,
        "send.quiet_hours",
        {},
        { topics: new Map([["billing-reminders", { required: true }]]) },
      ),
    ).toBeUndefined();
  });
});
