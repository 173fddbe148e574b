/** A stretch of text that two texts share, or that only the first (`removed`) or the second (`added`) has. */
export type Run = { kind: "same" | "removed" | "added"; text: string };

/** Pairs of words, or of lines, that one comparison may look at; beyond, texts are taken as a whole. */
export const COMPARED_MAX = 1_000_000;

type Segment = { same: string } | { removed: string; added: string };

/** A number with its unit is one word: “2 days”, not “2”. */
const WORDS = /\d+ \p{L}+|[\p{L}\p{N}]+(?:[.:,'’-][\p{L}\p{N}]+)*|\s+|[^\s\p{L}\p{N}]/gu;
const LINES = /[^\n]*\n|[^\n]+$/g;

/** Lines with less in common than this part of their letters are two lines, not one that changed. */
const ALIKE_MIN = 0.4;

/**
 * What differs between two texts, word by word, in reading order: what goes before what comes. Long
 * texts are compared line by line first; single lines that have little in common are taken as a
 * whole. The runs without `added` are the first text, those without
 * `removed` the second.
 */
export function textRuns(before: string, after: string): Run[] {
  return mergedOverSpaces(readable(before, after)).flatMap((segment): Run[] => {
    if ("same" in segment) return [{ kind: "same", text: segment.same }];
    const { removed, added } = segment;
    return [
      ...(removed === "" ? [] : [{ kind: "removed" as const, text: removed }]),
      ...(added === "" ? [] : [{ kind: "added" as const, text: added }]),
    ];
  });
}

function readable(before: string, after: string): Segment[] {
  const segments = segmentsOf(before, after);
  if (before === after || /\n/.test(before + after)) return segments;
  const shared = segments.reduce(
    (sum, segment) => sum + ("same" in segment ? letters(segment.same) : 0),
    0,
  );
  const isAlike = shared >= ALIKE_MIN * Math.max(letters(before), letters(after));
  return isAlike ? segments : [{ removed: before, added: after }];
}

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function segmentsOf(before: string, after: string): Segment[] {
  const words = common(before.match(WORDS) ?? [], after.match(WORDS) ?? []);
  if (words) return words;
  const lines = common(before.match(LINES) ?? [], after.match(LINES) ?? []);
  if (!lines) return [{ removed: before, added: after }];
  return lines.flatMap((segment) =>
    "same" in segment
      ? [segment]
      : (common(segment.removed.match(WORDS) ?? [], segment.added.match(WORDS) ?? []) ?? [segment]),
  );
}

/** The longest common subsequence of two lists as segments; null where they are too long for that. */
function common(a: readonly string[], b: readonly string[]): Segment[] | null {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) {
    end += 1;
  }
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length * right.length > COMPARED_MAX) return null;
  const kept = keptPairs(left, right);
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  const gap = (toI: number, toJ: number) => {
    const [removed, added] = [left.slice(i, toI).join(""), right.slice(j, toJ).join("")];
    if (removed !== "" || added !== "") segments.push({ removed, added });
  };
  for (const [keptI, keptJ] of kept) {
    gap(keptI, keptJ);
    segments.push({ same: left[keptI] ?? "" });
    [i, j] = [keptI + 1, keptJ + 1];
  }
  gap(left.length, right.length);
  const head = a.slice(0, start).join("");
  const tail = a.slice(a.length - end).join("");
  return [
    ...(head === "" ? [] : [{ same: head }]),
    ...segments,
    ...(tail === "" ? [] : [{ same: tail }]),
  ];
}

/** Which places of both lists belong together. */
function keptPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** A space between two changes would only break them up: “~~two days~~ **three weeks**”. */
function mergedOverSpaces(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const [place, segment] of segments.entries()) {
    const last = merged.at(-1);
    const next = segments[place + 1];
    if (last && "same" in last && "same" in segment) {
      last.same += segment.same;
    } else if (last && "removed" in last && "removed" in segment) {
      last.removed += segment.removed;
      last.added += segment.added;
    } else if (
      last &&
      "removed" in last &&
      "same" in segment &&
      next &&
      "removed" in next &&
      /^[^\S\n]+$/.test(segment.same)
    ) {
      last.removed += segment.same;
      last.added += segment.same;
    } else merged.push({ ...segment });
  }
  return merged;
}
