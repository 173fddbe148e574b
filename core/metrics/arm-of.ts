/**
 * The arm of a step that a case's `step=arm,…` names, of the names the step is known to have had: a name
 * may hold commas and equal signs itself. Null: it came not to the step.
 */
export function armOfStep(text: string, step: string, names: readonly string[]): string | null {
  const head = `${step}=`;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    if (at > 0 && text[at - 1] !== ",") continue;
    const rest = text.slice(at + head.length);
    const found = names
      .filter((name) => rest === name || rest.startsWith(`${name},`))
      .toSorted((a, b) => b.length - a.length);
    if (found[0] !== undefined) return found[0];
  }
  return null;
}
