const CELLS_MAX = 16_000_000;
const CONTEXT = 2;

type Line = { sign: " " | "-" | "+"; text: string };

/** The lines that differ between two texts, each with a few around it; empty for equal texts. */
export function lineDiff(before: string, after: string): string[] {
  if (before === after) return [];
  const a = before.split("\n");
  const b = after.split("\n");
  if (a.length * b.length > CELLS_MAX) return [`(${a.length} lines before, ${b.length} after)`];
  return shortened(compare(a, b));
}

function compare(a: string[], b: string[]): Line[] {
  const width = b.length + 1;
  // Length of the longest common subsequence of a[i..] and b[j..].
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const longest = Math.max(at(i + 1, j), at(i, j + 1));
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : longest;
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: " ", text: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: "-", text: a[i] ?? "" });
      i += 1;
    } else {
      lines.push({ sign: "+", text: b[j] ?? "" });
      j += 1;
    }
  }
  return lines;
}

function shortened(lines: Line[]): string[] {
  const near = lines.map((_, n) =>
    lines.slice(Math.max(0, n - CONTEXT), n + CONTEXT + 1).some(({ sign }) => sign !== " "),
  );
  return lines.flatMap(({ sign, text }, n) => {
    if (near[n]) return [`${sign} ${text}`];
    return n > 0 && near[n - 1] ? ["  …"] : [];
  });
}
