import type { shortcuts as en } from "../en/shortcuts";
import type { Same } from "../same";

export const shortcuts = {
  title: "Tastenkürzel",
  sheetNote:
    "Diese gelten auf dieser Seite. Einzelne Tasten kannst du in den Einstellungen unter Barrierefreiheit abschalten; die mit {mod} bleiben.",
  everywhere: "Überall",
  list: "Diese Liste",
  case: "Dieser Fall",
  page: "Diese Seite",
  create: "{what}",
  open: "Suchen oder springen",
  search: "Suchen",
  help: "Tastenkürzel dieser Seite zeigen",
  sidebar: "Navigation ein- oder ausklappen",
  theme: "Zwischen hell und dunkel wechseln",
  goTo: "Zu {page}",
  keyCtrl: "Strg",
  keyShift: "Umschalt",
  keyAlt: "Alt",
  keyEnter: "Eingabe",
  keyEscape: "Esc",
  keySpace: "Leertaste",
  keyBackspace: "Rücktaste",
  keyDelete: "Entf",
} as const satisfies Same<typeof en>;
