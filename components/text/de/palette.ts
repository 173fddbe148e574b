import type { palette as en } from "../en/palette";
import type { Same } from "../same";

export const palette = {
  placeholder: "Fallnummer, E-Mail, Schlüssel oder eine Seite…",
  results: "Treffer",
  recent: "Zuletzt",
  onThisPage: "Auf dieser Seite",
  goTo: "Gehe zu",
  create: "Anlegen",
  createWorkflow: "Neuer Workflow",
  createPerson: "Neue Person",
  createTeam: "Neues Team",
  createTopic: "Neues Thema",
  createCalendar: "Neuer Kalender",
  createMember: "Mitglied einladen",
  createEvent: "Testereignis senden",
  createApiKey: "Neuer API-Schlüssel",
  n: "{n, plural, =0 {Keine Treffer} one {# Treffer} other {# Treffer}}",
  nothing:
    "Nichts passt zu „{query}“. Fälle findest du über Nummer, Schlüssel oder Wörter des Betreffs, Personen über Name, Kennung oder E-Mail.",
  failed: "Die Suche hat nicht geantwortet. Seiten und Tastenkürzel gehen weiter.",
  again: "Noch einmal Eingabe: {label}",
} as const satisfies Same<typeof en>;
