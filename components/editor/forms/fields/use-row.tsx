"use client";

import { SquarePen } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { IconButton } from "@/components/ui/button";
import { Channel } from "@/core/template/channel";
import { freshTemplateKey } from "@/core/workflow/new-step";
import { useFormFacts, useSlot } from "../form-scope";

export type UseDraft = { channel: Channel; template: string };

/** No key of a content has a plus in it. */
const NEW = "+";

/** One channel and its content: one that exists, or the key of a new one. */
export function UseRow({
  field,
  row,
  stem,
  onChange,
  children,
}: {
  field: string;
  row: UseDraft;
  stem: string;
  /** What else can be done with the row, beside its channel. */
  children?: ReactNode;
  onChange: (next: UseDraft) => void;
}) {
  const t = useText();
  const { definition, facts, contents, onOpenContent } = useFormFacts();
  const { readOnly, problem } = useSlot(field, true);
  const id = useId();
  const [typing, setTyping] = useState(false);
  const offered = contents.filter(({ channel }) => channel === row.channel);
  const isKnown = offered.some(({ key }) => key === row.template);
  const keys = contents.map(({ key }) => key);
  const fresh = () => freshTemplateKey(stem, { definition, facts, contents: keys });

  const pickChannel = (channel: Channel) => {
    const fits = contents.find((content) => content.channel === channel);
    onChange({ channel, template: fits?.key ?? (isKnown ? fresh() : row.template) });
  };
  const pickTemplate = (key: string) => {
    setTyping(key === NEW);
    onChange({ ...row, template: key === NEW ? fresh() : key });
  };
  const isOff = (channel: Channel) => facts.channelsOn?.includes(channel) === false;
  return (
    <div className="grid min-w-0 gap-1.5" data-field={field}>
      <div className="flex items-center gap-1">
        <select
          className="ft-input min-w-0 flex-1"
          aria-label={t("forms.channel")}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          aria-invalid={problem !== undefined}
          disabled={readOnly}
          value={row.channel}
          onChange={({ target }) => pickChannel(Channel.parse(target.value))}
        >
          {Channel.options.map((channel) => (
            <option key={channel} value={channel}>
              {t("forms.channelName", { channel, off: isOff(channel) ? "yes" : "no" })}
            </option>
          ))}
        </select>
        {children}
      </div>
      <div className="flex items-center gap-1">
        <select
          className="ft-input min-w-0 flex-1"
          aria-label={t("forms.content")}
          aria-invalid={problem !== undefined}
          disabled={readOnly}
          value={typing ? NEW : row.template}
          onChange={({ target }) => pickTemplate(target.value)}
        >
          {typing || isKnown ? null : (
            <option value={row.template}>{t("forms.contentNew", { key: row.template })}</option>
          )}
          {offered.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
          <option value={NEW}>{t("forms.contentOther")}</option>
        </select>
        {onOpenContent && row.template !== "" ? (
          <IconButton
            size="sm"
            label={t("forms.openContent")}
            onPress={() => onOpenContent(row.template, row.channel)}
          >
            <SquarePen aria-hidden="true" />
          </IconButton>
        ) : null}
      </div>
      {typing ? (
        <input
          className="ft-input font-mono"
          aria-label={t("forms.contentKey")}
          autoComplete="off"
          spellCheck={false}
          readOnly={readOnly}
          value={row.template}
          onChange={({ target }) => onChange({ ...row, template: target.value })}
        />
      ) : null}
      {problem ? (
        <p id={`${id}-problem`} className="ft-field-error">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
