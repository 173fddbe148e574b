import type { policies as en } from "../en/policies";
import type { Same } from "../same";

export const policies = {
  afterwards: "Wenn niemand übrig bleibt",
  delete: "Richtlinie löschen",
  deleteBody:
    "Eine Richtlinie, nach der ein Workflow eskaliert, lässt sich nicht löschen. Fälle, die gerade nach ihr eskalieren, behalten die Stufen, mit denen sie begannen.",
  empty: "Noch keine Eskalationsrichtlinien.",
  emptyBody:
    "Eine Richtlinie sagt, wer von einem Fall erfährt, auf den niemand geantwortet hat, in welcher Reihenfolge, und wie lange jede Stufe Zeit hat zu übernehmen. Workflows teilen sie beim Namen.",
  goOn: "Weiter",
  kinds: "Teams und wie sie erreicht werden",
  lead: "Wer Stufe für Stufe davon erfährt, wenn niemand antwortet. Eine Änderung gilt für Eskalationen, die danach beginnen.",
  levels: "Stufen",
  mendFirst: "Nichts wurde gespeichert: Erst ist zu beheben, was markiert ist.",
  nameMissing: "Eine Richtlinie braucht einen Namen.",
  new: "Neue Richtlinie",
  notFoundBody:
    "Sie wurde gelöscht oder gehört zu einem anderen Arbeitsbereich. In der Liste der Eskalationsrichtlinien ist zu sehen, welche es gibt.",
  notFoundLine: "Hier gibt es keine Eskalationsrichtlinie mit diesem Schlüssel.",
  notFoundTitle: "Keine solche Richtlinie",
  noun: "Eskalationsrichtlinien",
  save: "Richtlinie speichern",
  usedByNobody: "Noch nichts.",
} as const satisfies Same<typeof en>;
