"use client";

import { useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { fieldWords } from "@/core/sentence/condition-sentence";
import { isScopeRoot } from "@/core/template/scope";
import type { ConditionField, FieldGroup } from "@/core/workflow/condition-fields";
import { conditionNames } from "@/core/workflow/condition-names";
import { Path } from "@/core/workflow/steps/shared";
import { exampleText } from "../example-text";
import { useFormFacts } from "../form-scope";

const GROUPS: readonly FieldGroup[] = ["data", "person", "case", "messages"];
const TYPED = "+typed";

/** Any field a condition can ask about, with the value it lately had; one that is not listed can be typed. */
export function FieldPicker({
  path,
  fields,
  readOnly,
  autoFocus,
  onPick,
  onType,
}: {
  path: string;
  fields: readonly ConditionField[];
  readOnly: boolean;
  autoFocus: boolean;
  onPick: (path: string) => void;
  onType: (path: string) => void;
}) {
  const t = useText();
  const [typing, setTyping] = useState(false);
  const words = useFieldWords();
  const isListed = fields.some((field) => field.path === path);
  const groupNames: Record<FieldGroup, string> = {
    data: t("conditions.groupData"),
    person: t("conditions.groupPerson"),
    case: t("conditions.groupCase"),
    messages: t("conditions.groupMessages"),
  };
  return (
    <div className="grid min-w-0 flex-1 gap-1.5">
      <select
        className="ft-input min-w-0"
        aria-label={t("conditions.field")}
        disabled={readOnly}
        // biome-ignore lint/a11y/noAutofocus: it stands where the press that made it asked for it
        autoFocus={autoFocus}
        value={typing ? TYPED : path}
        onChange={({ target }) => {
          setTyping(target.value === TYPED);
          if (target.value !== TYPED) onPick(target.value);
        }}
      >
        {path === "" ? (
          <option value="" disabled>
            {t("conditions.chooseField")}
          </option>
        ) : null}
        {path !== "" && !isListed ? <option value={path}>{path}</option> : null}
        {GROUPS.map((group) => {
          const listed = fields.filter((field) => field.group === group);
          return listed.length === 0 ? null : (
            <optgroup key={group} label={groupNames[group]}>
              {listed.map((field) => (
                <option key={field.path} value={field.path}>
                  {words(field)}
                </option>
              ))}
            </optgroup>
          );
        })}
        <option value={TYPED}>{t("conditions.otherField")}</option>
      </select>
      {typing ? <TypedPath path={path} readOnly={readOnly} onType={onType} /> : null}
    </div>
  );
}

function TypedPath({
  path,
  readOnly,
  onType,
}: {
  path: string;
  readOnly: boolean;
  onType: (path: string) => void;
}) {
  const t = useText();
  const [text, setText] = useState(path);
  const [hasLeft, setHasLeft] = useState(false);
  const isRight = Path.safeParse(text).success && isScopeRoot(text.split(".")[0] ?? "");
  return (
    <>
      <input
        className="ft-input font-mono"
        aria-label={t("conditions.path")}
        aria-invalid={hasLeft && !isRight}
        placeholder="data.customer.tier"
        autoComplete="off"
        spellCheck={false}
        readOnly={readOnly}
        value={text}
        onChange={({ target }) => {
          const next = target.value.trim();
          setText(target.value);
          setHasLeft(false);
          if (Path.safeParse(next).success && isScopeRoot(next.split(".")[0] ?? "")) onType(next);
        }}
        onBlur={() => setHasLeft(true)}
      />
      {hasLeft && !isRight ? <p className="ft-field-error">{t("conditions.pathWrong")}</p> : null}
    </>
  );
}

/** “Amount due, e.g. 129.50”. */
function useFieldWords() {
  const t = useText();
  const locale = useLocale();
  const { definition, contents } = useFormFacts();
  const names = conditionNames(
    definition,
    (key) => contents.find((content) => content.key === key)?.label,
  );
  return (field: ConditionField): string => {
    const [, step = "", last = ""] = field.path.split(".");
    const name =
      field.group === "messages"
        ? t("conditions.messageField", { step: names.step(step) ?? step, field: last })
        : field.group === "data"
          ? (field.title ?? field.path)
          : fieldWords(field.path, { locale, names });
    if (field.example === undefined || field.example === null) return name;
    return t("conditions.fieldExample", { name, example: exampleText(field.example, locale) });
  };
}
