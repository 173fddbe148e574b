"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button, IconButton } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { Key } from "@/core/ids";
import { ActionKind, CHOICES_MAX, LABEL_CHARS_MAX, URL_CHARS_MAX } from "@/core/template/content";
import type { DraftAction } from "@/core/template/draft-template";
import { ofKind } from "./change-content";
import { ContentField } from "./content-field";
import { useContent } from "./editor-context";

/** Pressing one of these is no answer to the matter. */
const NEVER_RESOLVES: readonly DraftAction["kind"][] = [
  ...(["link", "snooze"] as const),
  ...(["take_over", "hand_over", "need_help"] as const),
];

type Props = {
  action: DraftAction;
  /** Ids of the other buttons. */
  taken: readonly string[];
  onChange: (next: DraftAction) => void;
  lang: string | undefined;
};

/** One button: its words, what pressing does, and whether that ends the case. */
export function ActionFields({ action, taken, onChange, lang }: Props) {
  const t = useText();
  const { readOnly } = useContent();
  const { kind, label, url, resolves } = action;
  return (
    <>
      <ContentField
        label={t("contents.buttonLabel")}
        value={label}
        onChange={(next) => onChange({ ...action, label: next })}
        maxLength={LABEL_CHARS_MAX}
        lang={lang}
      />
      <SelectField
        label={t("contents.whenPressed")}
        hint={t("contents.actionHint", { kind })}
        value={kind}
        disabled={readOnly}
        onChange={({ currentTarget: { value } }) => {
          const next = ActionKind.safeParse(value).data;
          if (next) onChange(ofKind(action, next));
        }}
      >
        {ActionKind.options.map((each) => (
          <option key={each} value={each}>
            {t("contents.actionKind", { kind: each })}
          </option>
        ))}
      </SelectField>
      {kind === "link" ? (
        <ContentField
          label={t("contents.actionUrl")}
          value={url ?? ""}
          onChange={(next) => onChange({ ...action, url: next })}
          maxLength={URL_CHARS_MAX}
          placeholder="https://"
        />
      ) : null}
      {kind === "choice" ? <Choices action={action} onChange={onChange} lang={lang} /> : null}
      <details className="text-xs">
        <summary className="w-fit cursor-pointer rounded-sm py-1 text-ft-3 hover:text-ft-1">
          {t("contents.moreAboutButton")}
        </summary>
        <div className="mt-2 grid gap-3">
          {NEVER_RESOLVES.includes(kind) ? null : (
            <SelectField
              label={t("contents.resolves")}
              value={resolves === undefined ? "auto" : String(resolves)}
              disabled={readOnly}
              onChange={({ currentTarget: { value } }) => {
                const { resolves: _, ...rest } = action;
                onChange(value === "auto" ? rest : { ...rest, resolves: value === "true" });
              }}
            >
              <option value="auto">{t("contents.resolvesAuto")}</option>
              <option value="true">{t("contents.resolvesYes")}</option>
              <option value="false">{t("contents.resolvesNo")}</option>
            </SelectField>
          )}
          <IdField key={action.id} {...{ action, taken, onChange }} />
        </div>
      </details>
    </>
  );
}

/** Workflows name a button by it, so it changes only when it is whole, and to one that is free. */
function IdField({ action, taken, onChange }: Pick<Props, "action" | "taken" | "onChange">) {
  const t = useText();
  const { readOnly } = useContent();
  const [error, setError] = useState<string>();
  return (
    <TextField
      label={t("contents.buttonId")}
      hint={t("contents.buttonIdHint")}
      error={error}
      defaultValue={action.id}
      readOnly={readOnly}
      spellCheck={false}
      className="font-mono"
      onBlur={({ currentTarget }) => {
        const id = Key.safeParse(currentTarget.value.trim()).data;
        if (id === action.id) return setError(undefined);
        if (id === undefined) return setError(t("contents.buttonIdInvalid"));
        if (taken.includes(id)) return setError(t("contents.buttonIdTaken"));
        onChange({ ...action, id });
      }}
    />
  );
}

function Choices({ action, onChange, lang }: Pick<Props, "action" | "onChange" | "lang">) {
  const t = useText();
  const { readOnly } = useContent();
  const { choices = [] } = action;
  return (
    <fieldset className="grid gap-2">
      <legend className="ft-label mb-1">{t("contents.choices")}</legend>
      {choices.map((choice, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place.
        <div key={index} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <ContentField
              label={t("contents.choice", { n: index + 1 })}
              value={choice}
              onChange={(text) =>
                onChange({
                  ...action,
                  choices: choices.map((each, at) => (at === index ? text : each)),
                })
              }
              maxLength={LABEL_CHARS_MAX}
              lang={lang}
            />
          </div>
          {readOnly || choices.length < 2 ? null : (
            <IconButton
              label={t("contents.removeChoice", { n: index + 1 })}
              size="sm"
              className="mt-6"
              onPress={() =>
                onChange({ ...action, choices: choices.filter((_, at) => at !== index) })
              }
            >
              <Trash2 aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      {readOnly || choices.length >= CHOICES_MAX ? null : (
        <Button
          size="sm"
          className="w-fit"
          onPress={() => onChange({ ...action, choices: [...choices, ""] })}
        >
          <Plus aria-hidden="true" />
          {t("contents.addChoice")}
        </Button>
      )}
    </fieldset>
  );
}
