/**
 * Puts the focus on the first field of the form in use that is marked as wrong, and scrolls there. Does
 * nothing where no form has the focus: it may be gone, or nobody waits for it any more.
 */
export function focusFirstWrong(): void {
  const form = document.activeElement?.closest("form, [role=dialog], [role=alertdialog]");
  const field = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}
