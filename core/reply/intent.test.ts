import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { INTENTS, intentOf } from "./intent";

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const DONE = lines(`
  done
  Done!
  DONE.
  Done, thanks
  all done
  it's done
  It’s done 👍
  already done
  this is done
  Finished
  completed
  I did it
  I've done it
  I have already done that
  taken care of
  sorted, cheers
  Hi, done. Thanks a lot!
  erledigt
  Erledigt!
  ist erledigt
  schon erledigt
  Ist schon längst erledigt.
  hab ich schon
  Hab ich bereits gemacht
  habe ich gestern erledigt
  Ich habe es erledigt
  alles erledigt, danke
  Das habe ich schon erledigt
  fertig
  gemacht
  ja, ist gemacht
`);
const PAID = lines(`
  paid
  Paid!
  PAID, thanks
  already paid
  I already paid
  I've already paid
  I have paid
  I paid yesterday
  we paid last week
  paid on Monday
  it's paid
  it has been paid
  The invoice is paid
  the invoice has already been paid
  Payment sent
  payment has been made
  I transferred the money
  bezahlt
  Bezahlt.
  schon bezahlt
  ist schon bezahlt
  bereits überwiesen
  ueberwiesen
  Habe ich schon bezahlt
  hab ich gestern überwiesen
  Ich habe die Rechnung bereits bezahlt.
  Die Rechnung ist schon beglichen
  Geld ist raus
  Zahlung ist erfolgt
  Hallo, schon bezahlt. Viele Grüße
`);
const BY: [string, string][] = [
  ["by Friday", "friday"],
  ["By friday!", "friday"],
  ["I'll do it by Friday", "friday"],
  ["I will pay by next week", "next week"],
  ["will pay tomorrow", "tomorrow"],
  ["tomorrow", "tomorrow"],
  ["Tomorrow morning, thanks", "tomorrow morning"],
  ["next week", "next week"],
  ["on Monday", "monday"],
  ["by the end of the month", "the end of the month"],
  ["in 3 days", "in 3 days"],
  ["by 5 May", "5 may"],
  ["by May 5th", "may 5th"],
  ["It will be done by Thursday", "thursday"],
  ["will be paid by the 15th", "the 15th"],
  ["2026-12-01", "2026-12-01"],
  ["bis Freitag", "freitag"],
  ["Bis spätestens Freitag", "freitag"],
  ["mache ich bis Freitag", "freitag"],
  ["Ich zahle nächste Woche", "naechste woche"],
  ["zahle morgen", "morgen"],
  ["morgen", "morgen"],
  ["Übermorgen", "uebermorgen"],
  ["nächste Woche", "naechste woche"],
  ["bis Ende des Monats", "ende des monats"],
  ["wird bis Donnerstag erledigt", "donnerstag"],
  ["am 5. Dezember", "5. dezember"],
  ["bis zum 5.12.", "5.12."],
  ["in zwei Wochen", "in zwei wochen"],
  ["Hallo, bis Freitag erledigt. LG", "freitag"],
];
const NOT_ME = lines(`
  not me
  That's not me
  wrong person
  You have the wrong number
  wrong number, sorry
  I am not responsible for this
  I don't work here anymore
  not my invoice
  This doesn't concern me
  Das bin ich nicht
  falsche Person
  Falsche Nummer!
  nicht für mich
  Ich bin nicht zuständig
  Dafür bin ich nicht mehr zuständig
  betrifft mich nicht
`);
const STOP = lines(`
  STOP
  Stop
  stop.
  "STOP"
  StopAll
  unsubscribe
  Opt out
  remove me
  please stop
  STOP PLEASE
  please stop texting me
  Stop sending me messages
  No more texts
  Don't text me again
  take me off your list
  I want to unsubscribe
  leave me alone
  Stopp
  Abmelden
  keine SMS mehr
  Bitte keine weiteren Nachrichten
  Schreiben Sie mir nicht mehr
  bitte mich abmelden
  Can you please stop texting me?
`);
const STOP_IN_SMS_ONLY = lines(`
  cancel
  END
  quit
  Revoke
`);
const UNCLEAR = lines(`
  not paid
  not done
  I have not done it
  I haven't paid
  noch nicht bezahlt
  nicht erledigt
  Ich habe noch nicht bezahlt
  almost done
  half paid
  paid?
  done?
  bezahlt?
  is it done
  who paid
  should be done
  must be paid
  will be done
  wird erledigt
  get it done
  I never paid that
  I am done with you people
  we should talk
  yes
  no
  ok
  nein
  👍
  thanks
  ?
  !!!
  5/5
  10/10
  so
  do
  I'll stop by tomorrow with the documents
  don't stop
  by next
  by the way
  not before Friday
  I can't pay until Friday
  Friday or Monday
  maybe tomorrow
  vielleicht morgen
  bis bald
  morgen nicht
  by 5/4 or so
  Why do you keep asking
  Ich zahle gar nichts
  paid half of it yesterday, the rest follows next month
  I did not do it
  nothing is done
  can I pay by Friday?
  it is not me who has to pay this, ask Bob in accounting
`);

