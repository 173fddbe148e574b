"use client";

import { Command } from "cmdk";
import { useId, useState } from "react";
import { useLocale, useText } from "@/components/text/text-provider";
import { type MissingPolicy, snippetOf } from "@/core/template/variable-uses";
import type { Variable } from "@/core/template/variables";
import { useContent } from "./editor-context";
import { PolicyChoice } from "./policy-choice";
import { exampleText } from "./variable-words";

/** Values that a text can read, found by typing; what happens without one is chosen beside. */
export function VariablePicker({
  onInsert,
  onCancel,
}: {
  onInsert: (snippet: string) => void;
  /** With what was typed that is no search: the writer goes on by hand. */
  onCancel: (typed: string) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const { variables, zone } = useContent();
  const [policy, setPolicy] = useState<MissingPolicy>({ kind: "stop" });
  const titleId = useId();
  const [query, setQuery] = useState("");
  const found = variables.filter(({ path, title = "" }) =>
    `${path} ${title}`.toLowerCase().includes(query.trim().toLowerCase()),
  );
  return (
    <div
      role="dialog"
      aria-labelledby={titleId}
      className="mt-1 rounded-lg border border-ft-border bg-ft-raised shadow-lg"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel("");
      }}
    >
      <h4 id={titleId} className="sr-only">
        {t("contents.insertValue")}
      </h4>
      <Command
        label={t("contents.insertValue")}
        className="ft-pick"
        shouldFilter={false}
        vimBindings={false}
        loop
      >
        <Command.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder={t("contents.findValue")}
          className="ft-pick-input"
          onKeyDown={(event) => {
            if (query !== "" || !"{%".includes(event.key)) return;
            event.preventDefault();
            if (event.key === "%") onCancel("%");
          }}
        />
        <Command.List className="ft-pick-list" label={t("contents.values")}>
          <Command.Empty className="p-3 text-ft-3">{t("contents.noSuchValue")}</Command.Empty>
          {found.map((variable) => (
            <Row
              key={variable.path}
              variable={variable}
              example={exampleText(variable, { locale, zone, t })}
              onSelect={() => onInsert(snippetOf(variable, policy))}
            />
          ))}
        </Command.List>
      </Command>
      <div className="border-t border-ft-subtle p-3">
        <PolicyChoice label={t("contents.whenMissing")} policy={policy} onChange={setPolicy} />
      </div>
    </div>
  );
}

function Row({
  variable,
  example,
  onSelect,
}: {
  variable: Variable;
  example: string;
  onSelect: () => void;
}) {
  const t = useText();
  const { path, title, missing = 0, of = 0 } = variable;
  return (
    <Command.Item value={path} onSelect={onSelect} className="ft-pick-item py-1">
      <span className="min-w-0 flex-1">
        <code className="block truncate text-xs">{path}</code>
        {title ? <span className="block truncate text-xs text-ft-3">{title}</span> : null}
      </span>
      <span className="max-w-[45%] min-w-0 text-end text-xs text-ft-2">
        <span className="block truncate">{example}</span>
        {missing > 0 ? (
          <span className="block text-ft-3">{t("contents.sometimesMissing", { missing, of })}</span>
        ) : null}
      </span>
    </Command.Item>
  );
}
