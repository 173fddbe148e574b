"use client";

import { Braces } from "lucide-react";
import { type ChangeEvent, type ReactNode, useRef, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/field";
import { ChipControl } from "./chip-control";
import { useContent } from "./editor-context";
import { insertText, openedBraces, type TextControl } from "./insert-text";
import { UsedVariables } from "./used-variables";
import { VariablePicker } from "./variable-picker";

type Props = {
  label: string;
  value: string;
  onChange: (next: string) => void;
  /** Lines it is high; one line when absent. */
  rows?: number;
  hint?: ReactNode;
  /** Beside the label: how much of the room is used. */
  counter?: ReactNode;
  error?: string | undefined;
  maxLength: number;
  placeholder?: string;
  lang?: string | undefined;
};

/** A text with values in it: a button, and typing an opening brace, offer them by name. */
export function ContentField({
  label,
  value,
  onChange,
  rows,
  counter,
  hint,
  error,
  ...rest
}: Props) {
  const t = useText();
  const { readOnly } = useContent();
  const control = useRef<TextControl>(null);
  const [picking, setPicking] = useState(false);
  const change = (event: ChangeEvent<TextControl>) => {
    const { nativeEvent } = event;
    onChange(event.currentTarget.value);
    if (nativeEvent instanceof InputEvent && nativeEvent.data === "{") setPicking(true);
  };
  const type = (text: string, replacesBraces: boolean) => {
    setPicking(false);
    const at = control.current;
    if (!at) return;
    const before = at.value.slice(0, at.selectionStart ?? at.value.length);
    insertText(at, text, replacesBraces ? openedBraces(before) : 0);
  };
  return (
    <div className="grid gap-1">
      <div className="relative">
        <div className="absolute end-0 top-0 flex items-center gap-2">
          {counter}
          {readOnly ? null : (
            <IconButton
              label={t("contents.insertValueInto", { field: label })}
              size="sm"
              className="-mt-1"
              aria-expanded={picking}
              onPress={() => setPicking((open) => !open)}
            >
              <Braces aria-hidden="true" />
            </IconButton>
          )}
        </div>
        <FieldFrame label={label} hint={hint} error={error}>
          {(wiring) => (
            <ChipControl
              {...{ control, rows, value, readOnly }}
              {...rest}
              {...wiring}
              onChange={change}
            />
          )}
        </FieldFrame>
      </div>
      {picking ? (
        <VariablePicker
          onInsert={(snippet) => type(snippet, true)}
          onCancel={(typed) => {
            if (typed === "") {
              setPicking(false);
              control.current?.focus();
            } else type(typed, false);
          }}
        />
      ) : null}
      <UsedVariables text={value} onChange={onChange} />
    </div>
  );
}
