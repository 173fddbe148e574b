import type { FreshLinkWords } from "../types/fresh-link";

export const freshLink: FreshLinkWords = {
  lead: (address) =>
    `Es wurde nichts geändert. Wir können einen neuen Link an ${address ?? "die hinterlegte E-Mail-Adresse"} schicken.`,
  send: "Neuen Link schicken",
  sentTitle: "Sehen Sie in Ihre E-Mails",
  sent: (days) =>
    `Wenn eine E-Mail-Adresse hinterlegt ist, ist ein neuer Link unterwegs. Er gilt ${days} Tage. Kommt in ein paar Minuten nichts an, fragen Sie, wer Ihnen die Nachricht geschickt hat.`,
};
