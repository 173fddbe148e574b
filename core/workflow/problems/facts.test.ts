import { describe, expect, it } from "vitest";
import type { Template } from "@/core/template/content";
import { withWords } from "@/core/template/translation";
import { answer, check, codes, facts, found, send, withSteps } from "./example-problems";
import { unreadable } from "./unreadable";

const in_ = (...locales: string[]) => {
  const templates = new Map(facts().templates);
  const initial = templates.get("invoice-initial");
  if (!initial) throw new Error("no example");
  const all = Object.fromEntries(locales.map((locale) => [locale, initial.content]));
  return templates.set("invoice-initial", { ...initial, locales: all });
};

type Locales = NonNullable<Template["locales"]>;

const SILENT = { resolution: undefined };

describe("what the workspace knows", () => {
  it("a language that is missing is worth a look, whatever names it", () => {
    const steps = [send("s"), answer];
    const languages = ["en", "de", "fr"];
    const some = found(steps, "send.locale_missing", SILENT, { templates: in_("de"), languages });
    expect(some).toMatchObject({ severity: "check", params: { missing: 1, of: 3, locales: "fr" } });
    expect(
      found(steps, "send.locale_missing", SILENT, {
        templates: in_("de"),
        languages: ["en", "de-AT"],
      }),
    ).toBeUndefined();
    expect(found(steps, "send.locale_missing", SILENT, { templates: in_("de") })).toBeUndefined();
    const reminder = send("t", { channels: [{ email: "invoice-reminder" }] });
    const mixed = found(
      [send("s"), { id: "w", kind: "wait", for: "P1D" }, reminder, answer],
      "send.locale_missing",
      SILENT,
      { templates: in_("de", "fr") },
    );
    expect(mixed).toMatchObject({ step: "t", params: { missing: 2, of: 3 } });
  });

  it("a translation of words that changed since is worth a look, one nobody knows of is not", () => {
    const steps = [send("s"), answer];
    const templates = new Map(in_("de", "fr"));
    expect(found(steps, "send.translation_behind", SILENT, { templates })).toBeUndefined();
    const initial = templates.get("invoice-initial");
    if (!initial) throw new Error("no example");
    const content = { ...initial.content, body: "Words that were never translated." };
    const changed = withWords({ ...initial }, null, content);
    templates.set("invoice-initial", { ...initial, content, locales: changed.locales as Locales });
    expect(found(steps, "send.translation_behind", SILENT, { templates })).toMatchObject({
      severity: "check",
      step: "s",
      params: { template: "invoice-initial", locales: "de, fr" },
    });
  });

  it("a content that is not finished cannot be sent", () => {
    const unfinished = new Map([["invoice-initial", { channel: "email", field: "content.body" }]]);
    const templates = new Map(facts().templates);
    templates.delete("invoice-initial");
    const more = { templates, unfinished: unfinished as never };
    expect(found([send("s"), answer], "send.no_content", {}, more)).toMatchObject({
      severity: "problem",
      params: { form: "unfinished", field: "content.body" },
    });
  });

  it("an optional topic needs a way to switch it off in every email to the person", () => {
    const steps = [send("s"), answer];
    const off = { preferenceLinks: false };
    expect(found(steps, "send.no_unsubscribe", SILENT, off)?.severity).toBe("problem");
    const topics = new Map([["billing-reminders", { required: true }]]);
    expect(found(steps, "send.no_unsubscribe", SILENT, { ...off, topics })).toBeUndefined();
    expect(found(steps, "send.no_unsubscribe", SILENT, { preferenceLinks: true })).toBeUndefined();
    expect(
      found([send("s", { to: "owner" }), answer], "send.no_unsubscribe", SILENT, off),
    ).toBeUndefined();
  });

  it("the quiet hours that most people chose count instead of the usual ones", () => {
    const wait = (at: string) => [{ id: "w", kind: "wait", for: "P1D", at }, send("s"), answer];
    const late = { quietHours: { from: "23:00", to: "10:00" } };
    expect(found(wait("09:00"), "wait.in_quiet_hours", {}, late)?.params).toEqual({
      at: "09:00",
      until: "10:00",
      use: "10:00",
    });
    expect(found(wait("22:00"), "wait.in_quiet_hours", {}, late)).toBeUndefined();
    expect(found(wait("22:00"), "wait.in_quiet_hours")).toBeDefined();
  });

  it("what no scenario reached is worth a look, once for all that stands in it", () => {
    const inside = [send("t"), { id: "w", kind: "wait", for: "P1D" }];
    const branch = {
      id: "b",
      kind: "branch",
      paths: [{ name: "A", when: "data.amount > 3", steps: inside }],
      otherwise: [],
    };
    const runs = { scenarios: 8, reached: new Set(["s", "r"]), most: null };
    const all = check(withSteps(send("s"), answer, branch), { runs });
    const missed = all.filter(({ code }) => code === "never_reached");
    expect(missed).toMatchObject([
      { step: "b", severity: "check", message: "No scenario reaches this step (8 were run)." },
    ]);
    const none = { scenarios: 0, reached: new Set<string>(), most: null };
    expect(codes(check(withSteps(send("s"), answer), { runs: none }))).toEqual([]);
  });

  it("more messages at once than the cap allows are worth a look", () => {
    const most = { messages: 4, hours: 24, cap: 3, scenario: "late", name: "Late responder" };
    const reached = new Set(["s", "r"]);
    const runs = { scenarios: 8, reached, most };
    expect(check(withSteps(send("s"), answer), { runs })).toMatchObject([
      {
        code: "cap.exceeded",
        severity: "check",
        message:
          'In the worst scenario ("Late responder") one person gets 4 messages in 24 hours (cap 3).',
      },
    ]);
    const within = { ...runs, most: { ...most, messages: 3 } };
    expect(check(withSteps(send("s"), answer), { runs: within })).toEqual([]);
  });
});

describe("what the schema refuses", () => {
  it("names the two things that people forget, and the place of everything else", () => {
    const found = unreadable([
      { path: "stages.0.steps.0.repeat.timesMax", message: "expected number" },
      { path: "stages.0.steps.1.otherwise", message: "expected array" },
      { path: "purpose", message: "Invalid option" },
    ]);
    expect(found).toMatchObject([
      { code: "escalate.loop", severity: "problem" },
      { code: "branch.no_otherwise", severity: "problem" },
      { code: "definition.unreadable", path: "purpose", params: { detail: "Invalid option" } },
    ]);
  });
});
