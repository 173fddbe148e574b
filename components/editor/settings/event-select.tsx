"use client";

import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { useFormFacts } from "../forms/form-scope";

const TYPED = "+typed";

/** An event that was seen lately, or the name of one that is to come. */
export function EventSelect({
  id,
  label,
  value,
  none,
  invalid,
  readOnly,
  onChange,
}: {
  id?: string;
  label: string;
  value: string;
  /** The choice of no event, and what then holds. */
  none?: string;
  invalid: boolean;
  readOnly: boolean;
  onChange: (name: string) => void;
}) {
  const t = useText();
  const { facts } = useFormFacts();
  const [typing, setTyping] = useState(value === "" && none === undefined);
  const isSeen = facts.events.some(({ name }) => name === value);
  return (
    <div className="grid gap-1.5">
      <select
        id={id}
        className="ft-input"
        aria-label={label}
        aria-invalid={invalid}
        disabled={readOnly}
        value={typing ? TYPED : value}
        onChange={({ target }) => {
          setTyping(target.value === TYPED);
          if (target.value !== TYPED) onChange(target.value);
        }}
      >
        {none === undefined ? (
          value === "" ? (
            <option value="" disabled>
              {t("wfsettings.chooseEvent")}
            </option>
          ) : null
        ) : (
          <option value="">{none}</option>
        )}
        {value !== "" && !isSeen ? (
          <option value={value}>{t("wfsettings.eventNew", { name: value })}</option>
        ) : null}
        {facts.events.map(({ name, count }) => (
          <option key={name} value={name}>
            {t("wfsettings.eventSeen", { name, count })}
          </option>
        ))}
        <option value={TYPED}>{t("wfsettings.eventOther")}</option>
      </select>
      {typing ? (
        <input
          className="ft-input font-mono"
          aria-label={t("wfsettings.eventName")}
          aria-invalid={invalid}
          placeholder="invoice.created"
          autoComplete="off"
          spellCheck={false}
          readOnly={readOnly}
          value={value}
          onChange={({ target }) => onChange(target.value.trim())}
        />
      ) : null}
    </div>
  );
}
