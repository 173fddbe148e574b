import type { counts as en } from "../en/counts";
import type { Same } from "../same";

export const counts = {
  label: "Zahlen",
  off: "Aus",
  now: "Jetzt",
  week: "7 T",
  month: "30 T",
  version: "Version {version, number}",
  weekSaid: "Fälle, die in den letzten 7 Tagen an den Schritt kamen",
  monthSaid: "Fälle, die in den letzten 30 Tagen an den Schritt kamen",
  versionSaid: "Alle Fälle der aktuellen Version",
  shown:
    "{counting, select, off {Die Zahlen sind ausgeblendet.} now {Fälle, die jetzt an jedem Schritt stehen.} week {Fälle, die in den letzten 7 Tagen an jeden Schritt kamen.} month {Fälle, die in den letzten 30 Tagen an jeden Schritt kamen.} other {Alle Fälle der aktuellen Version.}}",
  failed: "Die Zahlen konnten nicht gelesen werden. Versuch es noch einmal.",
  asOf: "Stand {time}",
  in: "{n, number} gekommen",
  ended: "{n, number} hier beendet",
  endedShare: "{n, number} hier beendet ({share})",
  medianShort: "Median {span}",
  wayCount: "{n, number}",
  wayShare: "{share} · {n, number}",
  stepSaid:
    "{n, plural, =0 {Kein Fall kam} one {# Fall kam} other {# Fälle kamen}} hierher: {here, plural, =0 {keiner steht} one {# steht} other {# stehen}} jetzt hier, {settled, plural, one {# ist} other {# sind}} entschieden.",
  endedSaid:
    "{n, plural, one {# endete hier} other {# endeten hier}}{share, select, none {} other { ({share})}}.",
  medianSaid: "Median der Zeit hier: {span}.",
  waySaid:
    "Von {in, number}, die hierher kamen, {n, plural, one {hat #} other {haben #}} {way, select, responded {geantwortet} no_answer {nicht geantwortet} otherwise {keinen der Pfade genommen} path {den Weg „{name}“ genommen} arm {den Weg „{name}“ genommen} other {weitergemacht}}",
  waySaidShare: "{said} ({share} von {settled, number} entschiedenen), Median {span}.",
  waySaidShareOnly: "{said} ({share} von {settled, number} entschiedenen).",
  waySaidFew:
    "{said}. Für einen Anteil sind zu wenige entschieden: {settled, number} von {min, number}.",
  statsMonth: "In den letzten 30 Tagen",
  statsNone: "In den letzten 30 Tagen kam kein Fall hierher.",
  statsIn: "Gekommen",
  statsHere: "Jetzt hier",
  statsSettled: "Entschieden",
  statsWays: "Wie sie weitergingen",
  statsWay: "Weg",
  statsCases: "Fälle",
  statsShare: "Anteil",
  statsMedian: "Median der Zeit hier",
  statsEnded: "Hier beendet",
  statsOn: "Weitergegangen",
  statsHoldout: "Ausgenommen",
  statsFew: "Für Anteile und Zeiten sind zu wenige entschieden: {n, number} von {min, number}.",
  statsLoading: "Wird gezählt …",
  statsWhat:
    "Jeder Fall zählt einmal, mit seinem letzten Besuch. Entschieden ist er hier, wenn er weiterging, gelöst wurde oder ablief; abgebrochene sind es nicht. Anteile sind von den entschiedenen.",
} as const satisfies Same<typeof en>;
