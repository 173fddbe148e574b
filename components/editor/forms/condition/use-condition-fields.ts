"use client";

import { useMemo } from "react";
import {
  type ConditionField,
  type ConditionPlace,
  conditionFields,
} from "@/core/workflow/condition-fields";
import { useFormFacts } from "../form-scope";

/** What a condition at this place can ask about. */
export function useConditionFields(place: ConditionPlace): ConditionField[] {
  const { definition, facts } = useFormFacts();
  const event = place.at === "event" ? place.event : null;
  return useMemo(
    () =>
      conditionFields(
        definition,
        facts.events,
        event === null ? { at: "step" } : { at: "event", event },
      ),
    [definition, facts.events, event],
  );
}
