import type { ResultWords } from "../types/result";

export const result: ResultWords = {
  title: {
    complete: "Erledigt",
    link: "Einen Moment",
    choice: "Antwort angekommen",
    reply: "Antwort angekommen",
    snooze: "Verschoben",
    acknowledge: "Sie kümmern sich darum",
    take_over: "Es liegt bei Ihnen",
    hand_over: "Weitergegeben",
    need_help: "Hilfe ist gerufen",
  },
  pressed: (label, at) => `Sie haben „${label}“ gedrückt: ${at}.`,
  chosen: (choice, at) => `Sie haben „${choice}“ geantwortet: ${at}.`,
  replied: (at) => `Ihre Antwort ist angekommen: ${at}.`,
  tookOn: (at) => `Sie haben das übernommen: ${at}.`,
  snoozed: (until) => `Das kommt wieder auf Sie zu: ${until}.`,
  goOn: (host) => `Weiter zu ${host}`,
  closes: "Der Vorgang ist abgeschlossen: Es kommen keine Erinnerungen mehr.",
  told: (names) => `Bescheid bekommen: ${names}.`,
  others: (n) => (n === 1 ? "1 weitere Person" : `${n} weitere Personen`),
  confirmation: "Sie bekommen eine Bestätigung.",
  hasAnswer: (sender) => `${sender} hat Ihre Antwort.`,
  staysOpen: "Der Vorgang bleibt offen, bis er erledigt ist.",
  quietUntil: "Bis dahin kommen keine Erinnerungen dazu.",
};
