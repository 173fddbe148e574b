import type { suppressions as en } from "../en/suppressions";
import type { Same } from "../same";

export const suppressions = {
  title: "Gesperrte Adressen",
  lead: "Adressen, an die nichts geht, wem auch immer sie gehören: unzustellbare, solche mit Beschwerde oder Abmeldung, und die du eingetragen hast.",
  caption: "Gesperrte Adressen, neueste zuerst",
  address: "Adresse",
  channel: "Kanal",
  reason: "Warum",
  since: "Seit",
  actions: "Was man tun kann",
  any: "Alle",
  reason_bounced: "Unzustellbar",
  reason_complained: "Als Spam gemeldet",
  reason_stopped: "Abgemeldet",
  reason_manual: "Von Hand eingetragen",
  noun: "Adressen",
  noMatch: "Keine gesperrte Adresse passt",
  empty: "Keine Adresse ist gesperrt",
  emptyText:
    "Wenn eine E-Mail unzustellbar ist, als Spam gemeldet wird oder jemand STOP antwortet, kommt die Adresse von selbst hierher.",
  add: "Adressen sperren",
  addVerb: "Sperren",
  wrong: "„{address}“: {why}.",
  wrongMore: "{n, plural, one {Eine weitere ist falsch.} other {# weitere sind falsch.}}",
  addresses: "Adressen",
  addressesHint: "Je Zeile eine oder mit Kommas; höchstens 1.000. Nummern mit Ländervorwahl.",
  added:
    "{n, plural, =0 {Alle waren schon gesperrt.} one {# Adresse ist gesperrt.} other {# Adressen sind gesperrt.}}",
  liftOf: "Sperre von {address} aufheben",
} as const satisfies Same<typeof en>;
