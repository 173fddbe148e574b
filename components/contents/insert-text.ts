export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** What of the text before the cursor a chosen variable takes the place of: an opened brace or two. */
export const openedBraces = (before: string): number => /\{{1,2}\s*$/.exec(before)?.[0].length ?? 0;

/** Types into a control as a person would, so that the platform's own undo takes it back. */
export function insertText(control: TextControl, text: string, replacing: number): void {
  control.focus();
  const end = control.selectionEnd ?? control.value.length;
  const from = Math.max(0, (control.selectionStart ?? end) - replacing);
  control.setSelectionRange(from, end);
  if (document.execCommand("insertText", false, text)) return;
  control.setRangeText(text, from, end, "end");
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
