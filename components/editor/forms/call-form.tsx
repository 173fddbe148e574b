"use client";

import { Plus, X } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { SECOND_MS } from "@/core/time";
import { CALL_BODY_MAX, CALL_TIMEOUT_MS_MAX, Call } from "@/core/workflow/steps/call";
import {
  type BodyDraft,
  type BodyKind,
  bodyDraft,
  bodyOf,
  HEADERS_MAX,
  type HeaderDraft,
  headerDrafts,
  headersOf,
} from "./call-draft";
import { ChoiceSlot } from "./fields/choice-slot";
import { NumberSlot } from "./fields/number-slot";
import { SlotGroup, useSlotError } from "./fields/slot-field";
import { TextSlot } from "./fields/text-slot";
import type { StepFormProps } from "./form-props";
import { MoreRules } from "./more-rules";
import { patched } from "./patched";
import { useDraft } from "./use-draft";
import { replaced, without } from "./ways";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const TIMEOUT_S_MIN = 0.1;

/** A signed request to another system, and where its answer is kept. */
export function CallForm({ step, onChange }: StepFormProps<Call>) {
  const t = useText();
  const patch = (change: Partial<Call>) => onChange(patched(step, change));
  return (
    <>
      <ChoiceSlot
        field="method"
        label={t("flowforms.method")}
        value={step.method ?? "POST"}
        choices={METHODS.map((value) => ({ value, label: value }))}
        onChange={(method) => method && patch({ method })}
      />
      <TextSlot
        field="url"
        label={t("flowforms.url")}
        hint={t("flowforms.urlHint")}
        value={step.url}
        schema={Call.shape.url}
        maxLength={2_048}
        placeholder="https://"
        spellCheck={false}
        onChange={(url) => url !== undefined && onChange({ ...step, url })}
      />
      <BodyField value={step.body} onChange={(body) => onChange(patched(step, { body }))} />
      <TextSlot
        field="saveAs"
        label={t("flowforms.saveAs")}
        hint={t("flowforms.saveAsHint", { name: step.saveAs ?? "crm" })}
        value={step.saveAs}
        schema={Call.shape.saveAs.unwrap()}
        optional
        maxLength={64}
        spellCheck={false}
        saying={t("flowforms.saveAsUnfinished")}
        onChange={(saveAs) => onChange(patched(step, { saveAs }))}
      />
      <MoreRules fields={["headers", "timeoutMs"]}>
        <HeadersField
          value={step.headers}
          onChange={(headers) => onChange(patched(step, { headers }))}
        />
        <NumberSlot
          field="timeoutMs"
          label={t("flowforms.timeout")}
          hint={t("flowforms.timeoutHint")}
          value={step.timeoutMs === undefined ? undefined : step.timeoutMs / SECOND_MS}
          min={TIMEOUT_S_MIN}
          max={CALL_TIMEOUT_MS_MAX / SECOND_MS}
          fractions
          optional
          onChange={(seconds) =>
            onChange(
              patched(step, {
                timeoutMs: seconds === undefined ? undefined : Math.round(seconds * SECOND_MS),
              }),
            )
          }
        />
      </MoreRules>
    </>
  );
}

function BodyField({
  value,
  onChange,
}: {
  value: Call["body"];
  onChange: (next: Call["body"]) => void;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<Call["body"], BodyDraft>({
    value,
    toDraft: bodyDraft,
    toValue: bodyOf,
    onChange,
  });
  const { error, readOnly } = useSlotError("body", unfinished, t("flowforms.bodyUnfinished"), true);
  const names: Record<BodyKind, string> = {
    none: t("flowforms.bodyNone"),
    json: t("flowforms.bodyJson"),
    text: t("flowforms.bodyText"),
  };
  return (
    <SlotGroup
      field="body"
      label={t("flowforms.body")}
      hint={draft.kind === "none" ? undefined : t("flowforms.bodyHint")}
      error={error}
      onLeave={leave}
    >
      <div className="grid gap-2">
        <select
          className="ft-input"
          aria-label={t("flowforms.bodyKind")}
          disabled={readOnly}
          value={draft.kind}
          onChange={({ target }) => {
            const kind = target.value as BodyKind;
            edit({ kind, text: kind === "json" && draft.text === "" ? "{}" : draft.text });
          }}
        >
          {(["none", "json", "text"] as const).map((kind) => (
            <option key={kind} value={kind}>
              {names[kind]}
            </option>
          ))}
        </select>
        {draft.kind === "none" ? null : (
          <textarea
            className="ft-input font-mono"
            aria-label={t("flowforms.body")}
            aria-invalid={error !== undefined}
            rows={5}
            maxLength={CALL_BODY_MAX}
            spellCheck={false}
            readOnly={readOnly}
            value={draft.text}
            onChange={({ target }) => edit({ ...draft, text: target.value })}
          />
        )}
      </div>
    </SlotGroup>
  );
}

function HeadersField({
  value,
  onChange,
}: {
  value: Call["headers"];
  onChange: (next: Call["headers"]) => void;
}) {
  const t = useText();
  const { draft, edit, leave, unfinished } = useDraft<Call["headers"], HeaderDraft[]>({
    value,
    toDraft: headerDrafts,
    toValue: headersOf,
    onChange,
  });
  const { error, readOnly } = useSlotError(
    "headers",
    unfinished,
    t("flowforms.headersUnfinished"),
    true,
  );
  return (
    <SlotGroup
      field="headers"
      label={t("flowforms.headers")}
      hint={t("flowforms.headersHint")}
      error={error}
      onLeave={leave}
    >
      <ul className="grid gap-2">
        {draft.map((header, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
          <li key={i} className="flex gap-1.5">
            <input
              className="ft-input min-w-0 basis-2/5"
              aria-label={t("flowforms.headerName")}
              autoComplete="off"
              spellCheck={false}
              readOnly={readOnly}
              value={header.name}
              onChange={({ target }) =>
                edit(replaced(draft, i, { ...header, name: target.value.trim() }))
              }
            />
            <input
              className="ft-input min-w-0 flex-1"
              aria-label={t("flowforms.headerValue")}
              autoComplete="off"
              spellCheck={false}
              readOnly={readOnly}
              maxLength={2_048}
              value={header.value}
              onChange={({ target }) =>
                edit(replaced(draft, i, { ...header, value: target.value }))
              }
            />
            {readOnly ? null : (
              <IconButton
                size="sm"
                label={t("flowforms.removeHeader")}
                onPress={() => edit(without(draft, i))}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {readOnly || draft.length >= HEADERS_MAX ? null : (
        <Button
          size="sm"
          look="tertiary"
          className="justify-self-start"
          onPress={() => edit([...draft, { name: "", value: "" }])}
        >
          <Plus aria-hidden="true" />
          {t("flowforms.addHeader")}
        </Button>
      )}
    </SlotGroup>
  );
}
