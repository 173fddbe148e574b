import type { domains as en } from "../en/domains";
import type { Same } from "../same";

export const domains = {
  title: "Absenderdomains",
  lead: "Was Empfänger deiner E-Mails nachschlagen, bevor sie glauben, dass sie von dir sind. Wird bei jedem Öffnen dieser Seite neu gefragt.",
  empty: "Noch nennt kein E-Mail-Konto einen Absender",
  emptyText: "Lege eines unter <a>Kanäle</a> an; seine Domain wird dann hier nachgeschlagen.",
  asking: "Nameserver werden gefragt",
  again: "Erneut prüfen",
  repliesTo: "Antworten an {domain}",
  summary:
    "{problems, plural, =0 {{unknown, plural, =0 {Nichts steht im Weg.} other {Es ist nichts bekannt, was im Weg steht.}}} one {Eine Sache steht im Weg.} other {# Dinge stehen im Weg.}}{unknown, plural, =0 {} one { Eine Prüfung war nicht möglich.} other { # Prüfungen waren nicht möglich.}}",
  check_spf: "SPF: welche Server senden dürfen",
  check_dkim: "DKIM: die Signatur",
  check_dmarc: "DMARC: was mit gefälschter Post geschieht",
  check_replies: "MX: wo Antworten ankommen",
  level_good: "Gut",
  level_advice: "Könnte besser sein",
  level_problem: "Zu beheben",
  level_unknown: "Nicht bekannt",
  spf_good:
    "Der Eintrag ist richtig und braucht {lookups, plural, one {# Abfrage} other {# Abfragen}} von 10.",
  spf_missing:
    "Es gibt keinen Eintrag. Lege einen TXT-Eintrag an, der mit v=spf1 beginnt und die Server deines Anbieters nennt.",
  spf_several: "Es gibt mehr als einen Eintrag, deshalb gilt keiner. Führe sie zu einem zusammen.",
  spf_broken: "„{term}“ bedeutet darin nichts, deshalb verwerfen Empfänger den ganzen Eintrag.",
  spf_too_many_lookups:
    "Er braucht {lookups} Abfragen, und mehr als {most} gelten als Fehler. Lass weg, was nicht mehr benutzt wird.",
  spf_open:
    "Er lässt jeden Server der Welt für diese Domain senden. Beende ihn mit -all oder ~all.",
  spf_no_end: "Er sagt nicht, was für alle anderen Server gilt. Beende ihn mit -all oder ~all.",
  dkim_good: "Der Selektor „{selector}“ hat einen Schlüssel von {bits} Bit.",
  dkim_missing:
    "Der Selektor „{selector}“ hat keinen Schlüssel. {whose, select, own {Übernimm den Eintrag, der unter Kanäle beim Konto steht.} other {Übernimm den Eintrag, den dein Anbieter dafür zeigt.}}",
  dkim_not_found:
    "Unter den üblichen Selektoren wurde kein Schlüssel gefunden. Vielleicht heißt deiner anders: Such in einer empfangenen E-Mail nach s= in DKIM-Signature.",
  dkim_revoked: "Der Schlüssel des Selektors „{selector}“ ist leer: Er wurde zurückgezogen.",
  dkim_broken: "Der Eintrag des Selektors „{selector}“ enthält keinen lesbaren Schlüssel.",
  dkim_short:
    "Der Schlüssel des Selektors „{selector}“ ist kurz. Empfänger erwarten 2048 Bit bei RSA.",
  dkim_testing:
    "Der Schlüssel des Selektors „{selector}“ ist als Probe gekennzeichnet (t=y); Empfänger behandeln die Post als nicht signiert.",
  dmarc_good:
    "Post, die nichts beweist, soll als „{policy}“ behandelt werden, und es gibt Berichte.",
  dmarc_none:
    "Die Regel ist „none“: Großen Empfängern genügt das, doch gefälschte Post kommt weiter an. Geh zu „quarantine“ über, sobald die Berichte stimmen.",
  dmarc_missing:
    "Es gibt keine Regel. Gmail, Yahoo und Microsoft verlangen sie von allen, die viel senden: Lege einen TXT-Eintrag an wie v=DMARC1; p=none; rua=mailto:du@deine-domain.",
  dmarc_several: "Es gibt mehr als einen Eintrag, deshalb gilt keiner.",
  dmarc_broken: "Der Eintrag ist nicht lesbar: Er braucht p=none, p=quarantine oder p=reject.",
  dmarc_no_reports:
    "Die Regel ist „{policy}“, und niemand erfährt, was scheitert. Ergänze rua=mailto: und eine Adresse.",
  replies_good: "Antworten gehen an {server}.",
  replies_missing:
    "Es gibt keinen MX-Eintrag, Antworten gehen verloren. Lass einen auf diese Installation zeigen.",
  not_answered: "Der Nameserver hat nicht geantwortet ({why}). Über die Domain sagt das nichts.",
} as const satisfies Same<typeof en>;
