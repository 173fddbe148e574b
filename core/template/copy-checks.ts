import type { Channel } from "@/core/template/channel";
import type { Action, Content } from "@/core/template/content";
import { textsOf } from "@/core/template/content-problems";
import { linksOf } from "@/core/template/markdown";
import { markdownToText } from "@/core/template/markdown-text";
import { smsSegments } from "@/core/template/sms";

export const SUBJECT_ADVISED_CHARS = 60;
export const PUSH_TITLE_ADVISED_CHARS = 50;
export const PUSH_BODY_ADVISED_CHARS = 150;
export const SMS_ADVISED_SEGMENTS = 2;
export const BODY_ADVISED_WORDS = 150;
export const SENTENCE_ADVISED_WORDS = 25;
export const IN_APP_ADVISED_ACTIONS = 2;

/** Numbers and words that an advice names; null where it names none. */
export type CopyParams = { n: number | null; max: number | null; text: string | null };
export type CopyAdvice = { code: CopyAdviceCode; params: CopyParams };
export type CopyAdviceCode =
  | "action_missing"
  | "importance_missing"
  | "deadline_missing"
  | "many_primary_actions"
  | "many_actions"
  | "vague_label"
  | "subject_long"
  | "subject_shouts"
  | "title_missing"
  | "title_long"
  | "body_long"
  | "sentence_long"
  | "sms_segments"
  | "sms_unicode"
  | "raw_moment"
  | "false_urgency";

const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const DEADLINE =
  /\{\{[^}]*\b(?:due\w*|deadline|expires?\w*|ends?\w*)\b[^}]*\}\}|\b(?:by|until|before|due|within|today|tomorrow|deadline|overdue|bis|heute|morgen|innerhalb|fällig|spätestens|frist)\b/iu;
const IMPORTANCE =
  /\b(?:because|so that|so we|to avoid|to keep|otherwise|or else|after that|if (?:not|we|you)|unless|without|needed|need|means|cannot|damit|weil|sonst|andernfalls|danach|wenn|ohne|nötig|benötig\w*|brauch\w*)\b/iu;
const VAGUE_LABEL =
  /^(?:click here|here|ok|okay|submit|more|learn more|hier(?: klicken)?|mehr|weiter)$/iu;
const FALSE_URGENCY =
  /\b(?:act now|last chance|urgent!+|don't miss out|letzte chance|jetzt handeln)\b|!{2,}/iu;
const RAW_MOMENT = /\{\{-?\s*(?:due|now|case\.\w+At)\s*-?\}\}/;
const NOT_PRIMARY: readonly Action["kind"][] = [
  ...(["snooze", "acknowledge", "reply"] as const),
  ...(["take_over", "hand_over", "need_help"] as const),
];

/** A text as a reader meets it: a value counts as one word. */
const shown = (text: string) =>
  text.replace(LIQUID, (tag) => (tag.startsWith("{{") ? "value" : ""));
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== "").length;
const lengthOf = (text: string) => [...shown(text)].length;

const advise = (code: CopyAdviceCode, params: Partial<CopyParams> = {}): CopyAdvice => ({
  code,
  params: { n: null, max: null, text: null, ...params },
});

function actionAdvice(content: Content, channel: Channel): CopyAdvice[] {
  const advice: CopyAdvice[] = [];
  const actions = content.actions ?? [];
  const primary = actions.filter((action) => !NOT_PRIMARY.includes(action.kind));
  const linked = linksOf(shown(content.body)).length > 0 || /https?:\/\//.test(content.body);
  if (actions.length === 0 && !linked && channel !== "webhook") {
    advice.push(advise("action_missing"));
  }
  const links = primary.filter(({ kind }) => kind === "link").length;
  // A link to the place where it is done and “I have done it” are one task.
  const tasks = Math.max(links, primary.length - links);
  if (tasks > 1) {
    advice.push(advise("many_primary_actions", { n: tasks }));
  }
  if (channel === "in_app" && actions.length > IN_APP_ADVISED_ACTIONS) {
    advice.push(advise("many_actions", { n: actions.length, max: IN_APP_ADVISED_ACTIONS }));
  }
  for (const action of actions) {
    if (VAGUE_LABEL.test(action.label.trim())) {
      advice.push(advise("vague_label", { text: action.label }));
    }
  }
  return advice;
}

