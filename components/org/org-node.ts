/** One line of the org as it is shown: its words are said already. */
export type OrgNode = {
  /** Unlike any other in its tree. */
  id: string;
  name: string;
  href: string;
  /** What stands behind the name. */
  detail: string | null;
  /** What is wrong or worth knowing. */
  notes: { tone: "due" | "muted"; text: string }[];
  below: OrgNode[];
};

export type OrgLine = {
  node: OrgNode;
  level: number;
  place: number;
  size: number;
  above: string | null;
};

/** The lines that are shown, top to bottom: those below a closed one are not. */
export function linesOf(
  nodes: readonly OrgNode[],
  isClosed: (id: string) => boolean,
  level = 1,
  above: string | null = null,
): OrgLine[] {
  return nodes.flatMap((node, i) => [
    { node, level, place: i + 1, size: nodes.length, above },
    ...(isClosed(node.id) ? [] : linesOf(node.below, isClosed, level + 1, node.id)),
  ]);
}

/** What is left of a tree when it is looked for by words: a hit with all above it and below it. */
export function searched(nodes: readonly OrgNode[], words: string): OrgNode[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return [...nodes];
  return nodes.flatMap((node) => {
    const own = [node.name, node.detail ?? "", ...node.notes.map(({ text }) => text)].join(" ");
    if (own.toLowerCase().includes(wanted)) return [node];
    const below = searched(node.below, words);
    return below.length > 0 ? [{ ...node, below }] : [];
  });
}
