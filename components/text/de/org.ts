import type { org as en } from "../en/org";
import type { Same } from "../same";

export const org = {
  awayUntil: "abwesend bis {moment}",
  circle: "im Kreis: berichtet an {names}",
  departments: "Abteilungen",
  departmentsLead: "Welches Team zu welchem gehört, wer es leitet und wer darin ist.",
  emptyBody:
    "Teams und Vorgesetzte stehen hier, sobald es welche gibt. Eine CSV-Datei bringt beides, die API auch.",
  emptyTitle: "Noch keine Organisation.",
  import: "Aus CSV importieren",
  inCircle: "Abteilungen im Kreis",
  lead: "Leitung",
  leadAway: "die Leitung {name} ist abwesend bis {moment}",
  ledBy: "geleitet von {name}",
  lines: "Berichtslinien",
  linesLead: "Wer an wen berichtet: der Weg einer Eskalation an Vorgesetzte.",
  managerAway: "die vorgesetzte Person ist abwesend bis {moment}",
  managerUnknown: "berichtet an {id}, hier nicht bekannt",
  members: "{n, plural, =0 {niemand darin} one {# Person} other {# Personen}}",
  noLead: "keine Leitung",
  noMatch: "Nichts passt zu diesen Worten.",
  noMembers: "niemand darin",
  parentUnknown: "gehört zu {key}, das es nicht gibt",
  problems:
    "{n, plural, =0 {Keine Probleme.} one {# Problem ist unten markiert.} other {# Probleme sind unten markiert.}}",
  search: "Suche: {tree}",
  searchHint: "Name, Leitung oder „abwesend“",
  standsIn: "{name} vertritt",
  title: "Organisation",
  top: "berichtet an niemanden: eine Eskalation an Vorgesetzte endet hier",
  tooMany: "Nur die ersten {n, number} Personen werden gezeigt.",
} satisfies Same<typeof en>;
