import type { ProblemWords } from "../types/problem";

export const problem: ProblemWords = {
  unknown: {
    title: "Dieser Link funktioniert nicht",
    text: "Vielleicht ist er unvollständig. Öffnen Sie die Nachricht noch einmal und nehmen Sie den Link darin, oder fragen Sie, wer sie geschickt hat.",
  },
  expired: {
    title: "Dieser Link ist abgelaufen",
    text: (days) =>
      `Links in einer Nachricht gelten ${days} Tage. Es wurde nichts geändert. Bitten Sie den Absender um eine neue Nachricht.`,
  },
  busy: {
    title: "Zu viele Anfragen",
    text: "Es wurde nichts geändert. Warten Sie eine Minute und versuchen Sie es dann noch einmal.",
  },
  malformed: {
    title: "Das ist nicht vollständig angekommen",
    text: "Es wurde nichts geändert. Gehen Sie zurück und versuchen Sie es noch einmal.",
  },
  test: {
    title: "Das war ein Test",
    text: "Die Knöpfe einer Testnachricht bewirken nichts, und es wurde nichts geändert. In einer echten Nachricht antwortet dieser.",
  },
  broken: {
    title: "Das hat nicht geklappt",
    text: "Der Fehler liegt bei uns, und es wurde nichts geändert. Versuchen Sie es in ein paar Minuten noch einmal.",
  },
};
