"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { FormFacts } from "./form-props";

const Scope = createContext<FormFacts | null>(null);

/** Gives every field of a form its facts, its problems and whether it may be changed. */
export function FormScope({ value, children }: { value: FormFacts; children: ReactNode }) {
  return <Scope value={value}>{children}</Scope>;
}

export function useFormFacts(): FormFacts {
  const facts = useContext(Scope);
  if (!facts) throw new Error("A field of a form stands outside of a FormScope.");
  return facts;
}

/** What holds for one field; advice is said above the form, for it is no error. `deep`: problems of what lies inside it count as its own. */
export function useSlot(field: string, deep = false): { readOnly: boolean; problem?: string } {
  const { problems, readOnly } = useFormFacts();
  const found = problems.filter(
    ({ path, severity }) =>
      severity === "problem" && (path === field || (deep && path.startsWith(`${field}.`))),
  );
  if (found.length === 0) return { readOnly };
  return { readOnly, problem: found.map(({ message }) => message).join(" ") };
}
