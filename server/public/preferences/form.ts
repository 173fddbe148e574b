import { type Html, html } from "../html";

/** One small form of the page: it posts to the page's own address. `key` tells it from the others after a change. */
export const form = (key: string, what: string, fields: Html, name = ""): Html =>
  html`<form method="post" data-k="${key}"${name && html` class="${name}"`}><input type="hidden" name="do" value="${what}">${fields}</form>
`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** Needed only where no script sends a form when something in it changes. */
export const saveWithoutScript = (label: string): Html =>
  html`<noscript><button type="submit" class="quiet">${label}</button></noscript>`;

/** A choice whose value may be one that the list does not have. */
export function select(
  name: string,
  now: string,
  options: readonly (readonly [value: string, label: string])[],
  more: { id?: string; label?: string; hint?: string } = {},
): Html {
  const { id, label, hint } = more;
  return html`<select name="${name}" autocomplete="off" data-save${id && html` id="${id}"`}${label && html` aria-label="${label}"`}${hint && html` aria-describedby="${hint}"`}>${options.map(
    ([value, text]) =>
      html`<option${value !== text && html` value="${value}"`}${value === now && html` selected`}>${text}
`,
  )}</select>`;
}
