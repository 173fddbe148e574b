import type { newworkflow as en } from "../en/newworkflow";
import type { Same } from "../same";

export const newworkflow = {
  title: "Neuer Workflow",
  lead: "Beginne mit einem vollständigen Workflow: Nachrichten in zwei Sprachen, Themen und Tests gehören dazu. Vor dem Veröffentlichen wird nichts gesendet.",
  gallery: "Vorlagen",
  filterBy: "Nach Kanal filtern",
  allChannels: "Alle Kanäle",
  none: "Keine Vorlage nutzt diesen Kanal.",
  blank: "Leerer Workflow",
  blankHint: "Eine leere Stufe. Jeden Schritt wählst du selbst.",
  blankTitle: "Neuer leerer Workflow",
  import: "Importieren",
  importHint: "Aus einer JSON- oder YAML-Datei, oder eingefügt.",
  stages: "Stufen",
  channels: "Kanäle: {channels}",
  channel:
    "{channel, select, email {E-Mail} sms {SMS} push {Push} in_app {In-App} webhook {Webhook} other {{channel}}}",
  endsWith: "Endet mit <code>{event}</code>",
  endsWithAction: "Endet mit der Schaltfläche <code>{event}</code>",
  endsWithReply: "Endet mit einer Antwort",
  outline: "Was er tut",
  happyPath: "Wie es läuft",
  happyPathHint:
    "Auf einer virtuellen Uhr gespielt für {person}, frei erfunden. Die Zeiten gelten dort.",
  scenarios: "Szenario",
  opened: "Fall eröffnet: {subject}",
  ended:
    "{status, select, resolved {Gelöst.} expired {Ohne Antwort abgelaufen.} canceled {Abgebrochen.} other {Noch offen.}}",
  doesEvent: "Das Ereignis <code>{name}</code> trifft ein",
  doesAction: "Drückt die Schaltfläche <code>{name}</code>",
  doesReply: "Antwortet",
  doesAcknowledge: "Jemand übernimmt",
  doesOpen: "Öffnet die Nachricht",
  tries: "Dasselbe mit deinen eigenen Personen und Terminen: im Editor, unter Simulieren.",
  use: "Diese Vorlage verwenden",
  toQuestions: "Zu den Fragen",
  questions: "Anpassen",
  name: "Name",
  key: "Schlüssel",
  keyHint: "Sein Name in der API und in Adressen. Er bleibt.",
  startEvent: "Startereignis",
  startEventHint: "Das Ereignis, das dein System sendet. Es eröffnet einen Fall.",
  person: "Feld der Person",
  personHint: "Das Feld mit der Kennung der Person. Leer: die Person, die das Ereignis nennt.",
  due: "Feld der Fälligkeit",
  dueHint: "Das Feld des Ereignisses mit dem Fälligkeitsdatum.",
  dueFixed: "Fällig",
  team: "Team: {name}",
  teamNew: "Ein neues Team „{name}“",
  teamNewHint:
    "Ein neues Team hat noch keine Leitung: Der Editor fragt vor dem Veröffentlichen danach.",
  needsRota:
    "Er sagt denen Bescheid, die nach dem Dienstplan <code>{key}</code> ({name}) Dienst haben; den gibt es hier noch nicht. Lege ihn unter Teams an; bis dahin lässt sich nichts veröffentlichen.",
  brings:
    "Dazu entstehen, wo sie fehlen: {templates, plural, one {# Nachricht} other {# Nachrichten}}, {scenarios, plural, =0 {keine Tests} one {# Test} other {# Tests}}, das Thema {topic}.",
  topic: "Thema",
  topicHint: "Was Menschen abschalten oder seltener lesen können.",
  topicNew: "Ein neues Thema dieses Namens",
  create: "Workflow anlegen",
  importTitle: "Workflow importieren",
  importLead:
    "Füge einen Workflow ein oder wähle eine Datei: einen Export, <code>name</code> und <code>definition</code>, oder nur die Definition. Er wird ein Entwurf; was live ist, ändert sich nicht.",
  importText: "JSON oder YAML",
  importLimit: "Höchstens {json, number} kB JSON oder {yaml, number} kB YAML.",
  importFile: "Datei mit einem Workflow",
  importChoose: "Datei wählen",
  importCheck: "Prüfen",
  importTooLong:
    "Diese Datei ist länger als {size, number} kB. Was du eingefügt hast, ist noch hier.",
  importUnreadable: "Diese Datei ist kein UTF-8-Text. Was du eingefügt hast, ist noch hier.",
  importRefused:
    "{n, plural, one {Er lässt sich nicht importieren: # Stelle ist falsch.} other {Er lässt sich nicht importieren: # Stellen sind falsch.}}",
  importKept: "Was du eingefügt hast, ist noch hier: Verbessere es und prüfe erneut.",
  importMore: "Danach noch {n, plural, one {# Stelle} other {# Stellen}}.",
  importAt: "Zeile {line, number}, Spalte {column, number}",
  importFound: "Das ist ein Workflow",
  importHas:
    "{steps, plural, one {# Schritt} other {# Schritte}} in {stages, plural, one {# Stufe} other {# Stufen}}, {templates, plural, =0 {keine Nachrichten} one {# Nachricht} other {# Nachrichten}}, {scenarios, plural, =0 {keine Tests} one {# Test} other {# Tests}}.",
  importChanged:
    "{n, plural, one {# Nachricht unterscheidet} other {# Nachrichten unterscheiden}} sich von dem, was hier veröffentlicht ist. Sie warten im Entwurf: Mit dem Veröffentlichen gelten sie überall, wo sie verwendet werden.",
  importMissing: "Der Datei fehlen Nachrichten, die es auch hier nicht gibt: {keys}.",
  importVerb: "Entwurf anlegen",
  importReplaceTitle: "Den Entwurf von „{name}“ ersetzen?",
  importReplaceBody:
    "Einen Workflow mit dem Schlüssel {key} gibt es hier. {hasDraft, select, yes {Sein Entwurf geht verloren, dieser tritt an seine Stelle.} other {Er hat keinen Entwurf; dies wird einer.}}{hasTests, select, yes { Seine Tests weichen denen der Datei.} other {}} Was live ist, läuft unverändert weiter, bis du veröffentlichst.",
  importReplace: "Entwurf ersetzen",
  importOtherKey: "Um beide zu behalten, gib diesem einen anderen Schlüssel.",
  duplicate: "Workflow duplizieren",
  duplicateMore: "Duplizieren…",
  copyOf: "Kopie von {name}",

  starterSubscriptionRenewal: "Abo-Verlängerung",
  starterSubscriptionRenewalText:
    "Kündigt eine Verlängerung einen Monat vorher an, erinnert eine Woche und einen Tag davor und bittet die Kundenbetreuung um einen Anruf, wenn niemand entscheidet.",
  starterUnpaidInvoice: "Offene Rechnung",
  starterUnpaidInvoiceText:
    "Erinnert vor, an und nach dem Fälligkeitstag und holt dann Buchhaltung und Finanzen dazu, bis die Rechnung bezahlt ist.",
  starterSupportTicket: "Support-Ticket wartet auf Kunden",
  starterSupportTicketText:
    "Bittet um die Antwort, auf die ein Ticket wartet, sagt, wann es geschlossen wird, und holt die Teamleitung dazu, wenn es wichtig ist.",
  starterReviewPending: "Prüfung steht aus",
  starterReviewPendingText:
    "Erinnert, wenn die halbe Zeit um ist und einen Tag davor, und bittet dann die Vorgesetzten und eine weitere Person um Hilfe.",
  starterOnboardingForm: "Formular nicht abgeschlossen",
  starterOnboardingFormText:
    "Führt zurück zu dem Abschnitt, an dem jemand aufgehört hat, und bittet das Onboarding-Team vor Ablauf einer Woche um einen Anruf.",
  starterOrderShipped: "Versandt, Empfang bestätigen",
  starterOrderShippedText:
    "Sagt, dass das Paket unterwegs ist und wann es kommt, fragt, ob es da ist, und lässt die Logistik sonst danach suchen.",
  starterSurvey: "Umfrage",
  starterSurveyText:
    "Fragt, wie ein Besuch war, probiert aus, ob Morgen oder Abend besser wirkt, und erinnert ein einziges Mal.",
  starterSecurityIncident: "Sicherheitsvorfall bestätigen",
  starterSecurityIncidentText:
    "Ruft die Bereitschaft auf allen Kanälen zugleich, dann die Vertretung, die Einsatzleitung und deren Vorgesetzte, bis jemand übernimmt.",
  starterContractSignature: "Vertragsunterschrift",
  starterContractSignatureText:
    "Bittet um eine Unterschrift, schreibt verschieden an die, die hineingesehen haben, und die anderen, und holt nach der Frist den Vertrieb und dann die Rechtsabteilung dazu.",
  starterAppointment: "Termin",
  starterAppointmentText:
    "Bestätigt eine Buchung, fragt zwei Tage vorher, ob es dabei bleibt, lässt sonst den Empfang anrufen und bietet nach einem Ausbleiben einen neuen Termin an.",
} as const satisfies Same<typeof en>;
