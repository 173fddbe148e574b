"use client";

import { useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { SHORTCUTS_COOKIE } from "@/core/operator/preferences";
import { SECOND_MS } from "@/core/time";
import { isModifierKey, type Press } from "./keys";
import { isMac } from "./platform";
import { meaningOf, registeredNow } from "./registry";

/** How long the next stroke of a sequence is waited for. */
const SEQUENCE_MS = 1.2 * SECOND_MS;

const NOT_TYPED = new Set(["button", "checkbox", "radio", "range", "submit", "reset", "file"]);
const CHOOSES =
  "[role=menu], [role=listbox], [role=combobox], [role=textbox], [role=searchbox], [role=spinbutton], [role=slider]";
const PRESSES = "a[href], button, summary, [role=button], [role=tab], [role=switch], input, label";

const isTyping = (element: Element): boolean =>
  (element instanceof HTMLInputElement && !NOT_TYPED.has(element.type)) ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLElement && element.isContentEditable) ||
  element.closest(CHOOSES) !== null;

/** Enter and Space on a control are its own press. */
const isPress = ({ key }: KeyboardEvent, element: Element): boolean =>
  (key === "Enter" || key === " ") && element.closest(PRESSES) !== null;

const singleKeysOn = (): boolean => !document.cookie.includes(`${SHORTCUTS_COOKIE}=off`);

const dialogOpen = (): boolean =>
  document.querySelector("[role=dialog][aria-modal=true], [role=alertdialog], .modal__dialog") !==
  null;

/** The one listener behind every shortcut of the console. */
export function ShortcutsListener() {
  const begun = useRef<{ strokes: readonly Press[]; at: number }>({ strokes: [], at: 0 });
  useHotkeys(
    "*",
    (event) => {
      if (event.defaultPrevented || event.isComposing || isModifierKey(event.key)) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (isPress(event, target)) return;
      const isFresh = event.timeStamp - begun.current.at < SEQUENCE_MS;
      const { run, pending } = meaningOf(registeredNow(), event, {
        mac: isMac(),
        pending: isFresh ? begun.current.strokes : [],
        typing: isTyping(target),
        singleKeys: singleKeysOn(),
        dialogOpen: dialogOpen(),
      });
      begun.current = { strokes: pending, at: event.timeStamp };
      if (!run || (event.repeat && !run.repeats)) return;
      event.preventDefault();
      run.run();
    },
    { enableOnFormTags: true, enableOnContentEditable: true, ignoreModifiers: true },
  );
  return null;
}
