"use client";

import { CircleAlert } from "lucide-react";
import { useLocale, useText } from "@/components/text/text-provider";
import { usesIn, type VariableUse, withPolicy } from "@/core/template/variable-uses";
import { isKnown } from "@/core/template/variables";
import { useContent } from "./editor-context";
import { PolicyChoice } from "./policy-choice";
import { exampleText } from "./variable-words";

/** Below a field: each value it prints, an example of it, and what happens where it is missing. */
export function UsedVariables({
  text,
  onChange,
}: {
  text: string;
  onChange: (next: string) => void;
}) {
  const t = useText();
  const { variables } = useContent();
  const uses = usesIn(text);
  if (uses.length === 0) return null;
  const unknown = uses.filter(({ path }) => !isKnown(path, variables)).length;
  return (
    <details className="text-xs" open={unknown > 0 || undefined}>
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-ft-3 hover:text-ft-1">
        {t("contents.valuesUsed", { n: uses.length })}
        {unknown > 0 ? (
          <span className="ms-1 font-medium text-(--ft-failed)">
            {t("contents.unknownCount", { n: unknown })}
          </span>
        ) : null}
      </summary>
      <ul className="mt-1 grid gap-3 border-s-2 border-ft-subtle ps-3">
        {uses.map((use, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a use is its place in the text.
          <Use key={index} {...{ use, text, onChange }} />
        ))}
      </ul>
    </details>
  );
}

function Use({
  use,
  text,
  onChange,
}: {
  use: VariableUse;
  text: string;
  onChange: (next: string) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const { variables, zone, readOnly } = useContent();
  const { path, policy } = use;
  const variable = variables.find((each) => each.path === path);
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <code className="min-w-0 break-all">{path}</code>
        {isKnown(path, variables) ? (
          <span className="text-ft-3">
            {variable
              ? t("contents.forExample", { example: exampleText(variable, { locale, zone, t }) })
              : null}
          </span>
        ) : (
          <span className="flex items-center gap-1 text-(--ft-failed)">
            <CircleAlert aria-hidden="true" size={14} />
            {t("contents.unknownValue")}
          </span>
        )}
      </div>
      {policy.kind === "own" ? (
        <p className="text-ft-3">{t("contents.policyOwn")}</p>
      ) : (
        <PolicyChoice
          label={t("contents.whenMissing")}
          policy={policy}
          disabled={readOnly}
          onChange={(next) => onChange(withPolicy(text, use, next))}
        />
      )}
    </li>
  );
}
