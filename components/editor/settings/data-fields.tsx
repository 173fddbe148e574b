"use client";

import { Plus } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { DATA_FIELDS_MAX } from "@/core/workflow/data-fields";
import type { Definition } from "@/core/workflow/definition";
import { SlotGroup, useSlotError } from "../forms/fields/slot-field";
import { useFormFacts } from "../forms/form-scope";
import { useDraft } from "../forms/use-draft";
import { replaced, without } from "../forms/ways";
import {
  type DataDraft,
  dataDraft,
  dataOf,
  type FieldDraft,
  newField,
  withSeen,
} from "./data-draft";
import { DataFieldRow } from "./data-field-row";

type Data = Definition["data"];

/** The fields of a case's data: what the workflow expects of its event. */
export function DataFields({ value, onChange }: { value: Data; onChange: (next: Data) => void }) {
  const t = useText();
  const { definition, facts } = useFormFacts();
  const { draft, edit, leave, unfinished } = useDraft<Data, DataDraft>({
    value,
    toDraft: dataDraft,
    toValue: dataOf,
    onChange,
  });
  const { error, readOnly } = useSlotError(
    "data",
    unfinished,
    t("wfsettings.dataUnfinished"),
    true,
  );
  const { rows } = draft;
  const set = (next: FieldDraft[]) => edit({ ...draft, rows: next });
  const event = facts.events.find(({ name }) => name === definition.start?.event);
  const withNew = withSeen(rows, event?.fields ?? []);
  const fresh = withNew.filter((row, i) => row.example !== rows[i]?.example).length;
  return (
    <SlotGroup
      field="data"
      label={t("wfsettings.dataFields")}
      hint={t("wfsettings.dataHint")}
      error={error}
      onLeave={leave}
    >
      <ul className="grid gap-2">
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the path is what is being typed
          <li key={i} className="min-w-0">
            <DataFieldRow
              row={row}
              readOnly={readOnly}
              showErrors={unfinished}
              onChange={(next) => set(replaced(rows, i, next))}
              onRemove={() => set(without(rows, i))}
            />
          </li>
        ))}
      </ul>
      {readOnly || rows.length >= DATA_FIELDS_MAX ? null : (
        <div className="flex flex-wrap gap-2">
          {fresh > 0 && event ? (
            <Button size="sm" onPress={() => set(withNew)}>
              {t("wfsettings.takeSeen", { n: fresh, event: event.name })}
            </Button>
          ) : null}
          <Button size="sm" look="tertiary" onPress={() => set([...rows, newField()])}>
            <Plus aria-hidden="true" />
            {t("wfsettings.addField")}
          </Button>
        </div>
      )}
    </SlotGroup>
  );
}
