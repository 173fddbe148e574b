"use client";

import { Braces, Plus, Rows3 } from "lucide-react";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { parseCondition } from "@/core/condition/condition";
import type { ConditionPlace } from "@/core/workflow/condition-fields";
import { CONDITION_MAX } from "@/core/workflow/steps/shared";
import { SlotGroup, type SlotProps, useSlotError } from "../fields/slot-field";
import { useDraft } from "../use-draft";
import {
  type ConditionDraft,
  canGrow,
  conditionDraft,
  conditionOf,
  type DraftGroup,
  type DraftItem,
  isDraftInner,
  rowFor,
  switched,
  withItem,
} from "./condition-draft";
import { ConditionRow } from "./condition-row";
import { InnerRows } from "./inner-rows";
import { JoinSelect } from "./join-select";
import { useConditionFields } from "./use-condition-fields";

/**
 * A condition as rows, or as its text where rows cannot say it. `optional`: without rows there is
 * none; otherwise no row means always.
 */
export function ConditionSlot({
  field,
  label,
  hint,
  value,
  place,
  optional = false,
  onChange,
}: SlotProps<string | undefined> & { place: ConditionPlace; optional?: boolean }) {
  const t = useText();
  const [hasLeft, setHasLeft] = useState(false);
  const { draft, edit, leave, unfinished } = useDraft<string | undefined, ConditionDraft>({
    value,
    toDraft: conditionDraft,
    toValue: (next) => conditionOf(next, optional),
    onChange,
  });
  const misread = draft.mode === "raw" ? rawProblem(draft.text) : null;
  const { error, readOnly } = useSlotError(
    field,
    unfinished,
    draft.mode === "raw" ? t("conditions.rawUnfinished") : t("conditions.unfinished"),
  );
  const change = (next: ConditionDraft) => {
    setHasLeft(false);
    edit(next);
  };
  const back = draft.mode === "raw" ? switched(draft, optional) : null;
  const shown = misread && hasLeft ? t("conditions.rawProblem", misread) : error;
  return (
    <SlotGroup
      field={field}
      label={label}
      hint={hint}
      error={shown}
      onLeave={() => {
        setHasLeft(true);
        leave();
      }}
    >
      {draft.mode === "raw" ? (
        <textarea
          className="ft-input font-mono"
          aria-label={t("conditions.raw")}
          aria-invalid={shown !== undefined}
          rows={3}
          maxLength={CONDITION_MAX}
          spellCheck={false}
          readOnly={readOnly}
          value={draft.text}
          onChange={({ target }) => change({ mode: "raw", text: target.value })}
        />
      ) : (
        <Rows
          group={draft.group}
          onChange={(group) => change({ mode: "rows", group })}
          {...{ field, place, readOnly, optional }}
        />
      )}
      {draft.mode === "raw" && back?.mode === "raw" ? (
        misread ? null : (
          <p className="ft-hint">{t("conditions.rawOnly")}</p>
        )
      ) : (
        <Button
          look="tertiary"
          size="sm"
          className="justify-self-start"
          onPress={() => change(back ?? switched(draft, optional))}
        >
          {back ? <Rows3 aria-hidden="true" /> : <Braces aria-hidden="true" />}
          {back ? t("conditions.asRows") : t("conditions.asText")}
        </Button>
      )}
    </SlotGroup>
  );
}

function rawProblem(text: string) {
  if (text.trim() === "") return null;
  const parsed = parseCondition(text);
  if (parsed.ok) return null;
  return { message: parsed.message, line: parsed.line ?? 1, column: parsed.column ?? 0 };
}

function Rows({
  field,
  group,
  place,
  readOnly,
  optional,
  onChange,
}: {
  field: string;
  group: DraftGroup;
  place: ConditionPlace;
  readOnly: boolean;
  optional: boolean;
  onChange: (next: DraftGroup) => void;
}) {
  const t = useText();
  const [added, setAdded] = useState(-1);
  const fields = useConditionFields(place);
  const { items, join } = group;
  const add = (item: DraftItem) => {
    setAdded(items.length);
    onChange({ ...group, items: [...items, item] });
  };
  const set = (index: number) => (item: DraftItem | null) => {
    if (item === null) setAdded(-1);
    onChange(withItem(group, index, item));
  };
  const other = join === "and" ? "or" : "and";
  return (
    <div className="grid gap-2">
      {items.length > 1 ? (
        <JoinSelect
          value={join}
          readOnly={readOnly}
          onChange={(next) => onChange({ ...group, join: next })}
        />
      ) : null}
      {items.length === 0 ? (
        <p className="ft-hint">{optional ? t("conditions.none") : t("conditions.always")}</p>
      ) : null}
      {items.length === 0 ? null : (
        <ol className="grid gap-2">
          {items.map((item, index) => {
            const wiring = {
              field: `${field}.${index}`,
              fields,
              readOnly,
              isNew: index === added,
              onChange: set(index),
            };
            const key = `${index}-${isDraftInner(item)}`;
            return (
              <li key={key} className="min-w-0">
                {isDraftInner(item) ? (
                  <InnerRows inner={item} mayGrow={canGrow(group)} {...wiring} />
                ) : (
                  <ConditionRow row={item} {...wiring} />
                )}
              </li>
            );
          })}
        </ol>
      )}
      {readOnly || !canGrow(group) ? null : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onPress={() => add(rowFor(fields[0]))}>
            <Plus aria-hidden="true" />
            {t("conditions.addRow")}
          </Button>
          {items.length > 0 ? (
            <Button
              size="sm"
              look="tertiary"
              onPress={() =>
                add({ join: other, rows: [rowFor(fields[0]), rowFor(fields[1] ?? fields[0])] })
              }
            >
              {t("conditions.addGroup")}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
