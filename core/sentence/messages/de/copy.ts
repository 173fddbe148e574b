import type { CopyAdviceCode } from "@/core/template/copy-checks";

/** Advice on the words of a content. */
export const copy = {
  "copy.action_missing": "Sag, was zu tun ist, mit genau einer Schaltfläche dafür.",
  "copy.importance_missing":
    "Sag in einem Satz, warum es wichtig ist oder was als Nächstes geschieht.",
  "copy.deadline_missing": `Sag, bis wann: '{{ due | date: "long" }} ({{ due | relative }})'.`,
  "copy.many_primary_actions":
    "{n} Schaltflächen verlangen Verschiedenes; eine Aufgabe liest sich am besten mit einer.",
  "copy.many_actions":
    "Der Posteingang zeigt {max} Schaltflächen; die übrigen wandern in ein Menü.",
  "copy.vague_label":
    "„{text}“ sagt nicht, was geschieht; nenne die Handlung („Rechnung bezahlen“).",
  "copy.subject_long": "Telefone kürzen einen Betreff nach etwa {max} Zeichen; dieser hat {n}.",
  "copy.subject_shouts": "Ein Betreff in Großbuchstaben wirkt wie Schreien.",
  "copy.title_missing": "Gib einen Titel an; ihn sieht man zuerst.",
  "copy.title_long": "Der Titel einer Push-Nachricht zeigt etwa {max} Zeichen.",
  "copy.body_long": `{text, select, push {Eine Push-Nachricht zeigt etwa {max} Zeichen; diese hat {n}.}
    other {{n} Wörter; eine Aufgabe braucht weniger als {max}.}}`,
  "copy.sentence_long": "Der längste Satz hat {n} Wörter; mehr als {max} sind schwer zu lesen.",
  "copy.sms_segments": "Jedes Mal etwa {n} SMS; {max} genügen für eine Aufgabe und einen Link.",
  "copy.sms_unicode": "{text} halbiert, was in eine SMS passt.",
  "copy.raw_moment": `Ein Zeitpunkt erscheint so als Zahl; gib ihm eine Form: '{{ due | date: "long" }}'.`,
  "copy.false_urgency": "Nenne das Datum, statt zu drängen.",
} as const satisfies Record<`copy.${CopyAdviceCode}`, string>;
