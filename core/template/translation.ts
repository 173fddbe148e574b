import { parseBlocks } from "@/core/template/blocks";
import type { Channel } from "@/core/template/channel";
import { MARKS_MAX } from "@/core/template/content";
import type { DraftAction, DraftContent, DraftTemplate } from "@/core/template/draft-template";

/** A text that is translated by itself: a line, a block of an email's body, the words of a button. */
export type Piece = {
  /** `subject`, `body.2`, `actions.paid`: where it stands. */
  place: string;
  text: string;
  /** Tells these words at such a place from others: what a translation keeps of those it was made from. */
  mark: string;
};

/** A longer body is one piece. */
const BODY_PIECES_MAX = 200;

const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
/** What a message does without a value is not translated. */
const WAITING = /\s*\|\s*hold\s*(?=-?\}\})/g;
const HAS_WORDS = /\p{L}/u;
const URLS = /https?:\/\/[^\s)]+/g;
const LINES = ["subject", "preheader", "title"] as const;

/** FNV-1a over UTF-16, twice with different beginnings: 64 bits, which tell a template's few texts apart. */
function digest(text: string): string {
  const half = (offset: number) => {
    let hash = offset;
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    return (hash >>> 0).toString(36);
  };
  return `${half(0x811c9dc5)}-${half(0x050c5d1f)}`;
}

const wordsOf = ({ label, choices = [] }: DraftAction) => [label, ...choices].join("\n");

/** The texts of a content, in the order they are read in. */
export function textsIn(content: DraftContent, channel: Channel): Pick<Piece, "place" | "text">[] {
  const blocks = channel === "email" ? parseBlocks(content.body).blocks : [];
  const isCut = blocks.length > 0 && blocks.length <= BODY_PIECES_MAX;
  const bodies = isCut ? blocks.map(({ source }) => source) : [content.body];
  return [
    ...LINES.map((line) => ({ place: line as string, text: content[line] ?? "" })),
    ...bodies.map((text, at) => ({ place: `body.${at}`, text })),
    ...(content.actions ?? []).map((action) => ({
      place: `actions.${action.id}`,
      text: wordsOf(action),
    })),
  ];
}

/** What of them is to be translated: a divider or a bare value is nothing. */
export const piecesOf = (content: DraftContent, channel: Channel): Piece[] =>
  textsIn(content, channel).flatMap(({ place, text }) => {
    if (!HAS_WORDS.test(text.replace(LIQUID, "").replace(URLS, ""))) return [];
    const [root = ""] = place.split(".");
    return [{ place, text, mark: digest(`${root}\n${text.replace(WAITING, " ")}`) }];
  });

const marksOf = (content: DraftContent, channel: Channel) =>
  piecesOf(content, channel).map(({ mark }) => mark);

/** The oldest go first. */
const newest = (marks: readonly string[]) => [...new Set(marks)].slice(-MARKS_MAX);

/**
 * The pieces of the template's own words that are not those a translation was made from, in order.
 * Null: nobody knows what it was made from.
 */
export function changedSince(draft: DraftTemplate, tag: string): Piece[] | null {
  const translation = draft.locales?.[tag];
  if (translation?.translatedFrom === undefined) return null;
  const known = new Set(translation.translatedFrom);
  return piecesOf(draft.content, draft.channel).filter(({ mark }) => !known.has(mark));
}

/** The translation looked at and found right: all of it, or one piece. */
export function upToDate(draft: DraftTemplate, tag: string, piece?: Piece): DraftTemplate {
  const translation = draft.locales?.[tag];
  if (!translation) return draft;
  const marks = piece ? [piece.mark] : marksOf(draft.content, draft.channel);
  const translatedFrom = newest([...(translation.translatedFrom ?? []), ...marks]);
  return { ...draft, locales: { ...draft.locales, [tag]: { ...translation, translatedFrom } } };
}

/**
 * Words of one language put into a template, keeping what its translations were made from: those that
 * never said so were there before the template's own words changed; a piece of a translation that was
 * written anew was made from the words that stand there now.
 */
export function withWords(
  draft: DraftTemplate,
  tag: string | null,
  content: DraftContent,
): DraftTemplate {
  const { channel, locales } = draft;
  if (tag !== null) return withTranslation(draft, tag, content);
  if (!locales) return { ...draft, content };
  const before = marksOf(draft.content, channel);
  const isSame = marksOf(content, channel).join() === before.join();
  if (isSame) return { ...draft, content };
  const told = Object.entries(locales).map(([each, words]) => [
    each,
    words.translatedFrom ? words : { ...words, translatedFrom: newest(before) },
  ]);
  return { ...draft, content, locales: Object.fromEntries(told) };
}

function withTranslation(draft: DraftTemplate, tag: string, content: DraftContent): DraftTemplate {
  const { channel, locales } = draft;
  const old = locales?.[tag];
  const next = { ...draft, locales: { ...locales, [tag]: content } };
  if (old?.translatedFrom === undefined) return next;
  const written = touched(piecesOf(old, channel), piecesOf(content, channel));
  const sources = piecesOf(draft.content, channel).filter(({ place }) => written.has(place));
  const translatedFrom = newest([...old.translatedFrom, ...sources.map(({ mark }) => mark)]);
  return { ...draft, locales: { ...locales, [tag]: { ...content, translatedFrom } } };
}

/** Places whose words are others now. Where blocks came, went or moved, it is nobody's translation. */
function touched(before: readonly Piece[], after: readonly Piece[]): Set<string> {
  const isBody = ({ place }: Piece) => place.startsWith("body.");
  const isReordered = before.filter(isBody).length !== after.filter(isBody).length;
  const old = new Map(before.map((piece) => [piece.place, piece.mark]));
  const all = new Set(before.map(({ mark }) => mark));
  return new Set(
    after
      .filter((piece) => old.get(piece.place) !== piece.mark && !all.has(piece.mark))
      .filter((piece) => !(isReordered && isBody(piece)))
      .map(({ place }) => place),
  );
}
