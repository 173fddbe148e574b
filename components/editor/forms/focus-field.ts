const FOCUSABLE = "input:not([type=hidden]), select, textarea, button, summary, [tabindex]";

/**
 * Moves focus to the control of a field, or to the nearest one around it: for `channels.1.email`
 * also `channels.1` or `channels`. Opens the folds it stands in. False when there is none.
 */
export function focusField(root: ParentNode, field: string): boolean {
  const parts = field.split(".");
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(".");
    const found = root.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (!found) continue;
    for (let fold = found.closest("details"); fold; fold = parentFold(fold)) fold.open = true;
    const control = found.matches(FOCUSABLE) ? found : found.querySelector<HTMLElement>(FOCUSABLE);
    control?.focus();
    control?.scrollIntoView({ block: "nearest" });
    return control !== null;
  }
  return false;
}

const parentFold = (fold: HTMLDetailsElement) => fold.parentElement?.closest("details") ?? null;
