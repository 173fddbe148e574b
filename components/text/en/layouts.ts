/** Snippets and layouts: what messages share. */
export const layouts = {
  kinds: "Kinds of content",
  templates: "Templates",
  snippets: "Snippets",
  layouts: "Layouts",

  snippetsLead:
    "Words that many messages share, such as a signature. A change holds from the next message on, wherever they are used.",
  snippetsEmpty: "No snippets yet.",
  snippetsEmptyBody: "Write something once that several messages say, and name it in each of them.",
  newSnippet: "New snippet",
  deleteSnippet: "Delete snippet",
  snippetUse: "Write it like this in any text of a message:",
  words: "Words, {language}",
  notTranslated: "Not translated: readers get the words above.",
  needsWords: "A snippet needs words in the workspace’s language.",
  problemAt: "Line {line, number}, column {column, number}: {message}",

  layoutsLead:
    "How emails look: colours, corners, font, and what stands above and below the words. A template without one looks as the brand says.",
  layoutsEmpty: "No layouts yet.",
  layoutsEmptyBody:
    "Every email looks as the brand says. Make a layout for those that should look otherwise, and choose it in their template.",
  newLayout: "New layout",
  deleteLayout: "Delete layout",
  deleteTitle: "Delete {key}?",
  deleteBody:
    "What still uses it keeps it from being deleted. Messages that were sent keep their words.",
  choice: "Layout",
  ofBrand: "As the brand says",
  ofBrandShort: "the brand’s",
  gone: "There is no layout {key} any more; emails look as the brand says.",
  font: "Font",
  fontName:
    "{font, select, system {The reader’s own} arial {Arial} verdana {Verdana} georgia {Georgia} mono {Monospace} other {{font}}}",
  width: "Width in pixels",
  radius: "Corners in pixels",
  logoHint: "An address that begins with https. Empty: the brand’s logo.",
  light: "Colours on light",
  dark: "Colours on dark",
  colourName:
    "{name, select, canvas {Background} card {Card} ink {Text} muted {Small print} line {Lines} button {Button} other {{name}}}",
  pale: "{scheme}: {colour} cannot be read on what lies behind it; text needs a contrast of 4.5:1.",
  noValues: "The words of a layout hold no values such as '{{' person.name '}}'.",
  textsIn: "Around the words, {language}",
  header: "Above, below the logo",
  footer: "Below, above the small print",
  sampleSubject: "Invoice 2041",
  sampleBody:
    "Hello Ada,\n\nInvoice 2041 over **€ 120.00** is due on Friday, so that your account stays open.\n\n- Open the invoice\n- Pay it",
  samplePaid: "Mark as paid",
  sampleLater: "Remind me later",
};
