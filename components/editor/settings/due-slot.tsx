"use client";

import { useText } from "@/components/text/text-provider";
import type { DueRule } from "@/core/workflow/definition";
import { LengthInput } from "../forms/fields/length-input";
import { PathInput } from "../forms/fields/path-input";
import { SlotGroup, useSlotError } from "../forms/fields/slot-field";
import { useDraft } from "../forms/use-draft";
import { type DueDraft, type DueKind, dueDraft, dueOf } from "./settings-draft";

const KINDS = ["from", "after", "none"] as const;

/** When cases are due. */
export function DueSlot({
  value,
  onChange,
}: {
  value: DueRule | undefined;
  onChange: (next: DueRule | undefined) => void;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<DueRule | undefined, DueDraft>({
    value,
    toDraft: dueDraft,
    toValue: dueOf,
    onChange,
  });
  const { error, readOnly } = useSlotError("due", unfinished, t("wfsettings.dueUnfinished"), true);
  const invalid = error !== undefined;
  const names: Record<DueKind, string> = {
    from: t("wfsettings.dueFrom"),
    after: t("wfsettings.dueAfter"),
    none: t("wfsettings.dueNone"),
  };
  return (
    <SlotGroup field="due" label={t("wfsettings.due")} error={error} onLeave={leave}>
      <div className="grid gap-2">
        <select
          className="ft-input"
          aria-label={t("wfsettings.dueKind")}
          disabled={readOnly}
          value={draft.kind}
          onChange={({ target }) =>
            edit({ ...draft, kind: KINDS.find((one) => one === target.value) ?? "none" })
          }
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </select>
        {draft.kind === "from" ? (
          <PathInput
            label={t("wfsettings.dueField")}
            value={draft.path}
            onChange={(path) => edit({ ...draft, path })}
            {...{ readOnly, invalid }}
          />
        ) : null}
        {draft.kind === "after" ? (
          <div className="flex flex-wrap gap-2">
            <LengthInput
              draft={draft.length}
              edit={(length) => edit({ ...draft, length })}
              {...{ readOnly, invalid }}
            />
          </div>
        ) : null}
      </div>
    </SlotGroup>
  );
}
