import { languageChoices } from "@/components/settings/language-choices";
import type { DraftTemplate } from "@/core/template/draft-template";
import { type Piece, piecesOf, textsIn } from "@/core/template/translation";
import { contentIn } from "./change-content";
import type { Source } from "./editor-context";

/** The default words of a template as a translation of it is written beside them. */
export function sourceOf(
  { draft, tag, home }: { draft: DraftTemplate; tag: string; home: string },
  changes: readonly Piece[],
  reader: string,
): Omit<Source, "sideBySide" | "confirm"> {
  const { content, channel } = draft;
  const own = new Set(piecesOf(content, channel).map(({ mark }) => mark));
  const translated = piecesOf(contentIn(draft, tag), channel);
  return {
    content,
    locale: home,
    language: languageChoices(reader, [home]).find((each) => each.tag === home)?.name ?? home,
    texts: new Map(textsIn(content, channel).map(({ place, text }) => [place, text])),
    changes: new Map(changes.map((piece) => [piece.place, piece])),
    untranslated: new Set(translated.flatMap(({ place, mark }) => (own.has(mark) ? [place] : []))),
  };
}
