"use client";

import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { TextField } from "@/components/ui/field";

export type PersonChoice = { id: string; name: string | null };

/** How a person stands in the list of suggestions: the id tells those of one name apart. */
const wordsOf = ({ id, name }: PersonChoice): string => (name === null ? id : `${name} (${id})`);

/** Whom a text means: a suggestion, an id, or a name only one has; other text is taken as an id. */
function idOf(text: string, choices: readonly PersonChoice[]): string {
  const typed = text.trim();
  const exact = choices.find((choice) => wordsOf(choice) === typed || choice.id === typed);
  if (exact) return exact.id;
  const named = choices.filter(({ name }) => name?.toLowerCase() === typed.toLowerCase());
  return named.length === 1 && named[0] ? named[0].id : typed;
}

/** Somebody, by name or id; the form gets the id under `name`. Empty is nobody. */
export function PersonField({
  label,
  hint,
  error,
  name,
  value = null,
  choices,
  required = false,
}: {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  name: string;
  value?: string | null;
  choices: readonly PersonChoice[];
  required?: boolean;
}) {
  const list = useId();
  const known = choices.find(({ id }) => id === value);
  const [text, setText] = useState(known ? wordsOf(known) : (value ?? ""));
  const input = useRef<HTMLInputElement>(null);
  // What was typed before the page came to life counts.
  useLayoutEffect(() => {
    if (input.current) setText(input.current.value);
  }, []);
  return (
    <div>
      <TextField
        label={label}
        hint={hint}
        error={error}
        ref={input}
        list={list}
        value={text}
        maxLength={400}
        required={required}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={list}>
        {choices.map((choice) => (
          <option key={choice.id} value={wordsOf(choice)} />
        ))}
      </datalist>
      <input type="hidden" name={name} value={idOf(text, choices)} />
    </div>
  );
}
