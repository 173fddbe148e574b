"use client";

import { useId } from "react";
import { useText } from "@/components/text/text-provider";
import { Definition } from "@/core/workflow/definition";
import { PathInput } from "../forms/fields/path-input";
import { SlotGroup, useSlotError } from "../forms/fields/slot-field";
import { useFormFacts } from "../forms/form-scope";
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
  const list = useId();
  const { facts } = useFormFacts();
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
          <>
            <input
              className="ft-input"
              aria-label={t("forms.personId")}
              aria-invalid={error !== undefined}
              placeholder={t("forms.personId")}
              list={list}
              autoComplete="off"
              readOnly={readOnly}
              value={draft.text}
              onChange={({ target }) => edit({ kind: "person", text: target.value })}
            />
            <datalist id={list}>
              {facts.people.map(({ id, name }) => (
                <option key={id} value={id} label={name ?? id} />
              ))}
            </datalist>
          </>
        ) : null}
      </div>
    </SlotGroup>
  );
}
