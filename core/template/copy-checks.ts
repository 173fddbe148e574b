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

export type CopyAdvice = { code: CopyAdviceCode; message: string };
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
const NOT_PRIMARY: readonly Action["kind"][] = ["snooze", "acknowledge", "reply"];

/** A text as a reader meets it: a value counts as one word. */
const shown = (text: string) =>
  text.replace(LIQUID, (tag) => (tag.startsWith("{{") ? "value" : ""));
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => word !== "").length;
const lengthOf = (text: string) => [...shown(text)].length;

function actionAdvice(content: Content, channel: Channel): CopyAdvice[] {
  const advice: CopyAdvice[] = [];
  const actions = content.actions ?? [];
  const primary = actions.filter((action) => !NOT_PRIMARY.includes(action.kind));
  const linked = linksOf(shown(content.body)).length > 0 || /https?:\/\//.test(content.body);
  if (actions.length === 0 && !linked && channel !== "webhook") {
    advice.push({
      code: "action_missing",
      message: "Say what to do, with one button for it.",
    });
  }
  if (primary.length > 1) {
    advice.push({
      code: "many_primary_actions",
      message: `${primary.length} buttons ask for different things; one task reads best with one button.`,
    });
  }
  if (channel === "in_app" && actions.length > IN_APP_ADVISED_ACTIONS) {
    advice.push({
      code: "many_actions",
      message: `The inbox shows ${IN_APP_ADVISED_ACTIONS} buttons; the others move into a menu.`,
    });
  }
  for (const action of actions) {
    if (VAGUE_LABEL.test(action.label.trim())) {
      advice.push({
        code: "vague_label",
        message: `"${action.label}" does not say what happens; name the act ("Pay the invoice").`,
      });
    }
  }
  return advice;
}

function clarityAdvice(content: Content, channel: Channel): CopyAdvice[] {
  const advice: CopyAdvice[] = [];
  const all = [content.subject, content.title, content.body].join("\n");
  if (!DEADLINE.test(all)) {
    advice.push({
      code: "deadline_missing",
      message: 'Say by when: {{ due | date: "long" }} ({{ due | relative }}).',
    });
  }
  if (channel !== "sms" && channel !== "push" && !IMPORTANCE.test(shown(content.body))) {
    advice.push({
      code: "importance_missing",
      message: "Say in one sentence why it matters or what happens next.",
    });
  }
  if (textsOf(content).some(({ text }) => RAW_MOMENT.test(text))) {
    advice.push({
      code: "raw_moment",
      message: 'A moment prints as a number; give it a form: {{ due | date: "long" }}.',
    });
  }
  if (FALSE_URGENCY.test(all)) {
    advice.push({
      code: "false_urgency",
      message: "State the date instead of pressing the reader.",
    });
  }
  return advice;
}

function lengthAdvice(content: Content, channel: Channel): CopyAdvice[] {
  const advice: CopyAdvice[] = [];
  const subject = content.subject ?? "";
  if (channel === "email" && lengthOf(subject) > SUBJECT_ADVISED_CHARS) {
    advice.push({
      code: "subject_long",
      message: `Phones cut a subject after about ${SUBJECT_ADVISED_CHARS} characters; this has ${lengthOf(subject)}.`,
    });
  }
  if (/\p{Lu}{5,}(?:[^\p{L}]+\p{Lu}{3,})+/u.test(shown(subject))) {
    advice.push({
      code: "subject_shouts",
      message: "A subject in capitals reads as shouting.",
    });
  }
  if ((channel === "push" || channel === "in_app") && (content.title ?? "").trim() === "") {
    advice.push({
      code: "title_missing",
      message: "Give it a title; it is what people see first.",
    });
  }
  if (channel === "push" && lengthOf(content.title ?? "") > PUSH_TITLE_ADVISED_CHARS) {
    advice.push({
      code: "title_long",
      message: `A push title shows about ${PUSH_TITLE_ADVISED_CHARS} characters.`,
    });
  }
  const text = markdownToText(shown(content.body));
  if (channel === "push" && [...text].length > PUSH_BODY_ADVISED_CHARS) {
    advice.push({
      code: "body_long",
      message: `A push shows about ${PUSH_BODY_ADVISED_CHARS} characters; this has ${[...text].length}.`,
    });
  }
  if (channel === "sms") return [...advice, ...smsAdvice(text)];
  const words = wordsIn(text);
  if (channel !== "push" && words > BODY_ADVISED_WORDS) {
    advice.push({
      code: "body_long",
      message: `${words} words; one task needs fewer than ${BODY_ADVISED_WORDS}.`,
    });
  }
  const longest = Math.max(0, ...text.split(/[.!?:]\s|\n/).map(wordsIn));
  if (longest > SENTENCE_ADVISED_WORDS) {
    advice.push({
      code: "sentence_long",
      message: `The longest sentence has ${longest} words; more than ${SENTENCE_ADVISED_WORDS} are hard to read.`,
    });
  }
  return advice;
}

function smsAdvice(text: string): CopyAdvice[] {
  const { segments, encoding, unicodeCharacters } = smsSegments(text);
  const advice: CopyAdvice[] = [];
  if (segments > SMS_ADVISED_SEGMENTS) {
    advice.push({
      code: "sms_segments",
      message: `About ${segments} SMS each time; ${SMS_ADVISED_SEGMENTS} are enough for one task and one link.`,
    });
  }
  if (encoding === "ucs2") {
    advice.push({
      code: "sms_unicode",
      message: `${unicodeCharacters.slice(0, 5).join(" ")} halves what fits into one SMS.`,
    });
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
