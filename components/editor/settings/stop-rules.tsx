"use client";

import { Plus } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { StopRule } from "@/core/workflow/definition";
import { SlotGroup, useSlotError } from "../forms/fields/slot-field";
import { useFormFacts } from "../forms/form-scope";
import { useDraft } from "../forms/use-draft";
import { replaced, without } from "../forms/ways";
import {
  newStop,
  STOP_SHAPES,
  type StopDraft,
  type StopShape,
  stopDraft,
  stopsOf,
} from "./settings-draft";
import { StopRuleCard } from "./stop-rule-card";

const STOPS_MAX = 30;

/** What ends the case, answers it or puts it off, from wherever it stands. */
export function StopRules({
  value,
  onChange,
}: {
  value: StopRule[];
  onChange: (next: StopRule[]) => void;
}) {
  const t = useText();
  const { facts, definition } = useFormFacts();
  const { draft, edit, leave, unfinished } = useDraft<StopRule[], StopDraft[]>({
    value,
    toDraft: (rules) => rules.map(stopDraft),
    toValue: stopsOf,
    onChange,
  });
  const { error, readOnly } = useSlotError(
    "stopsWhen",
    unfinished,
    t("wfsettings.stopsUnfinished"),
  );
  const add = (shape: StopShape) => {
    const taken = [definition.start?.event, ...draft.map(({ name }) => name)];
    const fresh = facts.events.find(({ name }) => !taken.includes(name));
    edit([...draft, newStop(shape, shape === "event" ? (fresh?.name ?? "") : "")]);
  };
  const names: Record<StopShape, string> = {
    event: t("wfsettings.addStopEvent"),
    action: t("wfsettings.addStopAction"),
    reply: t("wfsettings.addStopReply"),
  };
  const hasReply = draft.some(({ shape }) => shape === "reply");
  return (
    <SlotGroup
      field="stopsWhen"
      label={t("wfsettings.stops")}
      hint={draft.length === 0 ? t("wfsettings.stopsEmpty") : undefined}
      error={error}
      onLeave={leave}
    >
      <ul className="grid gap-3">
        {draft.map((rule, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
          <li key={i} className="min-w-0">
            <StopRuleCard
              field={`stopsWhen.${i}`}
              rule={rule}
              readOnly={readOnly}
              showErrors={unfinished}
              onChange={(next) => edit(replaced(draft, i, next))}
              onRemove={() => edit(without(draft, i))}
            />
          </li>
        ))}
      </ul>
      {readOnly || draft.length >= STOPS_MAX ? null : (
        <div className="flex flex-wrap gap-2">
          {STOP_SHAPES.filter((shape) => shape !== "reply" || !hasReply).map((shape) => (
            <Button key={shape} size="sm" onPress={() => add(shape)}>
              <Plus aria-hidden="true" />
              {names[shape]}
            </Button>
          ))}
        </div>
      )}
    </SlotGroup>
  );
}