const kindOf = (text: string, channel: "email" | "sms" = "email") => intentOf(text, channel).kind;

describe("what a short answer means", () => {
  for (const channel of ["email", "sms"] as const) {
    test.each(DONE)(`${channel}: “%s” says it is done`, (text) => {
      expect(kindOf(text, channel)).toBe("done");
    });
    test.each(PAID)(`${channel}: “%s” says it is paid`, (text) => {
      expect(kindOf(text, channel)).toBe("paid");
    });
    test.each(BY)(`${channel}: “%s” promises %s`, (text, day) => {
      expect(intentOf(text, channel)).toEqual({ kind: "by", day });
    });
    test.each(NOT_ME)(`${channel}: “%s” says it is somebody else's`, (text) => {
      expect(kindOf(text, channel)).toBe("not_me");
    });
    test.each(STOP)(`${channel}: “%s” wants no more messages`, (text) => {
      expect(kindOf(text, channel)).toBe("stop");
    });
    test.each(UNCLEAR)(`${channel}: “%s” goes to a person`, (text) => {
      expect(kindOf(text, channel)).toBe("unclear");
    });
    test.each(["help", "HELP", "info", "Hilfe", "who is this?", "Wer ist das?"])(
      `${channel}: “%s” asks who we are`,
      (text) => expect(kindOf(text, channel)).toBe("help"),
    );
  }

  test.each(STOP_IN_SMS_ONLY)(
    "“%s” ends an SMS subscription, and in an email may mean anything",
    (text) => {
      expect(kindOf(text, "sms")).toBe("stop");
      expect(kindOf(text, "email")).toBe("unclear");
    },
  );

  it("takes “yes” for a new start only from somebody who is stopped", () => {
    expect(kindOf("START", "sms")).toBe("start");
    expect(kindOf("YES", "sms")).toBe("unclear");
    expect(intentOf("Ja", "sms", { stopped: true })).toEqual({ kind: "start" });
    expect(kindOf("START", "email")).toBe("unclear");
  });

  it("hears a stop beside anything else in an SMS, and no answer in a letter", () => {
    expect(kindOf("I paid. Now please stop texting me!", "sms")).toBe("stop");
    expect(kindOf("Hi Sam,\n\nalready paid.\n\nBest regards\nAna\nShop Ltd")).toBe("paid");
    expect(kindOf("Done.\n\nBut there is a problem with the second one.")).toBe("unclear");
    expect(kindOf(`Done ${"and ".repeat(40)} more`)).toBe("unclear");
  });

  it("knows the name below an answer from more to say", () => {
    const signed = (text: string, name: string | null) => intentOf(text, "email", { name }).kind;
    expect(signed("Paid yesterday\n\nAna", "Ana Miller")).toBe("paid");
    expect(signed("Erledigt\nA. Müller", "Anna A. Müller")).toBe("done");
    expect(signed("Done\nAna", null)).toBe("unclear");
    expect(signed("Done\nBob", "Ana Miller")).toBe("unclear");
    expect(signed("Ana", "Ana Miller")).toBe("unclear");
  });

  it("takes neither a pause nor a dispute for the end of messages", () => {
    expect(kindOf("Please stop the reminders until Friday")).toBe("unclear");
    expect(kindOf("Ich widerspreche der Rechnung", "sms")).toBe("unclear");
    expect(kindOf("Ich nehme das nicht mehr an", "sms")).toBe("unclear");
    expect(kindOf("Ich widerrufe meine Einwilligung", "sms")).toBe("stop");
    expect(kindOf("Bitte rufen Sie mich nicht mehr an", "sms")).toBe("stop");
  });

  it("gives exactly one meaning to any text, and soon", () => {
    const words = [...DONE, ...PAID, ...NOT_ME, ...STOP, ...UNCLEAR].join(" ").split(/\s+/);
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc
        .array(fc.constantFrom(...words, "\n", "  ", ", ", "the 5th"), { maxLength: 60 })
        .map((w) => w.join(" ")),
      fc
        .tuple(fc.constantFrom("ja ", "in ", "schon ", "stop ", "the ", "1."), fc.nat(3_000))
        .map(([word, n]) => word.repeat(n)),
    );
    fc.assert(
      fc.property(text, fc.constantFrom("email", "sms"), fc.boolean(), (said, channel, stopped) => {
        const intent = intentOf(said, channel as "email" | "sms", { stopped });
        expect(INTENTS).toContain(intent.kind);
      }),
      { numRuns: 400 },
    );
  });
});
