import type { ConditionCode } from "../sentence-code";

export const conditions = {
  "condition.always": "immer",
  "condition.group": "({rows})",
  "condition.row": `{op, select,
    is {{field} {value} ist} is_not {{field} nicht {value} ist}
    over {{field} über {value} liegt} at_least {{field} mindestens {value} ist}
    under {{field} unter {value} liegt} at_most {{field} höchstens {value} ist}
    contains {{field} {value} enthält} not_contains {{field} {value} nicht enthält}
    starts_with {{field} mit {value} beginnt} ends_with {{field} mit {value} endet}
    has_item {{field} {value} umfasst}
    one_of {{field} eines von {value} ist} none_of {{field} keines von {value} ist}
    yes {{field} wahr ist} no {{field} falsch ist}
    known {{field} bekannt ist} unknown {{field} nicht bekannt ist}
    given {{field} vorhanden ist} not_given {{field} fehlt} empty {{field} leer ist}
    before {{field} vor {value} liegt} from {{field} ab {value} liegt}
    past {{field} vergangen ist} ahead {{field} noch bevorsteht}
    less_ahead {{field} weniger als {value} entfernt ist} other {{field} mindestens {value} her ist}}`,
  "condition.deed": `{deed, select,
    answered {der Fall} other {die Nachricht von {step}}} {happened, select, yes {} other {nicht }}{deed, select,
    answered {beantwortet} opened {geöffnet} clicked {angeklickt} replied {beantwortet}
    delivered {zugestellt} other {gesendet}} wurde`,
  "condition.field": `{kind, select,
    person {{word} der Person} recipient {{word} der empfangenden Person} case {{word} des Falls}
    due {der Fälligkeitstermin} now {der jetzige Zeitpunkt}
    open {die Zahl der anderen offenen Fälle} history {die Zahl der früheren Fälle}
    message {{word} der Nachricht von {step}} other {{word}}}`,
  "condition.word": `{name, select,
    name {der Name} firstName {der Vorname} email {die E-Mail-Adresse} phone {die Telefonnummer}
    locale {die Sprache} timeZone {die Zeitzone} country {das Land} region {die Region}
    city {die Stadt} managerId {die Führungskraft} number {die Nummer} key {der Schlüssel}
    subject {der Betreff} stage {die Phase} status {der Status} outcome {das Ergebnis}
    priority {die Priorität} level {die Eskalationsstufe} owner {die Zuständigkeit}
    answer {die Reaktion} openedAt {die Eröffnung} dueAt {der Fälligkeitstermin}
    acknowledgedAt {die Bestätigung} sentAt {der Versand} deliveredAt {die Zustellung}
    clickedAt {der Klick} repliedAt {die Antwort} channel {der Kanal} other {{word}}}`,
} as const satisfies Record<ConditionCode, string>;
