"use client";

import { useRef } from "react";
import type { Definition } from "@/core/workflow/definition";
import type { FormFacts } from "../forms/form-props";
import { FormScope } from "../forms/form-scope";
import { typedIn } from "../forms/step-form";
import { StopRules } from "./stop-rules";

/** What stops a workflow alone, for where its card is selected. See `StartForm`. */
export function StopsForm(
  props: FormFacts & { onChange: (next: Definition, typedIn: string | null) => void },
) {
  const root = useRef<HTMLDivElement>(null);
  const { definition, onChange } = props;
  return (
    <FormScope value={props}>
      <div ref={root}>
        <StopRules
          value={definition.stopsWhen}
          onChange={(stopsWhen) => onChange({ ...definition, stopsWhen }, typedIn(root.current))}
        />
      </div>
    </FormScope>
  );
}
