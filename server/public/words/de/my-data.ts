import type { MyDataWords } from "../types/my-data";

export const myData: MyDataWords = {
  title: (sender) => `Ihre Daten bei ${sender}`,
  download: {
    heading: "Meine Daten herunterladen",
    text: "Alles, was für diese Nachrichten über Sie gespeichert ist, als Datei (JSON): Ihre Einstellungen, wozu Sie zugestimmt haben, die Nachrichten und Ihre Antworten.",
    button: "Herunterladen",
  },
  erase: {
    heading: "Um Löschung meiner Daten bitten",
    text: (sender) => `${sender} prüft die Bitte und entscheidet. Es gilt immer nur eine Bitte.`,
    button: "Um Löschung bitten",
    sureTitle: "Um Löschung Ihrer Daten bitten?",
    sure: (sender) =>
      `Stimmt ${sender} zu, werden Ihr Name, Ihre Adressen, Einstellungen und die Texte Ihrer Nachrichten endgültig entfernt. Dann kommt nichts mehr, auch nichts, was Sie vielleicht brauchen.`,
    confirm: "Ja, darum bitten",
    keep: "Nein, Daten behalten",
    asked: (at) => `Sie haben um Löschung Ihrer Daten gebeten: ${at}.`,
    askedText: (sender) =>
      `${sender} hat Ihre Bitte. Bis zur Entscheidung bleibt alles, wie es ist.`,
    declined: (at) =>
      `Ihre letzte Bitte wurde abgelehnt: ${at}. Wenn Sie wissen möchten, warum, schreiben Sie dem Absender.`,
  },
  back: "Zurück zu Ihren Einstellungen",
};
