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
  oneClick: (topic) => `E-Mails zu „${topic}“ sind aus.`,
};
