"use client";

import { useText } from "@/components/text/text-provider";
import { Priority } from "@/core/workflow/steps/shared";
import { Update } from "@/core/workflow/steps/update";
import { AttributesField } from "./attributes-field";
import { ChoiceSlot } from "./fields/choice-slot";
import { PathInput } from "./fields/path-input";
import { PersonIdInput } from "./fields/person-id-input";
import { SlotGroup, useSlotError } from "./fields/slot-field";
import type { StepFormProps } from "./form-props";
import { useFormFacts } from "./form-scope";
import { patched } from "./patched";
import {
  type DueDraft,
  type DueKind,
  dueDraft,
  dueOf,
  type OwnerDraft,
  type OwnerKind,
  ownerDraft,
  ownerOf,
} from "./set-rows";
import { useDraft } from "./use-draft";

type Values = Update["set"];
type Part = { set: Values; onChange: (next: Values) => void };

/** What an update sets: priority, owner, due date, attributes of the person. */
export function UpdateForm({ step, onChange }: StepFormProps<Update>) {
  const t = useText();
  const part = { set: step.set, onChange: (set: Values) => onChange({ ...step, set }) };
  const names: Record<Priority, string> = {
    low: t("forms.priorityLow"),
    normal: t("forms.priorityNormal"),
    high: t("forms.priorityHigh"),
    urgent: t("forms.priorityUrgent"),
  };
  return (
    <>
      <ChoiceSlot
        field="set.priority"
        label={t("flowforms.priority")}
        value={step.set.priority}
        none={t("flowforms.keep")}
        choices={Priority.options.map((value) => ({ value, label: names[value] }))}
        onChange={(priority) => part.onChange(patched(step.set, { priority }))}
      />
      <OwnerField {...part} />
      <DueField {...part} />
      <AttributesField {...part} />
    </>
  );
}

/** The set with one field changed, if the schema takes it so. */
function taken(set: Values, name: "owner" | "dueAt", value: unknown): { value: Values } | null {
  const { [name]: _, ...rest } = set;
  const next = value === undefined ? rest : { ...rest, [name]: value };
  const parsed = Update.shape.set.safeParse(next);
  return parsed.success ? { value: parsed.data } : null;
}

function OwnerField({ set, onChange }: Part) {
  const t = useText();
  const { facts } = useFormFacts();
  const { draft, edit, leave, unfinished } = useDraft<Values["owner"], OwnerDraft>({
    value: set.owner,
    toDraft: ownerDraft,
    toValue: (typed) => {
      const next = taken(set, "owner", ownerOf(typed));
      return next && { value: next.value.owner };
    },
    onChange: (owner) => onChange(taken(set, "owner", owner)?.value ?? set),
  });
  const { error, readOnly } = useSlotError(
    "set.owner",
    unfinished,
    t("flowforms.ownerUnfinished"),
    true,
  );
  const names: Record<OwnerKind, string> = {
    keep: t("flowforms.keep"),
    nobody: t("flowforms.ownerNobody"),
    team: t("flowforms.ownerTeam"),
    person: t("flowforms.ownerPerson"),
  };
  const isGone = draft.key !== "" && !facts.teams.some(({ key }) => key === draft.key);
  return (
    <SlotGroup field="set.owner" label={t("flowforms.owner")} error={error} onLeave={leave}>
      <div className="flex flex-wrap gap-2">
        <select
          className="ft-input w-auto min-w-32 flex-1"
          aria-label={t("flowforms.ownerKind")}
          disabled={readOnly}
          value={draft.kind}
          onChange={({ target }) => {
            const kind = target.value as OwnerKind;
            edit({ kind, key: kind === "team" ? (facts.teams[0]?.key ?? "") : "" });
          }}
        >
          {(["keep", "team", "person", "nobody"] as const).map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </select>
        {draft.kind === "team" ? (
          <select
            className="ft-input w-auto min-w-32 flex-1"
            aria-label={t("forms.team")}
            disabled={readOnly}
            value={draft.key}
            onChange={({ target }) => edit({ kind: "team", key: target.value })}
          >
            {draft.key === "" ? <option value="" disabled /> : null}
            {isGone ? (
              <option value={draft.key}>{t("forms.unknownKey", { key: draft.key })}</option>
            ) : null}
            {facts.teams.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
        {draft.kind === "person" ? (
          <PersonIdInput
            value={draft.key}
            readOnly={readOnly}
            invalid={error !== undefined}
            onChange={(key) => edit({ kind: "person", key })}
          />
        ) : null}
      </div>
    </SlotGroup>
  );
}

function DueField({ set, onChange }: Part) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<Values["dueAt"], DueDraft>({
    value: set.dueAt,
    toDraft: dueDraft,
    toValue: (typed) => {
      const next = taken(set, "dueAt", dueOf(typed));
      return next && { value: next.value.dueAt };
    },
    onChange: (dueAt) => onChange(taken(set, "dueAt", dueAt)?.value ?? set),
  });
  const { error, readOnly } = useSlotError(
    "set.dueAt",
    unfinished,
    t("flowforms.dueUnfinished"),
    true,
  );
  const names: Record<DueKind, string> = {
    keep: t("flowforms.keep"),
    date: t("flowforms.dueDate"),
    moment: t("flowforms.dueMoment"),
    field: t("flowforms.dueField"),
  };
  const input = {
    className: "ft-input",
    "aria-invalid": error !== undefined,
    readOnly,
    value: draft.text,
  };
  return (
    <SlotGroup field="set.dueAt" label={t("flowforms.due")} error={error} onLeave={leave}>
      <div className="grid gap-2">
        <select
          className="ft-input"
          aria-label={t("flowforms.dueKind")}
          disabled={readOnly}
          value={draft.kind}
          onChange={({ target }) => edit({ kind: target.value as DueKind, text: "" })}
        >
          {(["keep", "field", "date", "moment"] as const).map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </select>
        {draft.kind === "field" ? (
          <PathInput
            label={t("flowforms.dueFieldLabel")}
            value={draft.text}
            readOnly={readOnly}
            invalid={error !== undefined}
            onChange={(text) => edit({ ...draft, text })}
          />
        ) : null}
        {draft.kind === "date" ? (
          <input
            {...input}
            type="date"
            aria-label={t("flowforms.dueDate")}
            onChange={({ target }) => edit({ ...draft, text: target.value })}
          />
        ) : null}
        {draft.kind === "moment" ? (
          <input
            {...input}
            aria-label={t("flowforms.dueMoment")}
            placeholder="2026-12-31T17:00:00Z"
            autoComplete="off"
            onChange={({ target }) => edit({ ...draft, text: target.value })}
          />
        ) : null}
      </div>
    </SlotGroup>
  );
}
