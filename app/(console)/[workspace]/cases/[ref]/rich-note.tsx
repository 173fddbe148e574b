/** A note as it was written, with the members it calls set off. */
export function RichNote({ text, names }: { text: string; names: readonly string[] }) {
  return (
    <span className="whitespace-pre-wrap">
      {piecesOf(text, names).map(({ at, words, isName }) =>
        isName ? (
          <strong key={at} className="font-medium text-ft-accent-text">
            {words}
          </strong>
        ) : (
          words
        ),
      )}
    </span>
  );
}

type Piece = { at: number; words: string; isName: boolean };

/** Longer names first, so that “@Ana Maria” is not read as “@Ana”. */
function piecesOf(text: string, names: readonly string[]): Piece[] {
  const called = names.toSorted((a, b) => b.length - a.length).map((name) => `@${name}`);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const words = called.find((name) => text.startsWith(name, at));
    if (words === undefined) continue;
    if (at > from) pieces.push({ at: from, words: text.slice(from, at), isName: false });
    pieces.push({ at, words, isName: true });
    from = at + words.length;
  }
  return [...pieces, { at: from, words: text.slice(from), isName: false }];
}
