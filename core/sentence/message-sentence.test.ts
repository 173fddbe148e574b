import { expect, test } from "vitest";
import { actorName } from "./actor";
import { decisionSentence } from "./decision-sentence";
import { type MessageLine, messageSentence } from "./message-sentence";
import { planSentence } from "./plan-sentence";

const AT = Date.UTC(2025, 11, 10, 8);
const en = { locale: "en", zone: "Europe/Berlin", now: AT };
const opened = { code: "case.opened", params: { event: "invoice.created" } };
const message = (over: Partial<MessageLine>): MessageLine => ({
  status: "sent",
  code: "sent.plan",
  params: {},
  channel: "email",
  subject: "Your invoice 2041",
  personName: "Maria",
  deliverAt: AT,
  sentAt: AT,
  because: opened,
  ...over,
});

test("a sent message names its rule", () => {
  expect(messageSentence(message({}), en)).toEqual({
    class: "sent",
    sentence: "Email “Your invoice 2041” sent to Maria",
    because: "Because invoice.created arrived.",
  });
  const german = messageSentence(message({}), { ...en, locale: "de", withSentAt: true });
  expect(german.sentence).toBe(
    "E-Mail „Your invoice 2041“ am Mi., 10. Dez., 09:00 Uhr (Berlin) an Maria gesendet",
  );
});

test("a preferred channel is said after the rule that led to the message, in either language", () => {
  const params = { channel: "sms", personId: "maria", because: opened };
  const because = { code: "send.preferred", params };
  const names = { person: () => "Maria" };
  const line = (over: Partial<MessageLine>, locale = "en") =>
    messageSentence(message({ because, channel: "sms", ...over }), { ...en, locale, names })
      .because;
  const said = "Because invoice.created arrived. By SMS first, because Maria prefers it.";
  expect(line({})).toBe(said);
  expect(line({ status: "planned", code: null })).toBe(said);
  expect(line({}, "de")).toBe(
    "Weil invoice.created eingetroffen ist. Zuerst per SMS, weil Maria es so möchte.",
  );
  const alone = { code: "send.preferred", params: { channel: "sms" } };
  expect(line({ because: alone })).toBe("By SMS first, because the person prefers it.");
  const sent = decisionSentence({ code: "sent.plan", params: because }, { ...en, names });
  expect(sent.because).toBe(said);
});

test("a planned message says when", () => {
  const planned = messageSentence(message({ status: "planned", code: null }), en);
  expect(planned.class).toBe("held");
  expect(planned.sentence).toBe(
    "Email “Your invoice 2041” to Maria planned for Wed 10 Dec, 09:00 Berlin",
  );
  expect(planned.because).toBe("Because invoice.created arrived.");
});

test("a message that was not sent gives its reason, not its rule", () => {
  const answered = { code: "skip.responded", params: { name: "invoice.paid", at: AT } };
  expect(messageSentence(message({ status: "not_sent", ...answered }), en)).toEqual({
    class: "not_sent",
    sentence: "Email “Your invoice 2041” not sent to Maria",
    because: "Not needed: invoice.paid on Wed 10 Dec, 09:00 Berlin.",
  });
});

test("a message that was not sent and has no reason says so", () => {
  const { because } = messageSentence(message({ status: "not_sent", code: null }), en);
  expect(because).toBe("No reason was recorded.");
});

test("what the log saw is shown in the viewer's zone, what the person lives in theirs", () => {
  const viewed = { ...en, viewerZone: "America/New_York" };
  const log = decisionSentence({ code: "fail.rate", params: { at: AT } }, viewed);
  const lived = decisionSentence({ code: "held.quiet_hours", params: { until: AT } }, viewed);
  expect(log.sentence).toContain("New York");
  expect(lived.sentence).toBe("Waiting until Wed 10 Dec, 09:00 Berlin; quiet hours.");
});

test("a code this version does not know is shown, not dropped", () => {
  expect(decisionSentence({ code: "esc.new_thing" }, en)).toEqual({
    class: "escalation",
    sentence: "Recorded as esc.new_thing.",
    because: null,
  });
});

test("a decision says why when another decision caused it", () => {
  const because = { code: "await.timed_out", params: { after: "P3D" } };
  const params = { to: { name: "Dana" }, level: 1, because };
  expect(decisionSentence({ code: "esc.started", params }, en).because).toBe(
    "Because nobody answered in 3 days.",
  );
  expect(decisionSentence({ code: "esc.started", params }, { ...en, locale: "de" }).because).toBe(
    "Weil innerhalb von 3 Tagen keine Reaktion kam.",
  );
});

test("an owner taken away is nobody; an owner not recorded is not", () => {
  const none = decisionSentence({ code: "case.reassigned", params: { to: null, by: "Ana" } }, en);
  expect(none.sentence).toBe("Reassigned to nobody by Ana.");
  expect(decisionSentence({ code: "case.reassigned" }, en).sentence).toBe("Owner changed.");
});

test("every actor has a name", () => {
  expect(actorName({ kind: "plan" }, "de")).toBe("der Plan");
  expect(actorName({ kind: "person", id: "cus_1", name: null }, "en")).toBe("cus_1");
  expect(actorName({ kind: "api", name: "Stripe" }, "en")).toBe("the API (Stripe)");
  expect(actorName({ kind: "event", id: "e1", name: "invoice.paid" }, "en")).toBe("invoice.paid");
});

test("what the log holds in another form is found: the event, the time that ran out, the person", () => {
  const by = { kind: "event", id: "e1", name: "invoice.created" };
  const names = { person: (id: string) => (id === "p1" ? "Maria" : undefined) };
  const line = (code: string, params: Record<string, unknown>) =>
    decisionSentence({ code, params }, { ...en, names });
  expect(line("case.opened", { subject: "Invoice 2041", by }).because).toBe(
    "Because invoice.created arrived.",
  );
  const ranOut = { since: AT - 3 * 86_400_000, until: AT };
  expect(line("await.timed_out", ranOut).sentence).toBe("No answer in 3 days.");
  expect(line("held.paused_person", { personId: "p1" }).sentence).toBe("Maria paused messages.");
  expect(line("sent.plan", { code: "await.timed_out", params: ranOut }).because).toBe(
    "Because nobody answered in 3 days.",
  );
});

test("an entry of the plan says what and when; a hold says what it waits for", () => {
  const none = {
    step: null,
    stage: null,
    personId: null,
    channel: null,
    template: null,
    level: null,
  };
  const send = {
    ...none,
    kind: "send" as const,
    at: AT,
    personId: "p1",
    channel: "email" as const,
    template: "first",
  };
  const names = { person: () => "Maria" };
  expect(planSentence(send, { ...en, names })).toBe(
    "Email “first” to Maria on Wed 10 Dec, 09:00 Berlin",
  );
  expect(planSentence({ ...none, kind: "escalate", at: AT, level: 2 }, en)).toBe(
    "Escalation to level 2 on Wed 10 Dec, 09:00 Berlin",
  );
  expect(planSentence({ ...none, kind: "due_date", at: null }, { ...en, locale: "de" })).toBe(
    "Zurückgehalten, bis der Fall einen Fälligkeitstermin hat",
  );
});
