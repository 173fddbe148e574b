import { bundleWords } from "./bundle-words";
import { escapeValue, finishText } from "./escape";
import { type FormatSettings, formatDate, formatRelative } from "./formats";
import { markdownToText } from "./markdown-text";
import type { RenderedAction } from "./render-content";

/** Matters one message lists; with more there are more messages. */
export const BUNDLE_ITEMS_MAX = 50;
/** As many for somebody on duty: what a storm brings them stays together. */
export const HELPER_ITEMS_MAX = 300;
/** Of these the words are quoted and the buttons shown; of the others the name is, and when it is due. */
const ITEMS_QUOTED_MAX = 20;
/** Of a list longer than others are: mail clients hide what is behind the first hundred kilobytes. */
const ITEMS_QUOTED_OF_MANY_MAX = 10;
const LINE_CHARS_MAX = 200;
const SUBJECT_CHARS_MAX = 200;
const PREHEADER_CHARS_MAX = 140;
const BUTTONS_MAX = 3;
/** An SMS is paid by its length. */
const LINES_MAX = 10;
const LINES_OF_MANY = 5;

/** One matter of a message that lists several; the message it was planned as keeps its own words and tokens. */
export type BundleItem = {
  messageId: string;
  subject: string;
  /** What its words begin with after the greeting. */
  text: string;
  /** When it is due, in the reader's words; null: never, or it is over. */
  due: string | null;
  actions: RenderedAction[];
};

export type BundleMatter = {
  messageId: string;
  caseSubject: string;
  /** Null for what is over. */
  dueAt: number | null;
  isOver: boolean;
  content: {
    subject: string | null;
    title: string | null;
    body: string;
    actions: readonly RenderedAction[];
  };
};

const shortened = (text: string, charsMax: number): string =>
  text.length <= charsMax
    ? text
    : `${text
        .slice(0, charsMax - 1)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd()}…`;

/** The words of one message about several matters, in the order given. */
export function bundleContent(matters: readonly BundleMatter[], settings: FormatSettings) {
  const quotedMax = matters.length > BUNDLE_ITEMS_MAX ? ITEMS_QUOTED_OF_MANY_MAX : ITEMS_QUOTED_MAX;
  const items = matters.map((matter, place) => itemOf(matter, place < quotedMax, settings));
  const isOver = matters.some((matter) => matter.isOver);
  return bundleOfItems(items, { locale: settings.locale, isOver });
}

/** A list of these; `isOver`: some are only told of. One that is left of several gives it its name. */
export function bundleOfItems(
  items: BundleItem[],
  { locale, isOver }: { locale: string; isOver: boolean },
) {
  const words = bundleWords(locale);
  const [first] = items;
  const n = items.length;
  const several = isOver ? words.messages(n) : words.waiting(n);
  const title = n === 1 && first ? first.subject : several;
  const preheader = shortened(items.map(({ subject }) => subject).join(", "), PREHEADER_CHARS_MAX);
  return { subject: title, preheader, title, body: bundleMarkdown(items, () => []), items };
}

function itemOf(
  { messageId, caseSubject, dueAt, isOver, content }: BundleMatter,
  isQuoted: boolean,
  settings: FormatSettings,
): BundleItem {
  return {
    messageId,
    subject: shortened(content.title ?? content.subject ?? caseSubject, SUBJECT_CHARS_MAX),
    text: isQuoted ? shortened(firstWords(content.body), LINE_CHARS_MAX) : "",
    due: dueAt === null || isOver ? null : dueText(dueAt, settings),
    actions: isQuoted ? content.actions.slice(0, BUTTONS_MAX) : [],
  };
}

const GREETING_CHARS_MAX = 80;
/** "Dear Ms Marsh," and "Dear Ms Marsh:", as several scripts write it. */
const ENDS_GREETING = /[,，、،:：]$/u;
/** What a colon introduces. */
const LISTED = /^(?:- |\d+\. )/;

/** The first paragraph that is no greeting, on one line. A short line that ends in a comma or colon greets. */
function firstWords(body: string): string {
  const paragraphs = markdownToText(body)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split("\n").map((line) => line.trim()));
  const [[line = "", ...below] = [], next] = paragraphs;
  const rest = below.length > 0 ? below : next;
  const greets =
    line.length <= GREETING_CHARS_MAX &&
    ENDS_GREETING.test(line) &&
    rest !== undefined &&
    !LISTED.test(rest[0] ?? "");
  return (greets ? rest : [line, ...below]).join(" ");
}

function dueText(dueAt: number, settings: FormatSettings): string {
  const words = bundleWords(settings.locale);
  const moment = { at: dueAt, civil: false, dateOnly: false };
  const date = formatDate(moment, "day", settings);
  const say = dueAt < settings.now ? words.wasDue : words.due;
  return say(date, formatRelative(moment, settings));
}

export type BundleLink = { label: string; url: string };

/** One matter of the list as Markdown, without its buttons. */
export const bundleItemMarkdown = (item: BundleItem): string =>
  [
    `### ${plainMarkdown(item.subject)}`,
    [item.text, item.due ?? ""]
      .filter((text) => text !== "")
      .map(plainMarkdown)
      .join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");

/** The list as Markdown, with where each matter's buttons lead. */
export function bundleMarkdown(
  items: readonly BundleItem[],
  linksOf: (item: BundleItem) => readonly BundleLink[],
): string {
  return items
    .map((item) => {
      const links = linksOf(item).map(
        ({ label, url }) =>
          `**[${plainMarkdown(label)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)**`,
      );
      const words = bundleItemMarkdown(item);
      return links.length === 0 ? words : `${words}\n\n${links.join(" · ")}`;
    })
    .join("\n\n---\n\n");
}

/** Matters that are only named, a line each, with where their pages are. */
export const bundleNames = (
  items: readonly BundleItem[],
  urlOf: (item: BundleItem) => string,
): string =>
  items
    .map((item) => {
      const name = `[${plainMarkdown(item.subject)}](<${urlOf(item).replace(/[<>\s]/g, encodeURIComponent)}>)`;
      return item.due === null ? `- ${name}` : `- ${name}: ${plainMarkdown(item.due)}`;
    })
    .join("\n");

const plainMarkdown = (text: string): string =>
  finishText(escapeValue(text.replace(/\s+/g, " "), "markdown"), "markdown");

/** The first of the list in plain lines, for an SMS or a notification: a page has all of it. */
export function bundleLines(items: readonly BundleItem[], locale: string): string {
  const lines = items
    .slice(0, items.length > LINES_MAX ? LINES_OF_MANY : LINES_MAX)
    .map(({ subject, due }, i) => `${i + 1}. ${due === null ? subject : `${subject}: ${due}`}`);
  const left = items.length - lines.length;
  return [...lines, ...(left > 0 ? [bundleWords(locale).more(left)] : [])].join("\n");
}
