import type { ActionWords } from "../types/action";

export const action: ActionWords = {
  due: "Fällig",
  reference: "Vorgang",
  nothingYet: (sender) => `Noch ist nichts geschehen. Mit dem Knopf geben Sie ${sender} Bescheid.`,
  opens: (host) => `Öffnet ${host}.`,
  sendAnswer: "Antwort senden",
  sendReply: "Antwort senden",
  replyLimit: (chars) => `Bis zu ${chars.toLocaleString("de")} Zeichen.`,
  remindThen: "Dann erinnern",
  tomorrow: "Morgen",
  nextWeek: "Nächste Woche",
  onDate: "An einem anderen Tag",
  dateHint: (time, city) => `Um ${time} Uhr, Ortszeit ${city}.`,
  chooseOne: "Wählen Sie eine der Antworten.",
  writeSomething: "Schreiben Sie zuerst ein paar Worte.",
  replyTooLong: (chars) => `Schreiben Sie höchstens ${chars.toLocaleString("de")} Zeichen.`,
  dateNeeded: (days) => `Wählen Sie einen Tag ab morgen, höchstens ${days} Tage voraus.`,
  viewMessage: "Nachricht ansehen",
  settings: "Einstellungen für Nachrichten",
};
