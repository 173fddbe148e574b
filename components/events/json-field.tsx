"use client";

import { type ReactNode, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { TextAreaField } from "@/components/ui/field";
import { jsonProblem } from "./json-problem";

const KIND_TEXT = {
  empty: "events.jsonEmpty",
  value: "events.jsonValue",
  key: "events.jsonKey",
  colon: "events.jsonColon",
  comma: "events.jsonComma",
  string: "events.jsonString",
  number: "events.jsonNumber",
  after: "events.jsonAfter",
  end: "events.jsonEnd",
} as const;

/** A text that must be JSON; says where it stops being that, line and column, as it is typed. */
export function JsonField({
  label,
  hint,
  error,
  name,
  value,
  rows = 12,
  mayBeEmpty = false,
}: {
  label: string;
  hint?: ReactNode;
  /** What was refused beyond the form of the text. */
  error?: string | undefined;
  name: string;
  value: string;
  rows?: number;
  mayBeEmpty?: boolean;
}) {
  const t = useText();
  const [text, setText] = useState(value);
  const problem = mayBeEmpty && text.trim() === "" ? null : jsonProblem(text);
  const said = problem
    ? t("events.jsonAt", {
        line: problem.line,
        column: problem.column,
        problem: t(KIND_TEXT[problem.kind], { found: problem.found }),
      })
    : error;
  return (
    <TextAreaField
      label={label}
      hint={hint}
      error={said}
      name={name}
      value={text}
      rows={rows}
      spellCheck={false}
      className="font-mono text-xs"
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
