import type { shell as en } from "../en/shell";
import type { Same } from "../same";

export const shell = {
  skip: "Zum Inhalt springen",
  testBand: "Testmodus: Nichts erreicht echte Personen",
  collapse: "Navigation einklappen",
  expand: "Navigation ausklappen",
  main: "Hauptnavigation",
  breadcrumb: "Pfad",
  today: "Heute",
  cases: "Fälle",
  workflows: "Workflows",
  messages: "Nachrichten",
  people: "Personen",
  teams: "Teams",
  events: "Ereignisse",
  settings: "Einstellungen",
  apiKeys: "API-Schlüssel",
} as const satisfies Same<typeof en>;
