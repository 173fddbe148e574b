"use client";

import { useId } from "react";
import { useText } from "@/components/text/text-provider";
import { LINK_DAYS_MAX } from "@/core/delivery/link-days";
import type { MissingPolicy } from "@/core/template/variable-uses";

const KINDS = ["stop", "hold", "fallback", "hide"] as const;
const FALLBACK_CHARS_MAX = 200;

/** What stands where a value is missing. */
export function PolicyChoice({
  label,
  policy,
  onChange,
  disabled = false,
}: {
  label: string;
  policy: MissingPolicy;
  onChange: (next: MissingPolicy) => void;
  disabled?: boolean;
}) {
  const t = useText();
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={id} className="text-xs text-ft-2">
        {label}
      </label>
      <select
        id={id}
        className="ft-input w-auto! min-w-0 flex-1 basis-40 text-xs"
        value={policy.kind}
        disabled={disabled}
        onChange={({ currentTarget: { value } }) => {
          const kind = KINDS.find((each) => each === value) ?? "stop";
          onChange(kind === "fallback" ? { kind, text: "" } : { kind });
        }}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t("contents.policy", { kind })}
          </option>
        ))}
      </select>
      {policy.kind === "fallback" ? (
        <input
          className="ft-input min-w-0 flex-1 basis-32 text-xs"
          aria-label={t("contents.fallbackText")}
          placeholder={t("contents.fallbackText")}
          value={policy.text}
          maxLength={FALLBACK_CHARS_MAX}
          readOnly={disabled}
          onChange={({ currentTarget: { value } }) => onChange({ kind: "fallback", text: value })}
        />
      ) : null}
      {policy.kind === "hold" ? (
        <p className="basis-full text-ft-3">{t("contents.holdHint", { days: LINK_DAYS_MAX })}</p>
      ) : null}
    </div>
  );
}
