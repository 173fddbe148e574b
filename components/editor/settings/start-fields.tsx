"use client";

import { useText } from "@/components/text/text-provider";
import type { Definition } from "@/core/workflow/definition";
import { ConditionSlot } from "../forms/condition/condition-field";
import { SlotGroup, useSlotError } from "../forms/fields/slot-field";
import { patched } from "../forms/patched";
import { useDraft } from "../forms/use-draft";
import { DueSlot } from "./due-slot";
import { EventSelect } from "./event-select";
import { PersonSlot } from "./person-slot";
import { isKey, withStart, withWhere } from "./settings-draft";
import { TemplateSlot } from "./template-slot";

export type PartProps = { definition: Definition; onChange: (next: Definition) => void };

/** What opens cases: the event, whom they are about, what they are called, when they are due. */
export function StartFields({ definition, onChange }: PartProps) {
  const t = useText();
  const { start, person, subject, key, due } = definition;
  return (
    <>
      <StartEvent
        value={start?.event}
        onChange={(event) => onChange(withStart(definition, event))}
      />
      {start ? (
        <ConditionSlot
          field="start.where"
          label={t("wfsettings.where")}
          value={start.where}
          place={{ at: "event", event: start.event }}
          optional
          onChange={(where) => onChange(withWhere(definition, where))}
        />
      ) : null}
      <PersonSlot
        value={person}
        onChange={(next) => onChange(patched(definition, { person: next }))}
      />
      <TemplateSlot
        field="subject"
        label={t("wfsettings.subject")}
        hint={t("wfsettings.subjectHint")}
        value={subject}
        onChange={(next) => next !== undefined && onChange({ ...definition, subject: next })}
      />
      <TemplateSlot
        field="key"
        label={t("wfsettings.key")}
        hint={t("wfsettings.keyHint")}
        value={key}
        optional
        onChange={(next) => onChange(patched(definition, { key: next }))}
      />
      <DueSlot value={due} onChange={(next) => onChange(patched(definition, { due: next }))} />
    </>
  );
}

function StartEvent({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (event: string | undefined) => void;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<string | undefined, string>({
    value,
    toDraft: (name) => name ?? "",
    toValue: (name) => {
      if (name === "") return { value: undefined };
      return isKey(name) ? { value: name } : null;
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(
    "start.event",
    unfinished,
    t("wfsettings.keyUnfinished"),
  );
  const whole = useSlotError("start", false).error;
  return (
    <SlotGroup
      field="start.event"
      label={t("wfsettings.event")}
      error={error ?? whole}
      onLeave={leave}
    >
      <EventSelect
        label={t("wfsettings.event")}
        value={draft}
        none={t("wfsettings.eventNone")}
        invalid={error !== undefined}
        readOnly={readOnly}
        onChange={edit}
      />
    </SlotGroup>
  );
}
