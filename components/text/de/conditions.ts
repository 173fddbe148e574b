import type { conditions as en } from "../en/conditions";
import type { Same } from "../same";

export const conditions = {
  addGroup: "Gruppe hinzufügen",
  addRow: "Bedingung hinzufügen",
  always: "Keine Bedingung: immer wahr.",
  asRows: "Als Zeilen zeigen",
  asText: "Als Ausdruck zeigen",
  chooseField: "Feld auswählen",
  date: "Datum",
  field: "Feld",
  fieldExample: "{name}, z. B. {example}",
  group: "Gruppe von Bedingungen",
  groupCase: "Der Fall",
  groupData: "Die Daten des Ereignisses",
  groupMessages: "Nachrichten davor",
  groupPerson: "Die Person",
  join: "Wie sie zusammenhängen",
  joinAnd: "Alle davon",
  joinOr: "Mindestens eine davon",
  messageField:
    "{step}: {field, select, opened {geöffnet} clicked {angeklickt} replied {beantwortet} sentAt {gesendet am} deliveredAt {zugestellt am} other {{field}}}",
  none: "Keine Bedingung.",
  op: `{op, select,
    is {ist} is_not {ist nicht} over {liegt über} at_least {ist mindestens} under {liegt unter}
    at_most {ist höchstens} contains {enthält} not_contains {enthält nicht} starts_with {beginnt mit}
    ends_with {endet mit} has_item {umfasst} one_of {ist eines von} none_of {ist keines von}
    yes {ist wahr} no {ist falsch} known {ist bekannt} unknown {ist nicht bekannt}
    given {ist vorhanden} not_given {fehlt} empty {ist leer} before {liegt vor} from {liegt ab}
    past {ist vergangen} ahead {steht noch bevor} less_ahead {ist weniger entfernt als}
    other {ist her mindestens}}`,
  operator: "Vergleich",
  otherField: "Anderes Feld …",
  path: "Pfad des Felds",
  pathWrong:
    "Ein Pfad mit Punkten, der mit data, person, case, messages, history, open, due oder now beginnt.",
  raw: "Ausdruck",
  rawOnly: "Dieser Ausdruck sagt mehr, als Zeilen zeigen können.",
  rawProblem: "Zeile {line}{column, plural, =0 {} other {, Spalte {column}}}: {message}",
  rawUnfinished: "Nötig: ein Ausdruck wie data.amount > 100.",
  removeRow: "Bedingung entfernen",
  unfinished: "Nicht fertig: Jede Bedingung braucht ein Feld und einen Wert.",
  unitSecond: "Sekunden",
  value: "Wert",
  values: "Werte",
  valuesHint: "A, B, C",
} as const satisfies Same<typeof en>;
