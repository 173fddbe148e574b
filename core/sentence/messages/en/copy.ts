import type { CopyAdviceCode } from "@/core/template/copy-checks";

/** Advice on the words of a content. */
export const copy = {
  "copy.action_missing": "Say what to do, with one button for it.",
  "copy.importance_missing": "Say in one sentence why it matters or what happens next.",
  "copy.deadline_missing": `Say by when: '{{ due | date: "long" }} ({{ due | relative }})'.`,
  "copy.many_primary_actions":
    "{n} buttons ask for different things; one task reads best with one button.",
  "copy.many_actions": "The inbox shows {max} buttons; the others move into a menu.",
  "copy.vague_label": `"{text}" does not say what happens; name the act ("Pay the invoice").`,
  "copy.subject_long": "Phones cut a subject after about {max} characters; this has {n}.",
  "copy.subject_shouts": "A subject in capitals reads as shouting.",
  "copy.title_missing": "Give it a title; it is what people see first.",
  "copy.title_long": "A push title shows about {max} characters.",
  "copy.body_long": `{text, select, push {A push shows about {max} characters; this has {n}.}
    other {{n} words; one task needs fewer than {max}.}}`,
  "copy.sentence_long": "The longest sentence has {n} words; more than {max} are hard to read.",
  "copy.sms_segments": "About {n} SMS each time; {max} are enough for one task and one link.",
  "copy.sms_unicode": "{text} halves what fits into one SMS.",
  "copy.raw_moment": `A moment prints as a number; give it a form: '{{ due | date: "long" }}'.`,
  "copy.false_urgency": "State the date instead of pressing the reader.",
} as const satisfies Record<`copy.${CopyAdviceCode}`, string>;
