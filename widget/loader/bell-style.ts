/**
 * The box is as large before anything is known as after: nothing in the page moves. By ids, as the
 * panel in the same root has classes of its own.
 */
export const BELL_STYLE = /* css */ `
:host { display: inline-block; position: relative; vertical-align: middle }
:host([hidden]), [hidden] { display: none !important }
#bell {
  all: unset;
  box-sizing: border-box;
  display: grid;
  place-items: center;
  position: relative;
  inline-size: 44px;
  block-size: 44px;
  border-radius: var(--fu-radius, 8px);
  cursor: pointer;
}
#bell:hover, #bell[aria-expanded=true] { background: color-mix(in srgb, currentColor 10%, transparent) }
#bell:focus-visible { outline: 2px solid var(--fu-focus, currentColor); outline-offset: -2px }
#badge {
  position: absolute;
  inset-block-start: 3px;
  inset-inline-end: 1px;
  direction: ltr;
  min-inline-size: 10px;
  padding-inline: 4px;
  border-radius: 9px;
  background: #5b6270;
  color: #fff;
  font: 600 11px/18px var(--fu-font, system-ui, sans-serif);
  text-align: center;
}
#dot {
  position: absolute;
  inset-block-start: 6px;
  inset-inline-start: 7px;
  inline-size: 8px;
  block-size: 8px;
  border-radius: 50%;
  background: var(--fu-unread, #c81e3a);
}
@media (forced-colors: active) { #badge, #dot { background: Highlight; color: HighlightText; forced-color-adjust: none } }
`;
