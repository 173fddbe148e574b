import type { AddressWords } from "../types/address";

export const address: AddressWords = {
  title: "Wo wir Sie erreichen",
  heading: { email: "E-Mail-Adresse", sms: "Telefonnummer" },
  none: { email: "Keine E-Mail-Adresse hinterlegt", sms: "Keine Telefonnummer hinterlegt" },
  change: { email: "E-Mail-Adresse ändern", sms: "Telefonnummer ändern" },
  add: { email: "E-Mail-Adresse angeben", sms: "Telefonnummer angeben" },
  field: { email: "Neue E-Mail-Adresse", sms: "Neue Telefonnummer" },
  hint: {
    email: "Wir schicken einen Code dorthin.",
    sms: "Mit Ländervorwahl: +49 30 123456. Wir schicken einen Code dorthin.",
  },
  sendCode: "Code schicken",
  invalid: {
    email: "Schreiben Sie eine E-Mail-Adresse, etwa name@example.com.",
    sms: "Schreiben Sie die Nummer mit Ländervorwahl, etwa +49 30 123456.",
  },
  codeSent: (to, minutes) =>
    `Wenn Nachrichten ${to} erreichen, ist ein Code aus 6 Ziffern dorthin unterwegs. Er gilt ${minutes} Minuten.`,
  codeField: "Code",
  confirm: "Bestätigen",
  again: "Andere Adresse",
  wrong: (left) =>
    left === 1
      ? "Das ist nicht der Code. Noch 1 Versuch."
      : `Das ist nicht der Code. Noch ${left} Versuche.`,
  over: "Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.",
  tooMany:
    "Es wurden zu oft Codes angefordert. Versuchen Sie es in einer Stunde wieder; es wurde nichts geändert.",
  doneTitle: "Geändert",
  done: (to) => `Ab jetzt erreichen wir Sie unter ${to}.`,
  oldLinks: "Links in früheren Nachrichten funktionieren nicht mehr.",
  back: "Zurück zu Ihren Einstellungen",
};