function clarityAdvice(content: Content, channel: Channel): CopyAdvice[] {
  const advice: CopyAdvice[] = [];
  const all = [content.subject, content.title, content.body].join("\n");
  if (!DEADLINE.test(all)) {
    advice.push(advise("deadline_missing"));
  }
  if (channel !== "sms" && channel !== "push" && !IMPORTANCE.test(shown(content.body))) {
    advice.push(advise("importance_missing"));
  }
  if (textsOf(content).some(({ text }) => RAW_MOMENT.test(text))) {
    advice.push(advise("raw_moment"));
  }
  if (FALSE_URGENCY.test(all)) {
    advice.push(advise("false_urgency"));
  }
  return advice;
}

function lengthAdvice(content: Content, channel: Channel): CopyAdvice[] {
  const advice: CopyAdvice[] = [];
  const subject = content.subject ?? "";
  if (channel === "email" && lengthOf(subject) > SUBJECT_ADVISED_CHARS) {
    advice.push(advise("subject_long", { n: lengthOf(subject), max: SUBJECT_ADVISED_CHARS }));
  }
  if (/\p{Lu}{5,}(?:[^\p{L}]+\p{Lu}{3,})+/u.test(shown(subject))) {
    advice.push(advise("subject_shouts"));
  }
  if ((channel === "push" || channel === "in_app") && (content.title ?? "").trim() === "") {
    advice.push(advise("title_missing"));
  }
  if (channel === "push" && lengthOf(content.title ?? "") > PUSH_TITLE_ADVISED_CHARS) {
    advice.push(
      advise("title_long", { n: lengthOf(content.title ?? ""), max: PUSH_TITLE_ADVISED_CHARS }),
    );
  }
  const text = markdownToText(shown(content.body));
  if (channel === "push" && [...text].length > PUSH_BODY_ADVISED_CHARS) {
    advice.push(
      advise("body_long", { n: [...text].length, max: PUSH_BODY_ADVISED_CHARS, text: "push" }),
    );
  }
  if (channel === "sms") return [...advice, ...smsAdvice(text)];
  const words = wordsIn(text);
  if (channel !== "push" && words > BODY_ADVISED_WORDS) {
    advice.push(
      advise("body_long", { n: [...text].length, max: PUSH_BODY_ADVISED_CHARS, text: "push" }),
    );
  }
  const longest = Math.max(0, ...text.split(/[.!?:]\s|\n/).map(wordsIn));
  if (longest > SENTENCE_ADVISED_WORDS) {
    advice.push(advise("sentence_long", { n: longest, max: SENTENCE_ADVISED_WORDS }));
  }
  return advice;
}

function smsAdvice(text: string): CopyAdvice[] {
  const { segments, encoding, unicodeCharacters } = smsSegments(text);
  const advice: CopyAdvice[] = [];
  if (segments > SMS_ADVISED_SEGMENTS) {
    advice.push(advise("sms_segments", { n: segments, max: SMS_ADVISED_SEGMENTS }));
  }
  if (encoding === "ucs2") {
    advice.push(advise("sms_unicode", { text: unicodeCharacters.slice(0, 5).join(" ") }));
  }
  return advice;
}

/**
 * Advice on a content as written (not rendered): does it state the action, why it matters and by
 * when, with one button, short and readable? Advice never blocks. Knows English and German words.
 */
export function checkCopy(content: Content, channel: Channel): CopyAdvice[] {
  return [
    ...actionAdvice(content, channel),
    ...clarityAdvice(content, channel),
    ...lengthAdvice(content, channel),
  ];
}
