import type { frequency as en } from "../en/frequency";
import type { Same } from "../same";

export const frequency = {
  title: "Häufigkeit",
  lead: "Wie viel eine Person über alle Workflows bekommt. Was zu viel ist, wartet und geht dann als eine Nachricht hinaus; nichts entfällt.",
  together: "Alle Kanäle zusammen",
  byChannel: "Je Kanal",
  byChannelLead: "Sie gelten neben den Grenzen oben. In-App-Nachrichten zählen nur hier.",
  perDay: "Nachrichten in 24 Stunden",
  perDayHint: "Zu jedem Zeitpunkt, 24 Stunden zurückgezählt.",
  perWeek: "Nachrichten in 7 Tagen",
  perWeekHint: "Zu jedem Zeitpunkt, 7 Tage zurückgezählt.",
  gapMinutes: "Minuten zwischen zwei Nachrichten",
  gapMinutesHint: "1440 sind ein Tag.",
  helpers: "Personen, die gerufen werden",
  helpersLead:
    "Die erste Nachricht an eine helfende Person geht auf jedem Kanal sofort hinaus. Was in diesen Minuten folgt, per E-Mail, SMS oder Push, geht als eine Liste hinaus, das Dringendste zuerst. Die Zeit bis zur Übernahme läuft trotzdem ab der Eskalation.",
  helperGap: "Minuten zwischen zwei Nachrichten an eine helfende Person",
  helperGapHint: "0: jede Nachricht für sich. Nichts: {usual}.",
  helperGapWrong: "Eine ganze Zahl von 0 bis {max}, oder nichts für {usual}",
  perDayOn: "{channel}, in 24 Stunden",
  perWeekOn: "{channel}, in 7 Tagen",
  waiting:
    "<link>{n, plural, one {# Nachricht} other {# Nachrichten}}</link> {n, plural, one {wartet} other {warten}}{known, select, yes {; die nächste wird {moment} angesehen} other {}}.",
  limited: "Der Arbeitsbereich begrenzt, wie oft einer Person geschrieben wird.",
  togetherTitle: "In einer Nachricht gegangen",
  carries:
    "Mit dieser Nachricht {n, plural, one {ging eine weitere} other {gingen # weitere}} an dieselbe Person:",
  carriedBy: "Sie ging mit anderen in einer Nachricht hinaus: <link>{title}</link>.",
  none: "Keine Grenze",
  wrong: "Eine ganze Zahl von 1 bis {max}, oder nichts für keine Grenze",
  always:
    "Was binnen eines Tages fällig oder überfällig ist, geht sofort hinaus, ebenso Abschlüsse, Pflichtthemen, transaktionale Phasen und Nachrichten an Personen im Dienst. Von dem, was wartet, geht das Dringendste zuerst.",
} as const satisfies Same<typeof en>;
