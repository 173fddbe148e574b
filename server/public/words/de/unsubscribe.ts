import type { UnsubscribeWords } from "../types/unsubscribe";

export const unsubscribe: UnsubscribeWords = {
  title: (topic) => `E-Mails zu „${topic}“ abbestellen?`,
  lead: (address) => `E-Mails zu diesem Thema an ${address} hören sofort auf.`,
  leadPlain: "E-Mails zu diesem Thema hören sofort auf.",
  stop: "Abbestellen",
  stopAll: "Alles Freiwillige abbestellen",
  choose: "Lieber auswählen, was kommt",
  off: (topic) => `E-Mails zu „${topic}“ sind aus`,
  offText: "Das gilt ab sofort, auch für Nachrichten, die noch auf den Versand warten.",
  duty: "Was Sie wegen Ihrer Aufgabe bekommen, kommt weiterhin, etwa wenn jemand Ihre Hilfe braucht.",
  allOff: "Alles Freiwillige ist aus",
  allOffText: "Das gilt ab sofort und auf jedem Kanal.",
  stillRequired: (topics) => `Kommt weiterhin, weil es vorgeschrieben ist: ${topics}.`,
  required: (topic) => `E-Mails zu „${topic}“ lassen sich nicht abbestellen`,
  requiredText: (sender) =>
    `${sender} hat dieses Thema als vorgeschrieben markiert: Diese Nachrichten gehen an alle, die sie betreffen. Es wurde nichts geändert.`,
  noTopic: "Diese Nachricht lässt sich nicht abbestellen",
  noTopicText: (sender) =>
    `Sie gehört zu keinem Thema, das ${sender} Sie wählen lässt. Es wurde nichts geändert.`,
  contact: (address) =>
    `Wenn Sie meinen, dass Sie das nicht bekommen sollten, schreiben Sie an ${address}.`,
  lessOften: "Lieber seltener",
  rate: {
    daily: "Höchstens eine Nachricht am Tag",
    weekly: "Höchstens eine Nachricht in der Woche",
    last_reminder: "Nur die letzte Erinnerung",
  },
  less: (topic) => `„${topic}“ kommt seltener`,
  lessText: {
    daily: "Ab jetzt: höchstens eine Nachricht am Tag.",
    weekly: "Ab jetzt: höchstens eine Nachricht in der Woche.",
    last_reminder: "Ab jetzt: nur die letzte Erinnerung.",
  },
  undo: "Rückgängig",
  undone: "Rückgängig gemacht",
  undoneText: (topics) => `Es ist wieder wie vorher: ${topics}.`,
  why: "Warum? Sie müssen nichts sagen.",
  reason: {
    too_many: "Zu viele Nachrichten",
    not_for_me: "Nicht für mich gedacht",
    unclear: "Ich weiß nicht, was das ist",
    elsewhere: "Ich sehe es anderswo",
  },
  thanks: "Danke, notiert.",
  oneClick: (topic) => `E-Mails zu „${topic}“ sind aus.`,
};
