import type { common as en } from "../en/common";
import type { Same } from "../same";

export const common = {
  cancel: "Abbrechen",
  save: "Speichern",
  saved: "Gespeichert.",
  saving: "Wird gespeichert…",
  remove: "Entfernen",
  delete: "Löschen",
  edit: "Bearbeiten",
  add: "Hinzufügen",
  close: "Schließen",
  undo: "Rückgängig",
  tryAgain: "Noch einmal versuchen",
  copy: "Kopieren",
  copied: "Kopiert",
  loading: "Wird geladen…",
  none: "Keine",
  yes: "Ja",
  no: "Nein",
  on: "An",
  off: "Aus",
  yours: "Bei dir",
  search: "Suchen",
  more: "Mehr",
} as const satisfies Same<typeof en>;
