import type { checks as en } from "../en/checks";
import type { Same } from "../same";

export const checks = {
  accept: "Annehmen …",
  acceptNamed: "Annehmen: {message}",
  noteLabel: "Warum das hier in Ordnung ist",
  noteHint: "Das bleibt neben dem Hinweis sichtbar.",
  noteMissing: "Sag in ein paar Worten, warum.",
  confirm: "Hinweis annehmen",
  cancel: "Offen lassen",
  accepted: "Angenommen ({n, number})",
  acceptedCount: "{n, plural, one {# Hinweis angenommen} other {# Hinweise angenommen}}",
  acceptedBy: "Angenommen von {name}: {note}",
  acceptedLine: "{message} Angenommen von {name}: {note}",
  takeBack: "Zurücknehmen",
  takeBackNamed: "Zurücknehmen: {message}",
  saidAccepted: "Angenommen. Der Hinweis zählt nicht mehr mit.",
  saidTakenBack: "Zurückgenommen. Der Hinweis zählt wieder mit.",
  notStored:
    "Der Entwurf konnte nicht gespeichert werden, darum wurde der Hinweis nicht angenommen.",
} as const satisfies Same<typeof en>;
