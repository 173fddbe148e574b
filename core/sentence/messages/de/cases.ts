import type { CaseCode } from "../sentence-code";

export const cases = {
  "case.opened": `Fall {byPhrase} eröffnet: {subject}.{hasMissing, select,
    yes { Seinen Daten fehlt, was der Workflow verlangt: {missing}.} other {}}`,
  "case.opened_resolved": `Fall eröffnet und sofort erledigt{hasSubject, select, yes {: {subject}} other {}}. Die Antwort lag schon vor{hasName, select,
    yes {: {name}{hasAt, select, yes { am {at}} other {}}} other {}}.`,
  "case.already_open": `Der Fall war bereits offen; {hasEvent, select,
    yes {{event} hat keinen zweiten eröffnet} other {es wurde kein zweiter eröffnet}}.`,
  "case.already_closed": "Der Fall war bereits {outcomeName}; nichts wurde geändert.",
  "case.already_escalated": `Bereits{hasAt, select, yes { am {at}} other {}}{hasTo, select,
    yes { an {to}} other {}} eskaliert; nichts wurde geändert.`,
  "case.already_acknowledged": `Bereits{hasAt, select, yes { am {at}} other {}}{hasBy, select,
    yes { {byPhrase}} other {}} bestätigt; nichts wurde geändert.`,
  "case.replanned": `{what, select,
    due {Nach dem neuen Fälligkeitstermin geplant} zone {Nach der neuen Zeitzone geplant}
    calendar {Nach dem neuen Kalender geplant} preference {Nach den neuen Einstellungen geplant}
    snooze {Nach der Zurückstellung geplant} other {Neu geplant}}{hasTo, select,
    yes {: {hasFrom, select, yes {verschoben von {from} auf {to}} other {jetzt {to}}}} other {}}.`,
  "case.due_moved": `Fälligkeitstermin{hasBy, select, yes { {byPhrase}} other {}} {hasFrom, select,
    yes {von {from} auf {to} verschoben} other {auf {to} gesetzt}}.`,
  "case.snoozed": "{hasBy, select, yes {Fall {byPhrase}} other {Fall}} bis {until} zurückgestellt.",
  "case.snooze_ended": `Zurückstellung{hasBy, select, yes { {byPhrase}} other {}} beendet; der Plan läuft weiter.`,
  "case.reassigned": `{hasTo, select,
    yes {{hasBy, select, yes {Fall {byPhrase}} other {Fall}} an {to} übergeben}
    other {Zuständigkeit{hasBy, select, yes { {byPhrase}} other {}} geändert}}.`,
  "case.taken_over": `Übernommen{hasFrom, select, yes { von {from}} other {}}{hasBy, select,
    yes { ({by})} other {}}.`,
  "case.handed_over": `Weitergegeben{hasTo, select, yes { an {to}} other {}}{hasBy, select,
    yes { ({by})} other {}}.`,
  "case.priority": `Priorität{hasBy, select, yes { {byPhrase}} other {}} auf {toName} gesetzt.`,
  "case.resolved": `{how, select, event {Fall} other {Fall{hasBy, select, yes { {byPhrase}} other {}}}}{hasAnswer, select,
    yes {{how, select,
      event { erledigt: {answer} ist eingetroffen} action { erledigt: {written, select, yes {Eine Antwort zählte als „{answer}“} other {„{answer}“ wurde gedrückt}}}
      reply { durch eine Antwort erledigt} acknowledgement { durch eine Bestätigung erledigt}
      other { erledigt: {answer}}}}
    other {{how, select,
      event {{hasBy, select, yes { {byPhrase}} other {}} erledigt} reply { durch eine Antwort erledigt}
      acknowledgement { durch eine Bestätigung erledigt} other { erledigt}}}}{hasNote, select, yes { („{note}“)} other {}}.`,
  "case.expired": `Abgelaufen: {answered, select,
    yes {es gab eine Antwort, aber nichts hat den Fall erledigt} other {keine Reaktion{hasAfter, select,
    yes { innerhalb von {afterDative}} other {}}}}, und der Plan ist zu Ende.`,
  "case.canceled": `{hasBy, select, yes {Fall {byPhrase}} other {Fall}} abgebrochen{hasReason, select,
    yes {: {reason}} other {}}.`,
  "case.reopened": `{takenBack, select, yes {Wieder offen: {by} hat die Antwort zurückgenommen}
    other {{hasBy, select, yes {Fall {byPhrase}} other {Fall}} wieder geöffnet}}.`,
  "case.moved": `{hasBy, select, yes {Fall {byPhrase}} other {Fall}}{hasFrom, select,
    yes { von Version {from}} other {}} auf Version {to} umgestellt.`,
  "case.note": "{hasBy, select, yes {Notiz von {by}} other {Notiz}}: {text}",
  "case.closed": "Geschlossen{hasOutcome, select, yes { als {outcomeName}} other {}}.",
  "case.fault": "Der Fall wurde wegen eines Fehlers beiseitegelegt: {text}.",
  "response.received": `{kind, select,
    event {{hasName, select, yes {{name} ist eingetroffen} other {Ein beantwortendes Ereignis ist eingetroffen}}}
    action {{written, select,
      yes {{hasBy, select, yes {Die Antwort von {by}} other {Eine Antwort}} zählt als {hasName, select, yes {„{name}“} other {Schaltfläche}}}
      other {{hasBy, select, yes {{by} hat} other {Jemand hat}} {hasName, select, yes {„{name}“} other {eine Schaltfläche}} gedrückt}}}
    reply {{hasBy, select, yes {{by} hat geantwortet} other {Eine Antwort ist eingegangen}}}
    acknowledgement {{hasBy, select, yes {{by} hat bestätigt} other {Bestätigt}}}
    other {{hasName, select, yes {Reaktion eingegangen: {name}} other {Reaktion eingegangen}}}}.`,
} as const satisfies Record<CaseCode, string>;
