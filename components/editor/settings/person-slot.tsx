"use client";

import { useText } from "@/components/text/text-provider";
import { Definition } from "@/core/workflow/definition";
import { PathInput } from "../forms/fields/path-input";
import { PersonIdInput } from "../forms/fields/person-id-input";
import { SlotGroup, useSlotError } from "../forms/fields/slot-field";
import { useDraft } from "../forms/use-draft";
import { type PersonDraft, type PersonKind, personDraft, personOf } from "./settings-draft";

type Person = Definition["person"];
const KINDS = ["event", "field", "person"] as const;

/** Whom the cases are about. */
export function PersonSlot({
  value,
  onChange,
}: {
  value: Person;
  onChange: (next: Person) => void;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<Person, PersonDraft>({
    value,
    toDraft: personDraft,
    toValue: (typed) => {
      const parsed = Definition.shape.person.safeParse(personOf(typed));
      return parsed.success ? { value: parsed.data } : null;
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(
    "person",
    unfinished,
    t("wfsettings.personUnfinished"),
    true,
  );
  const names: Record<PersonKind, string> = {
    event: t("wfsettings.personOfEvent"),
    field: t("wfsettings.personInField"),
    person: t("forms.partyNamed"),
  };
  return (
    <SlotGroup field="person" label={t("wfsettings.person")} error={error} onLeave={leave}>
      <div className="grid gap-2">
        <select
          className="ft-input"
          aria-label={t("wfsettings.personKind")}
          disabled={readOnly}
          value={draft.kind}
          onChange={({ target }) => {
            const kind = KINDS.find((one) => one === target.value) ?? "event";
            edit({ kind, text: "" });
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </select>
        {draft.kind === "field" ? (
          <PathInput
            label={t("wfsettings.personField")}
            value={draft.text}
            readOnly={readOnly}
            invalid={error !== undefined}
            onChange={(text) => edit({ kind: "field", text })}
          />
        ) : null}
        {draft.kind === "person" ? (
          <PersonIdInput
            value={draft.text}
            readOnly={readOnly}
            invalid={error !== undefined}
            onChange={(text) => edit({ kind: "person", text })}
          />
        ) : null}
      </div>
    </SlotGroup>
  );
}
