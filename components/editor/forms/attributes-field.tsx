"use client";

import { Plus, X } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import type { Update } from "@/core/workflow/steps/update";
import { SlotGroup, useSlotError } from "./fields/slot-field";
import {
  ATTRIBUTE_CHARS_MAX,
  ATTRIBUTES_MAX,
  type AttributeDraft,
  type AttributeKind,
  attributeDrafts,
  withAttributes,
} from "./set-rows";
import { useDraft } from "./use-draft";
import { replaced, without } from "./ways";

type Values = Update["set"];

/** Attributes of the person that an update sets, by name. */
export function AttributesField({
  set,
  onChange,
}: {
  set: Values;
  onChange: (next: Values) => void;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<Values, AttributeDraft[]>({
    value: set,
    toDraft: attributeDrafts,
    toValue: (drafts) => {
      const next = withAttributes(set, drafts);
      return next && { value: next };
    },
    onChange,
  });
  const { error, readOnly } = useSlotError(
    "set.attributes",
    unfinished,
    t("flowforms.attributesUnfinished"),
  );
  const kinds: Record<AttributeKind, string> = {
    text: t("flowforms.kindText"),
    number: t("flowforms.kindNumber"),
    boolean: t("flowforms.kindBoolean"),
    none: t("flowforms.kindNone"),
  };
  const set_ = (index: number, patch: Partial<AttributeDraft>) => {
    const old = draft[index];
    if (old) edit(replaced(draft, index, { ...old, ...patch }));
  };
  return (
    <SlotGroup
      field="set.attributes"
      label={t("flowforms.attributes")}
      error={error}
      onLeave={leave}
    >
      <ul className="grid gap-2">
        {draft.map(({ name, kind, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
          <li key={i} className="grid gap-1.5 rounded-md bg-ft-sunken p-2">
            <div className="flex items-center gap-1">
              <input
                className="ft-input min-w-0 flex-1 font-mono"
                aria-label={t("flowforms.attributeName")}
                placeholder="plan"
                autoComplete="off"
                spellCheck={false}
                readOnly={readOnly}
                value={name}
                onChange={({ target }) => set_(i, { name: target.value.trim() })}
              />
              {readOnly ? null : (
                <IconButton
                  size="sm"
                  label={t("flowforms.removeAttribute")}
                  onPress={() => edit(without(draft, i))}
                >
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </div>
            <div className="flex flex-wrap gap-1.5">
              <select
                className="ft-input w-auto basis-2/5"
                aria-label={t("flowforms.kind")}
                disabled={readOnly}
                value={kind}
                onChange={({ target }) => set_(i, { kind: target.value as AttributeKind })}
              >
                {(["text", "number", "boolean", "none"] as const).map((one) => (
                  <option key={one} value={one}>
                    {kinds[one]}
                  </option>
                ))}
              </select>
              {kind === "boolean" ? (
                <select
                  className="ft-input w-auto min-w-24 flex-1"
                  aria-label={t("flowforms.value")}
                  disabled={readOnly}
                  value={text === "true" ? "true" : "false"}
                  onChange={({ target }) => set_(i, { text: target.value })}
                >
                  <option value="true">{t("flowforms.yes")}</option>
                  <option value="false">{t("flowforms.no")}</option>
                </select>
              ) : null}
              {kind === "text" || kind === "number" ? (
                <input
                  className="ft-input w-auto min-w-24 flex-1"
                  aria-label={t("flowforms.value")}
                  inputMode={kind === "number" ? "decimal" : "text"}
                  maxLength={ATTRIBUTE_CHARS_MAX}
                  autoComplete="off"
                  readOnly={readOnly}
                  value={text}
                  onChange={({ target }) => set_(i, { text: target.value })}
                />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {readOnly || draft.length >= ATTRIBUTES_MAX ? null : (
        <Button
          size="sm"
          look="tertiary"
          className="justify-self-start"
          onPress={() => edit([...draft, { name: "", kind: "text", text: "" }])}
        >
          <Plus aria-hidden="true" />
          {t("flowforms.addAttribute")}
        </Button>
      )}
    </SlotGroup>
  );
}
