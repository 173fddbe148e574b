"use client";

import { useRef } from "react";
import type { Definition } from "@/core/workflow/definition";
import type { FormFacts } from "../forms/form-props";
import { FormScope } from "../forms/form-scope";
import { typedIn } from "../forms/step-form";
import { StartFields } from "./start-fields";

/**
 * The start of a workflow alone, for where its card is selected. Controls carry `data-field` with
 * their path in the document. `typedIn`: the field whose text is being typed.
 */
export function StartForm(
  props: FormFacts & { onChange: (next: Definition, typedIn: string | null) => void },
) {
  const root = useRef<HTMLDivElement>(null);
  return (
    <FormScope value={props}>
      <div ref={root} className="grid gap-4">
        <StartFields
          definition={props.definition}
          onChange={(next) => props.onChange(next, typedIn(root.current))}
        />
      </div>
    </FormScope>
  );
}
