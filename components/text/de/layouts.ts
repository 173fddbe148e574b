import type { layouts as en } from "../en/layouts";
import type { Same } from "../same";

export const layouts: Same<typeof en> = {
  kinds: "Arten von Inhalten",
  templates: "Vorlagen",
  snippets: "Bausteine",
  layouts: "Layouts",

  snippetsLead:
    "Worte, die viele Nachrichten teilen, etwa eine Unterschrift. Eine Änderung gilt ab der nächsten Nachricht, überall, wo sie stehen.",
  snippetsEmpty: "Noch keine Bausteine.",
  snippetsEmptyBody:
    "Schreibe einmal, was mehrere Nachrichten sagen, und nenne es in jeder von ihnen.",
  newSnippet: "Neuer Baustein",
  deleteSnippet: "Baustein löschen",
  snippetUse: "So steht er in jedem Text einer Nachricht:",
  words: "Worte, {language}",
  notTranslated: "Nicht übersetzt: Es gelten die Worte oben.",
  needsWords: "Ein Baustein braucht Worte in der Sprache des Arbeitsbereichs.",
  problemAt: "Zeile {line, number}, Spalte {column, number}: {message}",

  layoutsLead:
    "Wie E-Mails aussehen: Farben, Ecken, Schrift, und was über und unter den Worten steht. Eine Vorlage ohne Layout sieht aus, wie die Marke es sagt.",
  layoutsEmpty: "Noch keine Layouts.",
  layoutsEmptyBody:
    "Jede E-Mail sieht aus, wie die Marke es sagt. Lege ein Layout für die an, die anders aussehen sollen, und wähle es in ihrer Vorlage.",
  newLayout: "Neues Layout",
  deleteLayout: "Layout löschen",
  deleteTitle: "{key} löschen?",
  deleteBody:
    "Was es noch verwendet, verhindert das Löschen. Gesendete Nachrichten behalten ihre Worte.",
  choice: "Layout",
  ofBrand: "Wie die Marke es sagt",
  ofBrandShort: "von der Marke",
  gone: "Das Layout {key} gibt es nicht mehr; E-Mails sehen aus, wie die Marke es sagt.",
  font: "Schrift",
  fontName:
    "{font, select, system {Die des Geräts} arial {Arial} verdana {Verdana} georgia {Georgia} mono {Feste Breite} other {{font}}}",
  width: "Breite in Pixeln",
  radius: "Ecken in Pixeln",
  logoHint: "Eine Adresse, die mit https beginnt. Leer: das Logo der Marke.",
  light: "Farben auf Hell",
  dark: "Farben auf Dunkel",
  colourName:
    "{name, select, canvas {Hintergrund} card {Karte} ink {Text} muted {Kleingedrucktes} line {Linien} button {Knopf} other {{name}}}",
  pale: "{scheme}: {colour} ist auf dem, was dahinter liegt, nicht zu lesen; Text braucht einen Kontrast von 4,5:1.",
  noValues: "Die Worte eines Layouts enthalten keine Werte wie '{{' person.name '}}'.",
  textsIn: "Um die Worte herum, {language}",
  header: "Oben, unter dem Logo",
  footer: "Unten, über dem Kleingedruckten",
  sampleSubject: "Rechnung 2041",
  sampleBody:
    "Guten Tag Ada,\n\ndie Rechnung 2041 über **120,00 €** ist am Freitag fällig, damit Ihr Konto offen bleibt.\n\n- Rechnung öffnen\n- Bezahlen",
  samplePaid: "Als bezahlt melden",
  sampleLater: "Später erinnern",
};
