"use client";

import { useText } from "@/components/text/text-provider";
import { SlotGroup, useSlotError } from "../forms/fields/slot-field";
import { useFormFacts } from "../forms/form-scope";
import { useDraft } from "../forms/use-draft";
import { isKey } from "./settings-draft";

type TopicDraft = { isNew: boolean; key: string };
const NEW = "+new";

/** What people subscribe to: a topic of the workspace, or a new one that publishing makes. */
export function TopicSlot({ value, onChange }: { value: string; onChange: (key: string) => void }) {
  const t = useText();
  const { facts } = useFormFacts();
  const { draft, edit, leave, unfinished } = useDraft<string, TopicDraft>({
    value,
    toDraft: (key) => ({ isNew: false, key }),
    toValue: ({ key }) => (isKey(key) ? { value: key } : null),
    onChange,
  });
  const { error, readOnly } = useSlotError("topic", unfinished, t("wfsettings.keyUnfinished"));
  const isKnown = facts.topics.some(({ key }) => key === draft.key);
  return (
    <SlotGroup
      field="topic"
      label={t("wfsettings.topic")}
      hint={t("wfsettings.topicHint")}
      error={error}
      onLeave={leave}
    >
      <div className="grid gap-2">
        <select
          className="ft-input"
          aria-label={t("wfsettings.topic")}
          aria-invalid={error !== undefined}
          disabled={readOnly}
          value={draft.isNew ? NEW : draft.key}
          onChange={({ target }) =>
            edit(
              target.value === NEW ? { isNew: true, key: "" } : { isNew: false, key: target.value },
            )
          }
        >
          {isKnown || draft.isNew ? null : (
            <option value={draft.key}>{t("wfsettings.topicToBe", { key: draft.key })}</option>
          )}
          {facts.topics.map(({ key, name, required }) => (
            <option key={key} value={key}>
              {required ? t("wfsettings.topicRequired", { name }) : name}
            </option>
          ))}
          <option value={NEW}>{t("wfsettings.topicNew")}</option>
        </select>
        {draft.isNew ? (
          <input
            className="ft-input font-mono"
            aria-label={t("wfsettings.topicKey")}
            aria-invalid={error !== undefined}
            placeholder="billing-reminders"
            autoComplete="off"
            spellCheck={false}
            readOnly={readOnly}
            value={draft.key}
            onChange={({ target }) => edit({ isNew: true, key: target.value.trim() })}
          />
        ) : null}
      </div>
    </SlotGroup>
  );
}
