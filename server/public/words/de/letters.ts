import type { LetterWords } from "../types/letters";

const notYou = (what: string) => `Sie waren das nicht? Dann ist nichts zu tun: ${what}`;

export const letters: LetterWords = {
  fresh: (sender, days) => ({
    subject: `Ihr Link zu den Nachrichten-Einstellungen von ${sender}`,
    text: `Hier ist der neue Link zu dem, was Sie von ${sender} bekommen. Er gilt ${days} Tage. Geben Sie ihn nicht weiter: Wer ihn hat, kann Ihre Einstellungen ändern.`,
    button: "Einstellungen öffnen",
    footer: notYou("Es wurde nichts geändert."),
  }),
  code: (sender, code, minutes) => ({
    subject: `${code} ist Ihr Code für ${sender}`,
    text: `Geben Sie diesen Code auf der Seite ein, auf der Sie ihn angefordert haben. Dann schreibt ${sender} an diese Adresse. Der Code gilt ${minutes} Minuten.`,
    footer: notYou("Ohne den Code wird diese Adresse nicht benutzt. Sagen Sie den Code niemandem."),
  }),
  codeSms: (sender, code, minutes) =>
    `${sender}: Ihr Code ist ${code}. Er gilt ${minutes} Minuten. Sagen Sie ihn niemandem.`,
  changed: (sender, address) => ({
    subject: `${sender} schreibt nicht mehr an diese Adresse`,
    text: `Auf der Einstellungsseite wurde Ihre Adresse geändert: Nachrichten von ${sender} gehen ab jetzt an ${address}. Links in früheren Nachrichten funktionieren nicht mehr.`,
    footer: `Das waren nicht Sie? Sagen Sie ${sender} sofort Bescheid.`,
  }),
  changedSms: (sender) =>
    `${sender}: Ihre Nummer wurde geändert, Nachrichten gehen ab jetzt an die neue. Das waren nicht Sie? Sagen Sie ${sender} sofort Bescheid.`,
};
