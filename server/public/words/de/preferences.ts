import type { PreferencesWords } from "../types/preferences";

export const preferences: PreferencesWords = {
  title: (sender) => `Was Sie von ${sender} bekommen`,
  lead: (address) => `Nachrichten an ${address}.`,
  channel: { email: "E-Mail", sms: "SMS", push: "Push", in_app: "In der App" },
  noAddress: {
    email: "Keine Adresse hinterlegt",
    sms: "Keine Telefonnummer hinterlegt",
    push: "Kein Gerät verbunden",
    in_app: "Nicht verfügbar",
  },
  locked: (channels) => `Vorgeschrieben, lässt sich nicht abstellen. Kommt über: ${channels}.`,
  save: "Speichern",
  stopAll: "Alles Freiwillige abbestellen",
  none: "Es gibt noch nichts auszuwählen.",
  saved: "Gespeichert.",
  unchanged: "Nichts war anders, also wurde nichts geändert.",
  change: (topic, turnedOn, turnedOff) =>
    `${topic}: ${[
      ...(turnedOn.length > 0 ? [`${turnedOn.join(", ")} an`] : []),
      ...(turnedOff.length > 0 ? [`${turnedOff.join(", ")} aus`] : []),
    ].join("; ")}.`,
  reachFirst: "Wie möchten Sie zuerst erreicht werden?",
  reachHint: "Kann eine Nachricht auf mehreren Wegen kommen, wird dieser zuerst versucht.",
  noneFirst: (sender) => `Wie ${sender} es vorsieht`,
  nowFirst: (channel) =>
    channel === null ? "Kein Weg geht mehr vor." : `Zuerst erreicht über: ${channel}.`,
};
